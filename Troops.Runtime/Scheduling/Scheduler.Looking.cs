using Troops.Seams;

namespace Troops.Scheduling;

/// <content>What observers see: sums of counters, and the threads that are queued or in a turn. Safe from anywhere, while everything runs; what it says may be out of date.</content>
internal sealed partial class Scheduler
{
    /// <summary>What workers that have gone have done; guarded by the lock of the workers.</summary>
    private WorkerCounts gone;

    internal RareCounts Rare { get; } = new();

    /// <summary>Threads in some queue.</summary>
    internal int Runnable
    {
        get
        {
            int sum = injection.Count;
            foreach (RunQueue queue in queues)
            {
                sum += queue.Count;
            }

            return sum;
        }
    }

    /// <summary>Without a watchdog the workers do.</summary>
    internal void RefreshClockIfNobodyElseDoes()
    {
        if (watchdog is null)
        {
            CoarseClock.Refresh();
        }
    }

    /// <summary>What all workers have done since the start.</summary>
    internal WorkerCounts Count()
    {
        lock (workersGate)
        {
            WorkerCounts sum = gone;
            foreach (Worker worker in workers)
            {
                worker.AddTo(ref sum);
            }

            return sum;
        }
    }

    /// <summary>
    /// The threads in turns, and those in queues; a thread that moves meanwhile may be missing from both, or have ended.
    /// </summary>
    internal void FindActive(HashSet<ThreadHeader> inTurn, HashSet<ThreadHeader> queued)
    {
        foreach (RunQueue queue in queues)
        {
            queue.CopyTo(queued);
        }

        injection.CopyTo(queued);
        foreach (Worker worker in Workers())
        {
            if (worker.Thread is { } thread)
            {
                inTurn.Add(thread);
            }
        }
    }
}
