namespace Troops.Scheduling;

/// <summary>How far the killing of a troop has come. It only grows.</summary>
internal enum KillStage : byte
{
    Alive,

    /// <summary>Each await, call and start throws; what waits for one of our operations is woken with the exception.</summary>
    Unwinding,

    /// <summary>The grace is over: suspended tasks are dropped, threads end as they are.</summary>
    Expired,
}
