using System.Numerics;

namespace Troops.Scheduling;

/// <summary>A hierarchical timing wheel: arming and disarming cost a few links, whatever the number of timers and however far they are.</summary>
/// <remarks>
/// Time is cut into grains of 2^16 ticks (65 us where a tick is a nanosecond). Five levels of 1,024 slots; a slot of level 0 is a grain, one of level n spans 1,024^n grains, so the whole
/// spans all that a deadline can say. A timer hangs at the level of the highest digit in which the grain of its deadline differs from that of <c>elapsed</c>, the time up to which all has
/// been taken; above that digit both are the same. From this follows everything:
/// <para>
/// all timers of a level come before all of the levels above, all of a slot before all of the slots behind it, and the first slot of the lowest level that has one holds the earliest;
/// equal deadlines hang in one slot, in the order in which they were armed, wherever <c>elapsed</c> stood then: the level depends on nothing else, and a slot that is spread to lower
/// levels is spread in order, into empty ones.
/// </para>
/// <para>
/// When its time begins a grain leaves the wheel for <c>current</c>, sorted by deadline and then by arming, and is fired from its front. What is armed for the current grain goes there at once.
/// What is disarmed there is marked, and skipped when its turn comes, 65 us later at most.
/// </para>
/// <para>
/// <c>earliest</c> of a slot is a lower bound: disarming does not raise it. A bound that nobody is left for costs one look, which spreads the slot and makes its bounds exact. It also
/// makes the wheel exact to a tick, though a slot is not.
/// </para>
/// <para>
/// Many slots a level, for spreading one is a burst of work that makes what is due meanwhile late: of a million timers within a minute 67 ms' worth are spread at a time, and each is spread
/// once. (64 slots a level and a grain of one tick spread a second's worth at a time, four times over: a million timers were 100 to 600 ms late.)
/// </para>
/// Not thread-safe: it is the owner's of the run queue (<see cref="Timers"/>).
/// <para>
/// Source: Varghese and Lauck, "Hashed and hierarchical timing wheels" (SOSP 1987), scheme 7; the level by the highest differing digit is Tokio's (runtime/time/wheel). Unlike there the
/// bound of each slot is kept, so that a worker sleeps until a timer is due and not until a slot begins: an idle process wakes up for nothing but a timer.
/// </para>
/// Rejected: a heap (a logarithm of cache misses to arm, and a timer would have to know its place); one wheel of coarse ticks (a millisecond's ticker needs exact ones, an hour's a
/// wide range); a wheel a process (a lock or an atomic to arm).
/// </remarks>
internal sealed class TimerWheel(long start)
{
    private const int GrainBits = 16;
    private const int Bits = 10;
    private const int Levels = 5;

    /// <summary>Instead of a level: in the current grain. Whoever disarms takes the mark away, and the entry there is skipped.</summary>
    private const byte InCurrent = byte.MaxValue;

    private readonly TimerLevel?[] levels = new TimerLevel?[Levels];
    private readonly List<Due> current = [];
    private int fired;
    private long order;
    private long elapsed = start;

    /// <summary>How many timers hang in the wheel.</summary>
    internal int Count { get; private set; }

    /// <summary>No timer is due before; <see cref="Seams.TimeSource.Never"/> if there is none.</summary>
    internal long Next { get; private set; } = Seams.TimeSource.Never;

    /// <summary>Timers that were ever armed here, and those whose time came, for observers; the owner's, who writes them plainly.</summary>
    internal long Armed;
    internal long Fired;

    internal void Insert(ITimerNode node)
    {
        Hang(node);
        Count++;
        Armed++;
    }

    /// <summary>Takes a timer out; false if it does not hang here.</summary>
    internal bool Remove(ITimerNode node)
    {
        ref TimerLinks links = ref node.Links;
        if (links.Next is not { } next)
        {
            bool left = TryLeaveCurrent(ref links);
            ForgetIfEmpty();
            return left;
        }

        TimerLevel level = levels[links.Level]!;
        ref ITimerNode? head = ref level.Heads[links.Slot];
        if (next == node)
        {
            head = null;
            level.Vacate(links.Slot);
            FindNext();
        }
        else
        {
            ITimerNode previous = links.Previous!;
            previous.Links.Next = next;
            next.Links.Previous = previous;
            if (head == node)
            {
                head = next;
            }
        }

        links.Next = links.Previous = null;
        Count--;
        ForgetIfEmpty();
        return true;
    }

    /// <summary>Takes everything that is due at <paramref name="now"/>, in the order of the deadlines, equal ones as they were armed, and fires it.</summary>
    internal void Advance(long now)
    {
        if (now < Next)
        {
            return;
        }

        BringUpTo(now);
        while (fired < current.Count && current[fired].Deadline <= now)
        {
            ITimerNode node = current[fired++].Node;
            if (TryLeaveCurrent(ref node.Links))
            {
                Fired++;
                node.Fire();
            }
        }

        Forget();
        FindNext();
        ForgetIfEmpty();
    }

    /// <summary>Takes everything, in no order.</summary>
    internal ITimerNode[] TakeAll()
    {
        List<ITimerNode> all = new(Count);
        foreach (TimerLevel? level in levels)
        {
            while (level is { IsEmpty: false })
            {
                all.Add(level.Heads[level.First]!);
                Remove(all[^1]);
            }
        }

        for (; fired < current.Count; fired++)
        {
            if (TryLeaveCurrent(ref current[fired].Node.Links))
            {
                all.Add(current[fired].Node);
            }
        }

        Forget();
        Next = Seams.TimeSource.Never;
        return [.. all];
    }

