namespace Troops.Scheduling;

/// <summary>How a turn ended.</summary>
internal enum TurnEnd
{
    /// <summary>Parked or ended. Another worker may run the thread already: the worker must not touch it.</summary>
    Left,

    /// <summary>There is more to do; the worker queues the thread behind the others.</summary>
    Requeue,
}
