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
    private const int TakeAtMost = 64;

    private readonly Lock gate = new();
    private readonly List<TroopShare> waiting = [];
    private int count;

    internal int Count => Volatile.Read(ref count);

    internal void Push(ThreadHeader thread)
    {
        lock (gate)
        {
            TroopShare share = thread.Share;
            if (share.Injected.Count == 0)
            {
                // A troop that comes back starts level with the one furthest behind.
                if (FurthestBehind() is { } behind)
                {
                    share.InjectedTime = Math.Max(share.InjectedTime, behind.InjectedTime);
                }

                waiting.Add(share);
            }

            share.Injected.Enqueue(thread);
            Volatile.Write(ref count, count + 1);
        }
    }

    /// <summary>Takes a fair part of one troop's threads: one to run, the others to <paramref name="queue"/>. Null if there is none.</summary>
    internal ThreadHeader? TakeFor(RunQueue queue, int workers)
    {
        if (Count == 0)
        {
            return null;
        }

        lock (gate)
        {
            if (FurthestBehind() is not { } share)
            {
                return null;
            }

            int take = Math.Min((share.Injected.Count / workers) + 1, Math.Min(share.Injected.Count, TakeAtMost));
            ThreadHeader first = share.Injected.Dequeue();
            for (int i = 1; i < take; i++)
            {
                queue.PushReady(share.Injected.Dequeue());
            }

            share.InjectedTime += take;
            if (share.Injected.Count == 0)
            {
                waiting.Remove(share);
            }

            Volatile.Write(ref count, count - take);
            return first;
        }
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
