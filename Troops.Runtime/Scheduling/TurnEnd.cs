namespace Troops.Scheduling;

/// <summary>How a turn ended.</summary>
internal enum TurnEnd
{
    /// <summary>Parked. Another worker may run the thread already: the worker must not touch it.</summary>
    Left,

    /// <summary>The thread is over.</summary>
    Ended,

    /// <summary>There is more to do; the worker queues the thread behind the others.</summary>
    Requeue,
}
