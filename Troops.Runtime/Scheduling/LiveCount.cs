namespace Troops.Scheduling;

/// <summary>How many threads of a troop live, without a counter that all the workers write: starting and ending a thread would pass its cache line around, 70 ns each time.</summary>
/// <remarks>
/// A <see cref="Tally"/> a worker, and two counters that everybody else writes with atomics. All only grow. The tallies are found by the worker's number, which a later kernel thread takes
/// over, under the lock of <see cref="Scheduler.Introduce"/>, with what was counted.
/// <para>
/// <see cref="Read"/> adds up the ends first and the starts after them. Zero is exact, although nothing is stopped: whoever is in the sum of the ends is in the sum of the starts, since its
/// start happened before its end. If the sums are equal, the threads counted are the same and all have ended; a thread that was not counted was started by one that was not
/// counted either, or it would have been seen with its parent's end, and so on up to one that was started from outside, before the fence of who stops the troop.
/// </para>
/// <para>
/// "The last one out completes the stop": who ends a thread counts the end, then reads the phase; who stops the troop stores the phase, pays <see cref="Seams.Fence.ProcessWide"/>, then
/// reads here. In a troop that is not open each end is followed by a full fence before the sum, so that of two last threads one sees the other.
/// </para>
/// Source: the sum of per-processor counters as in Linux's SRCU, which reads its unlocks before its locks.
/// </remarks>
internal sealed class LiveCount
{
    private readonly Lock gate = new();
    private Tally?[] tallies = [];
    private long startedOutside;
    private long endedOutside;

    internal long Read()
    {
        long ended = Interlocked.Read(ref endedOutside);
        foreach (Tally? tally in Volatile.Read(ref tallies))
        {
            ended += tally?.Ended ?? 0;
        }

        Interlocked.MemoryBarrier();
        long started = Interlocked.Read(ref startedOutside);
        foreach (Tally? tally in Volatile.Read(ref tallies))
        {
            started += tally?.Started ?? 0;
        }

        return started - ended;
    }

    /// <param name="worker">The caller's; null in ordinary code.</param>
    internal void Start(Worker? worker)
    {
        if (worker is null)
        {
            Interlocked.Increment(ref startedOutside);
        }
        else
        {
            worker.TallyOf(this).Start();
        }
    }

    /// <inheritdoc cref="Start"/>
    internal void End(Worker? worker)
    {
        if (worker is null)
        {
            Interlocked.Increment(ref endedOutside);
        }
        else
        {
            worker.TallyOf(this).End();
        }
    }

    /// <summary>The tally of the worker with this number; the worker remembers it.</summary>
    internal Tally TallyOf(int number)
    {
        lock (gate)
        {
            if (number >= tallies.Length)
            {
                Tally?[] more = new Tally?[Math.Max(number + 1, 2 * tallies.Length)];
                tallies.CopyTo(more, 0);
                Volatile.Write(ref tallies, more);
            }

            if (tallies[number] is { } known)
            {
                return known;
            }

            Tally made = new();
            Volatile.Write(ref tallies[number], made);
            return made;
        }
    }
}
