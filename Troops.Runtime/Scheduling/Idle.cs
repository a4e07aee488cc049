using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>Who sleeps, who searches, and whom to wake when work comes.</summary>
/// <remarks>
/// The protocol, in the manner of Go's and Tokio's schedulers, with the fence on the sleeper's side:
/// <para>
/// A producer publishes the thread, then calls <see cref="Notify"/>: plain loads of <c>searching</c> and <c>sleeping</c>. It wakes one worker, and only if
/// somebody sleeps and nobody searches. A woken worker counts as searching from the moment it is chosen, so a burst of pushes wakes one worker.
/// </para>
/// <para>
/// A worker that runs dry searches, if less than half of the workers do; a searcher that finds work and is the last one calls Notify itself: the chain
/// goes on as long as there is work. A worker that finds nothing adds itself to the sleepers, stops searching, pays
/// <see cref="Fence.ProcessWide"/>, looks at all queues once more, and only then parks.
/// </para>
/// <para>
/// Why no wake-up is lost: if the producer saw nobody asleep, its push came before the sleeper's fence, so the last look finds it. If it saw a
/// searcher, that one either finds work and notifies, or goes to sleep and takes its own last look after its fence.
/// </para>
/// The lock guards the stack of sleepers; <c>sleeping</c> mirrors its size. Last asleep, first woken: its caches are the warmest.
/// </remarks>
internal sealed class Idle(int workers)
{
    private readonly Lock gate = new();
    private readonly List<Worker> sleepers = new(workers);
    private int sleeping;
    private int searching;

    /// <summary>How many workers sleep; a hint.</summary>
    internal int Sleeping => Volatile.Read(ref sleeping);

    /// <summary>How many kernel wake-ups there were since the start.</summary>
    internal long Wakes { get; private set; }

    /// <summary>Called when a sleeper has been woken, or has thought better of it; it is no longer counted then.</summary>
    internal Action? OnWake { get; set; }

    /// <summary>Called after a thread was published where others can find it.</summary>
    internal void Notify()
    {
        if (Volatile.Read(ref sleeping) != 0 && Volatile.Read(ref searching) == 0)
        {
            WakeOne();
        }
    }

    /// <summary>True if the worker may search: at most half of them do at a time.</summary>
    internal bool TryBeginSearch()
    {
        if (2 * Volatile.Read(ref searching) >= workers)
        {
            return false;
        }

        Interlocked.Increment(ref searching);
        return true;
    }

    /// <summary>True if the worker was the last to search.</summary>
    internal bool EndSearch() => Interlocked.Decrement(ref searching) == 0;

    internal void Add(Worker worker)
    {
        lock (gate)
        {
            sleepers.Add(worker);
            Volatile.Write(ref sleeping, sleepers.Count);
        }
    }

    /// <summary>Takes the worker back before it parks; false if it was chosen for a wake-up, whose permit is on its way.</summary>
    internal bool TryRemove(Worker worker)
    {
        bool removed;
        lock (gate)
        {
            removed = sleepers.Remove(worker);
            Volatile.Write(ref sleeping, sleepers.Count);
        }

        if (removed)
        {
            // The watchdog may have gone to sleep because of us; full fence, as in WakeOne.
            Interlocked.MemoryBarrier();
            OnWake?.Invoke();
        }

        return removed;
    }

    /// <summary>Wakes <paramref name="worker"/>, as if it had been chosen; false if it does not sleep.</summary>
    internal bool TryWake(Worker worker)
    {
        lock (gate)
        {
            if (!sleepers.Remove(worker))
            {
                return false;
            }

            Volatile.Write(ref sleeping, sleepers.Count);
            Interlocked.Increment(ref searching);
            Wakes++;
        }

        OnWake?.Invoke();
        worker.Parker.Unpark();
        return true;
    }

    internal void WakeAll()
    {
        Worker[] all;
        lock (gate)
        {
            all = [.. sleepers];
            sleepers.Clear();
            Volatile.Write(ref sleeping, 0);
            Interlocked.Add(ref searching, all.Length);
        }

        foreach (Worker worker in all)
        {
            worker.Parker.Unpark();
        }
    }

    private void WakeOne()
    {
        Worker chosen;
        lock (gate)
        {
            if (sleepers.Count == 0 || Volatile.Read(ref searching) != 0)
            {
                return;
            }

            chosen = sleepers[^1];
            sleepers.RemoveAt(sleepers.Count - 1);
            Volatile.Write(ref sleeping, sleepers.Count);
            Interlocked.Increment(ref searching);
            Wakes++;
        }

        OnWake?.Invoke();
        chosen.Parker.Unpark();
    }
}
