namespace Troops;

/// <summary>Where a thread was when a dump found it.</summary>
public enum ThreadDumpState
{
    /// <summary>It waits for a worker.</summary>
    Queued,

    /// <summary>A worker runs it.</summary>
    Running,

    /// <summary>Each of its tasks waits for something.</summary>
    Parked,
}
