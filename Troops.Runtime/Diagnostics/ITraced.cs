namespace Troops.Diagnostics;

/// <summary>A thread, as a trace sees it. Safe from any kernel thread.</summary>
internal interface ITraced
{
    long Id { get; }

    string? Name { get; }

    string TroopName { get; }
}
