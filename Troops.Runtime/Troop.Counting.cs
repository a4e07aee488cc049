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
            ThreadLeaves();
            CompleteIfEmpty();
            Kill(KillReason.LimitReached(Name, nameof(TroopLimits.MaxThreads), Limits.MaxThreads!.Value));
            throw KilledException();
        }
    }

    /// <summary>Undoes <see cref="ThreadStarts"/>. Comes before anybody can see the thread's end, so that who has joined it may start another one.</summary>
    internal void ThreadLeaves() => Interlocked.Decrement(ref threads);

    /// <summary>Charges a task that suspends; kills the troop if it may have no more. It does not throw: the body has left its frame, and unwinds from its await.</summary>
    internal void TaskSuspends()
    {
        if (Limits.MaxTasks is { } most && Interlocked.Increment(ref suspendedTasks) > most)
        {
            Kill(KillReason.LimitReached(Name, nameof(TroopLimits.MaxTasks), most));
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
        if (IsOwnEnd(fault))
        {
            // The end of the troop is no news.
            return;
        }

        string description = thread.Describe();
        string message = FaultText.Message(fault);
        TroopsEventSource.Log.ThreadFaulted(description, FaultText.Full(fault));
        if (fault is OperationCanceledException && thread.CancellationToken.IsCancellationRequested)
        {
            // It was asked to stop, and did.
            return;
        }

        Process.RaiseFaulted(new ThreadFaultedEventArgs(this, description, TroopFault.CopyOf(fault)));
        switch (FaultPolicy)
        {
            case FaultPolicy.Kill:
                Kill($"{description} faulted and its policy is Kill: {message}");
                break;
            case FaultPolicy.Escalate:
                Outside.Post(() => Process.KillAll($"{description} faulted and its policy is Escalate: {message}"));
                break;
        }
    }

    /// <summary>True if <paramref name="fault"/> tells of the end of this troop, and of nothing else.</summary>
    internal bool IsOwnEnd(Exception fault) => fault is TroopKilledException killed && killed.IsBecauseOf(Volatile.Read(ref killReason));
}
