namespace Troops.Scheduling;

/// <summary>
/// Threads that no worker's queue holds: woken from outside, by a turn that was handed off, or overflowed. A queue a troop, picked by
/// virtual time, so that a troop with ten thousand threads gets one share.
/// </summary>
/// <remarks>
/// A lock guards everything; the count is read without it, and a push is followed by <see cref="Idle.Notify"/>, whose fence pairs with the
/// sleeper's.
/// </remarks>
internal sealed class Injection
{
    internal const int TakeAtMost = 64;

    private readonly Lock gate = new();
    private readonly List<TroopShare> waiting = [];
    private int count;

    /// <summary>The virtual time of the troop served last.</summary>
    private long clock;

    internal int Count => Volatile.Read(ref count);

    internal void Push(ThreadHeader thread)
    {
        lock (gate)
        {
            TroopShare share = thread.Share;
            if (share.Injected.Count == 0)
            {
                // A troop that comes (back) starts at the time of the one served last.
                share.InjectedTime = Math.Max(share.InjectedTime, clock);
                waiting.Add(share);
            }

            share.Injected.Enqueue(thread);
            Volatile.Write(ref count, count + 1);
        }
    }

    /// <summary>Takes a fair part of one troop's threads into <paramref name="hands"/>; returns how many.</summary>
    internal int Take(Span<ThreadHeader> hands, int workers)
    {
        lock (gate)
        {
            if (FurthestBehind() is not { } share)
            {
                return 0;
            }

            int take = Math.Min((share.Injected.Count / workers) + 1, Math.Min(share.Injected.Count, hands.Length));
            for (int i = 0; i < take; i++)
            {
                hands[i] = share.Injected.Dequeue();
            }

            clock = Math.Max(clock, share.InjectedTime);
            share.InjectedTime += take;
            if (share.Injected.Count == 0)
            {
                waiting.Remove(share);
            }

            Volatile.Write(ref count, count - take);
            return take;
        }
    }

    /// <summary>For dumps: what waits here.</summary>
    internal void CopyTo(HashSet<ThreadHeader> threads)
    {
        ThreadHeader[] found;
        lock (gate)
        {
            found = [.. waiting.SelectMany(static share => share.Injected)];
        }

        threads.UnionWith(found);
    }

    private TroopShare? FurthestBehind()
    {
        TroopShare? best = null;
        foreach (TroopShare share in waiting)
        {
            if (best is null || share.InjectedTime < best.InjectedTime)
            {
                best = share;
            }
        }

        return best;
    }
}
