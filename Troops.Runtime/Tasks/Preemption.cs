namespace Troops.Tasks;

/// <summary>Where a thread is with a task that was preempted; written by its turn alone.</summary>
internal enum Preemption : byte
{
    /// <summary>No task is interrupted.</summary>
    None,

    /// <summary>A task was preempted in this turn and its callers are leaving the native stack.</summary>
    SteppingBack,

    /// <summary>The turn has ended in the middle of the task at the front of the ready list; its callers wait for it, marked as interrupted.</summary>
    Interrupted,

    /// <summary>The task that was at the front has ended, and its interrupted caller is there now.</summary>
    GoingOn,
}
