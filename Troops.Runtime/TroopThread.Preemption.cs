using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <content>How a copy gives way to other threads in the middle of a loop; see the README of Tasks. Everything here belongs to the turn.</content>
public abstract partial class TroopThread
{
    private Preemption preemption;

    /// <summary>A task was preempted, and the native stack is being given up.</summary>
    internal bool IsSteppingBack => preemption == Preemption.SteppingBack;

    /// <summary>Puts <paramref name="task"/> before its siblings, and ends the turn when the native stack has been left.</summary>
    internal void Preempt(TaskCore task)
    {
        preemption = Preemption.SteppingBack;
        ready.Prepend(task);
    }

    /// <summary>The callee of an interrupted task has ended: that task goes on as if it had never been interrupted.</summary>
    internal void GoesOn(TaskCore task)
    {
        preemption = Preemption.GoingOn;
        ready.Prepend(task);
    }

    /// <summary>Only with a preemption at work. A segment of <paramref name="task"/> (null: of the thread's delegate) has ended; true if the thread must step back.</summary>
    private bool EndSegment(Worker worker, TaskCore? task)
    {
        if (preemption == Preemption.SteppingBack)
        {
            preemption = Preemption.Interrupted;
            return true;
        }

        if (preemption == Preemption.GoingOn)
        {
            // For the code the end of the task and what its caller does next are one segment.
            preemption = Preemption.Interrupted;
            return false;
        }

        ClearSynchronizationContext(worker);
        preemption = Preemption.None;
        for (TaskCore? above = task?.Continuation; above is not null && above.Has(TaskFlags.Interrupted); above = above.Continuation)
        {
            // The task has really suspended, and so have all who wait for it.
            above.Unmark(TaskFlags.Interrupted);
        }

        return false;
    }

    /// <summary>The turn ends: what comes next in the interrupted segment finds its context again.</summary>
    private void KeepSynchronization(Worker worker)
    {
        if (!worker.Slots.HasNoSynchronization && SynchronizationContext.Current is { } context)
        {
            Extras.Synchronization = context;
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    private void RestoreSynchronization()
    {
        if (extras?.Synchronization is { } context)
        {
            extras.Synchronization = null;
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
