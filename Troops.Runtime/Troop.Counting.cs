using Troops.Diagnostics;
using Troops.Limits;
using Troops.Seams;

namespace Troops;

/// <content>How many threads and tasks there are, and what happens when one faults alone.</content>
public sealed partial class Troop
{
    private int faultPolicy;
    private int threads;
    private int suspendedTasks;

    /// <summary>Charges a new thread; throws if the troop takes none.</summary>
    internal void ThreadStarts()
    {
        int count = Interlocked.Increment(ref threads);
        // Pairs with StopAsync: the count is raised before the phase is read, the phase is set before the count is read.
        if (Volatile.Read(ref phase) != Open)
        {
            RefuseUnlessInside();
        }

        if (count > Limits.MaxThreads)
        {
            ThreadEnded();
            Kill(KillReason.LimitReached(Name, nameof(TroopLimits.MaxThreads), Limits.MaxThreads!.Value));
            throw KilledException();
        }
    }

    /// <summary>Undoes <see cref="ThreadStarts"/>.</summary>
    internal void ThreadEnded()
    {
        if (Interlocked.Decrement(ref threads) == 0 && Volatile.Read(ref phase) != Open)
        {
            empty.TrySetResult();
        }
    }

    /// <summary>Charges a task that suspends; throws if the troop may have no more.</summary>
    internal void TaskSuspends()
    {
        if (Limits.MaxTasks is { } most && Interlocked.Increment(ref suspendedTasks) > most)
        {
            TasksEnd(1);
            Kill(KillReason.LimitReached(Name, nameof(TroopLimits.MaxTasks), most));
            throw KilledException();
        }
    }

    internal void TasksEnd(int count)
    {
        if (Limits.MaxTasks is not null)
        {
            Interlocked.Add(ref suspendedTasks, -count);
        }
    }

    /// <summary>A thread has ended with a fault that nobody waits for.</summary>
    internal void ThreadFaulted(TroopThread thread, Exception fault)
    {
        if (fault is TroopKilledException || (fault is OperationCanceledException && CancellationToken.IsCancellationRequested))
        {
            // The end of the troop, or of a thread that was asked to stop, is no news.
            return;
        }

        string description = thread.Describe();
        TroopsEventSource.Log.ThreadFaulted(description, fault.ToString());
        Process.RaiseFaulted(new ThreadFaultedEventArgs(this, description, TroopFault.CopyOf(fault)));
        switch (FaultPolicy)
        {
            case FaultPolicy.Kill:
                Kill($"{description} faulted and its policy is Kill: {fault.Message}");
                break;
            case FaultPolicy.Escalate:
                Outside.Post(() => Process.KillAll($"{description} faulted and its policy is Escalate: {fault.Message}"));
                break;
        }
    }
}
