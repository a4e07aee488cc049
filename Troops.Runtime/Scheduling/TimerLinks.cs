namespace Troops.Scheduling;

/// <summary>What a timer carries for the wheel that it hangs in.</summary>
internal struct TimerLinks
{
    /// <summary>Neighbours in the slot's ring; null: in no slot. The owner's of the wheel.</summary>
    internal ITimerNode? Next;
    internal ITimerNode? Previous;

    /// <summary>The next of those that asked the owner to look at them. Written before the push, read after the take.</summary>
    internal ITimerNode? Asked;

    /// <summary>The wheel and its queue; written before the timer can be found, for good.</summary>
    internal RunQueue? Home;

    /// <summary>In ticks of the process's time; written once.</summary>
    internal long Deadline;

    /// <summary>1: it waits for the owner to look at it. By exchange alone.</summary>
    internal int IsAsking;

    /// <summary>Where it hangs; meaningless without neighbours. The owner's.</summary>
    internal ushort Slot;
    internal byte Level;
}
