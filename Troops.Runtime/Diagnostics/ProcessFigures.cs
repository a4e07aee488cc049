namespace Troops.Diagnostics;

/// <summary>What a process has done since its start, and how much there is of it now; each figure for itself, not all of one instant.</summary>
internal readonly record struct ProcessFigures
{
    internal long Threads { get; init; }
    internal long RunnableThreads { get; init; }
    internal long Workers { get; init; }
    internal long StuckWorkers { get; init; }
    internal long KernelWakeUps { get; init; }
    internal long Turns { get; init; }
    internal long Parks { get; init; }
    internal long Steals { get; init; }
    internal long HandOffs { get; init; }
    internal long Faults { get; init; }
    internal long Kills { get; init; }
    internal long ArmedTimers { get; init; }
    internal long FiredTimers { get; init; }
}
