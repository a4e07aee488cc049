namespace Troops;

/// <summary>What happens when a thread faults and nobody joins it. It always reaches <see cref="TroopProcess.Faulted"/>.</summary>
public enum FaultPolicy
{
    /// <summary>The event is all.</summary>
    Report,

    /// <summary>The troop is killed.</summary>
    Kill,

    /// <summary>Every troop of the process is killed.</summary>
    Escalate,
}
