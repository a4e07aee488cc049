using Troops.Diagnostics;
using Troops.Limits;
using Troops.Scheduling;
using Troops.Seams;

namespace Troops;

/// <content>How many threads and tasks there are, and what happens when one faults alone.</content>
public sealed partial class Troop
{
    private int faultPolicy;
    private readonly LiveCount live = new();
    private int charged;
    private int suspendedTasks;

    /// <summary>Charges a new thread; throws if the troop takes none.</summary>
    /// <param name="worker">The caller's, if it is of this process.</param>
    internal void ThreadStarts(Worker? worker)
    {
        live.Start(worker);

        // Pairs with StopAsync: from outside the count is raised before the phase is read, the phase is set before the count is read. A thread that starts one is counted itself.
        if (Volatile.Read(ref phase) != Open)
        {
            RefuseUnlessInside(worker);
        }

        if (Limits.MaxThreads is { } most && Interlocked.Increment(ref charged) > most)
        {
            ThreadLeaves(worker);
            CompleteIfEmpty();
            Kill(KillReason.LimitReached(Name, nameof(TroopLimits.MaxThreads), most));
            throw KilledException();
        }
    }

    /// <summary>Undoes <see cref="ThreadStarts"/>. Comes before anybody can see the thread's end, so that who has joined it may start another one.</summary>
    internal void ThreadLeaves(Worker? worker)
    {
        if (Limits.MaxThreads is not null)
        {
            Interlocked.Decrement(ref charged);
        }

        live.End(worker);
    }

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
