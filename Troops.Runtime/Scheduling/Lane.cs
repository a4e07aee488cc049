namespace Troops.Scheduling;

/// <summary>One troop's part of a run queue: the thread woken last, newly started children (depth-first), and everything else (in order).</summary>
/// <remarks>
/// Everything here belongs to the run queue's owner, but the old ends of the two deques, which thieves may take from. The slot of the thread woken
/// last is not stealable: it keeps a pair that talks to each other on one worker; the owner flushes it at each refuel.
/// </remarks>
internal sealed class Lane(TroopShare share)
{
    /// <summary>How often in a row the slot may go before everybody else: enough for a conversation, too few to starve the rest.</summary>
    private const int SlotStreak = 16;

    /// <summary>The same for threads that timers woke.</summary>
    private const int TimedStreak = 16;

    private ThreadHeader? wokenLast;
    private int streak;
    private int timedStreak;

    /// <summary>Rebound by the owner when the lane is empty. A thief that looks at that moment takes from the wrong troop, which costs nothing.</summary>
    internal TroopShare Share { get; set; } = share;

    internal StealableDeque Children { get; } = new();

    internal StealableDeque Ready { get; } = new();

    /// <summary>Threads that a timer has woken, in the order of their deadlines; null until there was one.</summary>
    internal StealableDeque? Timed { get; private set; }

    /// <summary>Work done for this troop by this queue, in clock ticks; the lane that is furthest behind runs next (stride scheduling).</summary>
    internal long VirtualTime { get; set; }

    /// <summary>What thieves could take.</summary>
    internal int Stealable => Children.Count + Ready.Count + (Timed?.Count ?? 0);

    /// <summary>For observers: late, and never half.</summary>
    internal ThreadHeader? WokenLast => Volatile.Read(ref wokenLast);

    internal bool IsEmpty => wokenLast is null && Children.IsEmpty && Ready.IsEmpty && Timed is not { IsEmpty: false };

    /// <summary>Puts a thread that was just woken into the slot; returns the one that was there.</summary>
    internal ThreadHeader? ReplaceWokenLast(ThreadHeader? thread)
    {
        ThreadHeader? displaced = wokenLast;
        wokenLast = thread;
        return displaced;
    }

    /// <summary>Queues a thread that a timer has woken; false if there are too many.</summary>
    internal bool TryPushTimed(ThreadHeader thread) => (Timed ??= new StealableDeque()).TryPush(thread);

    /// <summary>The thread to run next. <paramref name="readyFirst"/>: those in order get their turn before children and the slot.</summary>
    internal ThreadHeader? Pop(bool readyFirst)
    {
        if (readyFirst && Ready.PopOldest() is { } waited)
        {
            return waited;
        }

        if (Timed is not null && PopTimed() is { } timed)
        {
            return timed;
        }

        if (wokenLast is { } woken)
        {
            if (streak < SlotStreak || Stealable == 0)
            {
                streak++;
                wokenLast = null;
                return woken;
            }

            if (Ready.TryPush(woken))
            {
                wokenLast = null;
            }
        }

        streak = 0;
        return Children.PopNewest() ?? Ready.PopOldest();
    }

    /// <summary>Those that a timer has woken go before all others, but not for ever: after a streak somebody else gets a turn.</summary>
    private ThreadHeader? PopTimed()
    {
        if (timedStreak >= TimedStreak && (wokenLast is not null || Children.Count + Ready.Count > 0))
        {
            timedStreak = 0;
            return null;
        }

        ThreadHeader? timed = Timed!.PopOldest();
        timedStreak = timed is null ? 0 : timedStreak + 1;
        return timed;
    }
}
