using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>The timers of a run queue: a wheel, and a list of those that somebody else than the owner has armed or disarmed.</summary>
/// <remarks>
/// The wheel is the owner's of the run queue, and goes with the queue when that is handed off; everything but <see cref="Ask"/>, <see cref="Next"/>, <see cref="IsOverdue"/> and
/// <see cref="HasAsked"/> belongs to the owner.
/// <para>
/// <c>asked</c> is one word: null, or a chain of timers that want the owner to look at them (Treiber's stack with a take-all, as <see cref="Inbox"/>). Anybody pushes, the owner takes.
/// What is to be done is not said but read from the timer: claimed = take it out; not claimed and nowhere = hang it up. So one link is enough for a timer that is armed and cancelled
/// before the owner has looked: <c>IsAsking</c> goes 0 -> 1 by exchange and only who has moved it pushes; the owner sets it to 0 by exchange before it looks whether the timer is claimed,
/// the canceller claims before it exchanges. Hence either the owner sees the claim, or the canceller finds 0 and pushes again.
/// </para>
/// <para>
/// Firing and cancelling race for the operation's own claim, so exactly one of them wins; what is left in the wheel of a timer that was claimed elsewhere fires into nothing.
/// </para>
/// <para>
/// Who wakes a sleeping owner: it parks until <see cref="Next"/>, which it wrote before it added itself to the sleepers. Who asks pushes (a full fence), then looks whether the owner
/// sleeps and would sleep too long; the owner, once among the sleepers, pays the process-wide fence and looks at the list once more before it parks. So one of the two sees the other.
/// A timer that is to be taken out wakes nobody until there are <see cref="WakeAfter"/> of them: that is how much of what is cancelled may wait for a sleeper.
/// </para>
/// </remarks>
internal sealed class Timers(TimeSource time)
{
    /// <summary>So many requests at a time wake a sleeping owner, however far its next timer.</summary>
    private const int WakeAfter = 256;

    private readonly TimerWheel wheel = new(time.IsClock ? time.Now : 0);
    private ITimerNode? asked;
    private int requests;
    private long next = TimeSource.Never;

    /// <summary>Armed and not over; the owner's, out of date for others.</summary>
    internal int Count => wheel.Count;

    /// <summary>Since the start; safe from anywhere, and late.</summary>
    internal long Armed => Volatile.Read(ref wheel.Armed);

    /// <inheritdoc cref="Armed"/>
    internal long Fired => Volatile.Read(ref wheel.Fired);

    /// <summary>No timer in the wheel is due before. Written by the owner, read by anybody.</summary>
    internal long Next => Volatile.Read(ref next);

    /// <summary>Somebody wants the owner to look.</summary>
    internal bool HasAsked => Volatile.Read(ref asked) is not null;

    /// <summary>Nothing to look at: neither timers nor requests.</summary>
    internal bool IsIdle => Volatile.Read(ref next) == TimeSource.Never && !HasAsked;

    /// <summary>A timer is due by the clock and nobody has looked; a hint, false if the time is not the clock's.</summary>
    internal bool IsOverdue => time.IsClock && Next != TimeSource.Never && Next <= Clock.Now;

    /// <summary>The owner arms a timer of its own.</summary>
    internal void Arm(ITimerNode node)
    {
        wheel.Insert(node);
        Volatile.Write(ref next, wheel.Next);
    }

    /// <summary>The owner takes a timer out; it may have fired, or not be here yet.</summary>
    internal void Disarm(ITimerNode node)
    {
        if (wheel.Remove(node))
        {
            Volatile.Write(ref next, wheel.Next);
        }
    }

    /// <summary>Lets the owner arm <paramref name="node"/>, or take it out if it is claimed. Safe from anywhere. True if a sleeping owner should be woken.</summary>
    internal bool Ask(ITimerNode node)
    {
        ref TimerLinks links = ref node.Links;
        if (Interlocked.Exchange(ref links.IsAsking, 1) != 0)
        {
            return false;
        }

        ITimerNode? seen = Volatile.Read(ref asked);
        while (true)
        {
            links.Asked = seen;
            ITimerNode? found = Interlocked.CompareExchange(ref asked, node, seen);
            if (found == seen)
            {
                break;
            }

            seen = found;
        }

        return Interlocked.Increment(ref requests) >= WakeAfter || (!node.IsClaimed && links.Deadline < Next);
    }

    /// <summary>The owner does what it was asked for, and fires what is due at <paramref name="now"/>.</summary>
    internal void Look(long now)
    {
        Drain();
        wheel.Advance(now);
        Volatile.Write(ref next, wheel.Next);
    }

    /// <summary>The owner can no longer tell the time: every timer ends with <paramref name="fault"/>.</summary>
    internal void Fail(Exception fault)
    {
        Drain();
        foreach (ITimerNode node in wheel.TakeAll())
        {
            node.FailTimer(fault);
        }

        Volatile.Write(ref next, wheel.Next);
    }

    private void Drain()
    {
        if (!HasAsked)
        {
            return;
        }

        Volatile.Write(ref requests, 0);
        ITimerNode? newest = Interlocked.Exchange(ref asked, null);
        ITimerNode? oldest = null;
        while (newest is not null)
        {
            ITimerNode? older = newest.Links.Asked;
            newest.Links.Asked = oldest;
            oldest = newest;
            newest = older;
        }

        while (oldest is not null)
        {
            ITimerNode? later = oldest.Links.Asked;
            Follow(oldest);
            oldest = later;
        }
    }

    private void Follow(ITimerNode node)
    {
        ref TimerLinks links = ref node.Links;
        links.Asked = null;
        // Pairs with Ask: from here on a canceller pushes again, and whoever did not has claimed before.
        Interlocked.Exchange(ref links.IsAsking, 0);
        if (node.IsClaimed)
        {
            wheel.Remove(node);
        }
        else if (links.Next is null)
        {
            wheel.Insert(node);
        }
    }
}