    private void Hang(ITimerNode node)
    {
        ref TimerLinks links = ref node.Links;
        long deadline = Math.Max(links.Deadline, elapsed);
        Next = Math.Min(Next, deadline);
        ulong differs = (ulong)(deadline ^ elapsed) >> GrainBits;
        if (differs == 0)
        {
            HangNow(new Due(links.Deadline, order++, node));
            return;
        }

        int index = BitOperations.Log2(differs) / Bits;
        int slot = (int)(deadline >> ShiftOf(index)) & (TimerLevel.Slots - 1);
        TimerLevel level = levels[index] ??= new TimerLevel();
        links.Level = (byte)index;
        links.Slot = (ushort)slot;

        ref ITimerNode? head = ref level.Heads[slot];
        if (head is null)
        {
            links.Next = links.Previous = node;
            head = node;
            level.Occupy(slot);
            level.Earliest[slot] = deadline;
        }
        else
        {
            ref TimerLinks first = ref head.Links;
            ITimerNode last = first.Previous!;
            links.Next = head;
            links.Previous = last;
            last.Links.Next = node;
            first.Previous = node;
            level.Earliest[slot] = Math.Min(level.Earliest[slot], deadline);
        }
    }

    /// <summary>Into the current grain, behind those that are due no later.</summary>
    private void HangNow(Due timer)
    {
        int place = current.Count;
        while (place > fired && current[place - 1].Deadline > timer.Deadline)
        {
            place--;
        }

        timer.Node.Links.Level = InCurrent;
        current.Insert(place, timer);
    }

    /// <summary>False if it was disarmed, or is not there at all.</summary>
    private bool TryLeaveCurrent(ref TimerLinks links)
    {
        if (links.Level != InCurrent)
        {
            return false;
        }

        links.Level = 0;
        Count--;
        return true;
    }

    /// <summary>Empties each slot that begins by <paramref name="now"/>: into the current grain what belongs there or is overdue, into lower levels what comes later.</summary>
    private void BringUpTo(long now)
    {
        ITimerNode? later = null;
        ITimerNode? latest = null;
        int before = current.Count;
        while (TakeSlot(now) is { } node)
        {
            for (ITimerNode? next; node is not null; node = next)
            {
                ref TimerLinks links = ref node.Links;
                next = links.Next;
                links.Next = links.Previous = null;
                if (links.Deadline >> GrainBits <= now >> GrainBits)
                {
                    links.Level = InCurrent;
                    current.Add(new Due(links.Deadline, order++, node));
                }
                else
                {
                    (latest is null ? ref later : ref latest.Links.Next) = node;
                    latest = node;
                }
            }
        }

        elapsed = Math.Max(elapsed, now);
        current.Sort(before, current.Count - before, Comparer<Due>.Default);
        while (later is not null)
        {
            ITimerNode? next = later.Links.Next;
            Hang(later);
            later = next;
        }
    }

    /// <summary>The timers of the first slot, as a chain, if it begins by <paramref name="now"/>.</summary>
    private ITimerNode? TakeSlot(long now)
    {
        for (int index = 0; index < Levels; index++)
        {
            if (levels[index] is { IsEmpty: false } level)
            {
                int slot = level.First;
                if (BeginOf(index, slot) > now)
                {
                    // Everything else comes later still.
                    return null;
                }

                level.Vacate(slot);
                ITimerNode first = level.Heads[slot]!;
                level.Heads[slot] = null;
                first.Links.Previous!.Links.Next = null;
                return first;
            }
        }

        return null;
    }

    private void FindNext()
    {
        if (fired < current.Count)
        {
            Next = current[fired].Deadline;
            return;
        }

        foreach (TimerLevel? level in levels)
        {
            if (level is { IsEmpty: false })
            {
                Next = level.Earliest[level.First];
                return;
            }
        }

        Next = Seams.TimeSource.Never;
    }

    private static int ShiftOf(int level) => GrainBits + (Bits * level);

    private long BeginOf(int level, int slot)
    {
        int above = ShiftOf(level + 1);
        long begin = above >= 64 ? 0 : elapsed >> above << above;
        return begin | ((long)slot << ShiftOf(level));
    }

    /// <summary>What is left of the current grain was disarmed.</summary>
    private void ForgetIfEmpty()
    {
        if (Count == 0)
        {
            fired = current.Count;
            Forget();
            FindNext();
        }
    }

    /// <summary>Lets go of what was fired, once in a while; a burst leaves no large list behind.</summary>
    private void Forget()
    {
        const int most = 1024;
        if (fired == current.Count || fired >= most)
        {
            current.RemoveRange(0, fired);
            fired = 0;
            if (current.Count < most && current.Capacity > 2 * most)
            {
                current.Capacity = most;
            }
        }
    }

    /// <summary>Sorted by deadline, then by the order of arming.</summary>
    private readonly record struct Due(long Deadline, long Order, ITimerNode Node) : IComparable<Due>
    {
        public int CompareTo(Due other) => Deadline != other.Deadline ? Deadline.CompareTo(other.Deadline) : Order.CompareTo(other.Order);
    }
}
