using Troops.Diagnostics;

namespace Troops.Scheduling;

/// <content>The trace, if there is one. Each worker writes to a buffer of its own; that of the scheduler is for hand-offs that others bring about, under their lock.</content>
internal sealed partial class Scheduler
{
    /// <summary>Both guarded by the lock of the workers; the buffer is read without it.</summary>
    private SchedulerTrace? trace;
    private TraceBuffer? ownTrace;

    internal void Attach(SchedulerTrace added)
    {
        lock (workersGate)
        {
            trace = added;
            Volatile.Write(ref ownTrace, added.AddBuffer(0));
            foreach (Worker worker in workers)
            {
                worker.BeginTrace(added.AddBuffer(worker.Number));
            }
        }
    }

    internal void Detach(SchedulerTrace removed)
    {
        lock (workersGate)
        {
            if (trace == removed)
            {
                trace = null;
                Volatile.Write(ref ownTrace, null);
                foreach (Worker worker in workers)
                {
                    worker.EndTrace();
                }
            }
        }
    }
}
