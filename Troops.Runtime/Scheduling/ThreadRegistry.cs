namespace Troops.Scheduling;

/// <summary>
/// The threads of a troop that have parked at least once: those that no run queue and no worker holds, and that a kill or a dump could not find
/// otherwise. A thread that never parks never pays for it.
/// </summary>
/// <remarks>
/// An array without gaps under a lock; each thread knows its place, so that it is removed in constant time: the last one takes its place. A thread is added by its own turn before it
/// parks for the first time and removed by whoever ends it.
/// </remarks>
internal sealed class ThreadRegistry
{
    private const int Smallest = 16;

    private readonly Lock gate = new();
    private ThreadHeader[] threads = [];
    private int count;

    internal int Count => Volatile.Read(ref count);

    /// <summary>Asked in a turn of the thread; its place may change meanwhile, but not whether it has one.</summary>
    internal static bool Contains(ThreadHeader thread) => Volatile.Read(ref thread.Place) != 0;

    internal void Add(ThreadHeader thread)
    {
        lock (gate)
        {
            if (count == threads.Length)
            {
                Array.Resize(ref threads, Math.Max(Smallest, 2 * count));
            }

            threads[count++] = thread;
            thread.Place = count;
        }
    }

    internal void Remove(ThreadHeader thread)
    {
        lock (gate)
        {
            ThreadHeader last = threads[--count];
            threads[thread.Place - 1] = last;
            last.Place = thread.Place;
            threads[count] = null!;
            thread.Place = 0;
            if (count < threads.Length / 4 && threads.Length > Smallest)
            {
                Array.Resize(ref threads, threads.Length / 2);
            }
        }
    }

    internal ThreadHeader[] Snapshot()
    {
        lock (gate)
        {
            return threads[..count];
        }
    }
}
