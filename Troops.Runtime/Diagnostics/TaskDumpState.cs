namespace Troops;

/// <summary>What a task did when a dump found it.</summary>
public enum TaskDumpState
{
    /// <summary>It can go on when its thread has a turn.</summary>
    Ready,

    /// <summary>It was resumed last, in a thread that runs.</summary>
    Running,

    /// <summary>It waits for <see cref="TaskDump.WaitsFor"/>.</summary>
    Waiting,
}
