namespace Troops.Diagnostics;

/// <summary>A process, as a trace sees it. Safe from any kernel thread.</summary>
internal interface ITracedProcess
{
    string Name { get; }

    /// <summary>Threads in some queue.</summary>
    int Runnable { get; }

    /// <summary>From now on each worker has a buffer of <paramref name="trace"/>.</summary>
    void Attach(SchedulerTrace trace);

    /// <summary>From now on, but for what is in the middle of a turn, no worker writes to it.</summary>
    void Detach(SchedulerTrace trace);
}
