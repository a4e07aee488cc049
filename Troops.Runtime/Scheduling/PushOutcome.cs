namespace Troops.Scheduling;

/// <summary>What became of a push to a thread's inbox.</summary>
internal enum PushOutcome
{
    /// <summary>The thread is active; its turn will find the node.</summary>
    Delivered,

    /// <summary>The thread was parked: the pusher, and nobody else, must queue it.</summary>
    MustQueue,

    /// <summary>The thread is over; the node stays the pusher's.</summary>
    Ended,
}
