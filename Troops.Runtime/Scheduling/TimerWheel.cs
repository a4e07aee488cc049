using System.Numerics;

namespace Troops.Scheduling;

/// <summary>A hierarchical timing wheel: arming and disarming cost a few links, whatever the number of timers and however far they are.</summary>
/// <remarks>
/// Eleven levels of 64 slots; a slot of level n spans 64^n ticks, so the whole spans all that a deadline can say, and level 0 is exact. A timer hangs at the level of the highest bit in
/// which its deadline differs from <c>elapsed</c>, the time up to which all has been taken; above that bit both are the same. From this follows everything:
/// <para>
/// all timers of a level come before all of the levels above, all of a slot before all of the slots behind it, and the first slot of the lowest level that has one holds the earliest;
/// equal deadlines hang in one slot, in the order in which they were armed, wherever <c>elapsed</c> stood then: the level depends on nothing else, and a slot that is spread to lower
/// levels is spread in order, into empty ones.
/// </para>
/// <para>
/// <c>earliest</c> of a slot is a lower bound: disarming does not raise it. A bound that nobody is left for costs one look, which spreads the slot and makes its bounds exact.
/// </para>
/// Not thread-safe: it is the owner's of the run queue (<see cref="Timers"/>).
/// <para>
/// Source: Varghese and Lauck, "Hashed and hierarchical timing wheels" (SOSP 1987), scheme 7; the level by the highest differing bit is Tokio's (runtime/time/wheel). Unlike there the
/// bound of each slot is kept, so that a worker sleeps until a timer is due and not until a slot begins: an idle process wakes up for nothing but a timer.
/// </para>
/// Rejected: a heap (a logarithm of cache misses to arm, and a timer would have to know its place); one wheel of coarse ticks (a millisecond's ticker needs exact ones, an hour's a
/// wide range); a wheel a process (a lock or an atomic to arm).
/// </remarks>
internal sealed class TimerWheel(long start)
{
    private const int Bits = 6;
    private const int Slots = 1 << Bits;
    private const int Levels = 11;

    private readonly Level?[] levels = new Level?[Levels];
    private readonly List<Due> due = [];
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
            return false;
        }

        Level level = levels[links.Level]!;
        ref ITimerNode? head = ref level.Heads[links.Slot];
        if (next == node)
        {
            head = null;
            level.Occupied &= ~(1UL << links.Slot);
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
        return true;
    }

    /// <summary>Takes everything that is due at <paramref name="now"/>, in the order of the deadlines, equal ones as they were armed, and fires it.</summary>
    internal void Advance(long now)
    {
        if (now < Next)
        {
            return;
        }

        ITimerNode? early = null;
        TakeUpTo(now, ref early);
        elapsed = Math.Max(elapsed, now);
        while (early is not null)
        {
            ITimerNode? next = early.Links.Next;
            Hang(early);
            early = next;
        }

        FindNext();
        Count -= due.Count;
        Fired += due.Count;
        foreach (Due timer in due)
        {
            timer.Node.Fire();
        }

        Forget();
    }

    /// <summary>Takes everything, in no order.</summary>
    internal ITimerNode[] TakeAll()
    {
        List<ITimerNode> all = new(Count);
        foreach (Level? level in levels)
        {
            while (level is { Occupied: not 0 })
            {
                all.Add(level.Heads[BitOperations.TrailingZeroCount(level.Occupied)]!);
                Remove(all[^1]);
            }
        }

        return [.. all];
    }

    private void Hang(ITimerNode node)
    {
        ref TimerLinks links = ref node.Links;
        long deadline = Math.Max(links.Deadline, elapsed);
        ulong differs = (ulong)(deadline ^ elapsed);
        int index = differs == 0 ? 0 : BitOperations.Log2(differs) / Bits;
        int slot = (int)(deadline >> (Bits * index)) & (Slots - 1);
        Level level = levels[index] ??= new Level();
        links.Level = (byte)index;
        links.Slot = (byte)slot;

        ref ITimerNode? head = ref level.Heads[slot];
        if (head is null)
        {
            links.Next = links.Previous = node;
            head = node;
            level.Occupied |= 1UL << slot;
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

        Next = Math.Min(Next, deadline);
    }

    /// <summary>Empties each slot that begins by <paramref name="now"/>: what is due goes to the list, what is early to the chain, in the order of their slots.</summary>
    private void TakeUpTo(long now, ref ITimerNode? early)
    {
        ITimerNode? lastEarly = null;
        for (int index = 0; index < Levels; index++)
        {
            while (levels[index] is { Occupied: not 0 } level)
            {
                int slot = BitOperations.TrailingZeroCount(level.Occupied);
                if (BeginOf(index, slot) > now)
                {
                    // Everything else comes later still.
                    return;
                }

                level.Occupied &= level.Occupied - 1;
                ITimerNode first = level.Heads[slot]!;
                level.Heads[slot] = null;
                Sort(first, now, ref early, ref lastEarly);
            }
        }
    }

    private void Sort(ITimerNode first, long now, ref ITimerNode? early, ref ITimerNode? lastEarly)
    {
        int before = due.Count;
        bool sorted = true;
        ITimerNode? node = first;
        first.Links.Previous!.Links.Next = null;
        while (node is not null)
        {
            ref TimerLinks links = ref node.Links;
            ITimerNode? next = links.Next;
            links.Next = links.Previous = null;
            if (links.Deadline > now)
            {
                if (lastEarly is null)
                {
                    early = node;
                }
                else
                {
                    lastEarly.Links.Next = node;
                }

                lastEarly = node;
            }
            else
            {
                sorted &= due.Count == before || due[^1].Deadline <= links.Deadline;
                due.Add(new Due(links.Deadline, due.Count, node));
            }

            node = next;
        }

        if (!sorted)
        {
            due.Sort(before, due.Count - before, Comparer<Due>.Default);
        }
    }

    private void FindNext()
    {
        foreach (Level? level in levels)
        {
            if (level is { Occupied: not 0 })
            {
                Next = level.Earliest[BitOperations.TrailingZeroCount(level.Occupied)];
                return;
            }
        }

        Next = Seams.TimeSource.Never;
    }

    private long BeginOf(int level, int slot)
    {
        int shift = Bits * level;
        long above = shift + Bits >= 64 ? 0 : elapsed >> (shift + Bits) << (shift + Bits);
        return above | ((long)slot << shift);
    }

    /// <summary>A burst leaves no large list behind.</summary>
    private void Forget()
    {
        const int kept = 1024;
        due.Clear();
        if (due.Capacity > kept)
        {
            due.Capacity = kept;
        }
    }

    private sealed class Level
    {
        internal readonly ITimerNode?[] Heads = new ITimerNode?[Slots];
        internal readonly long[] Earliest = new long[Slots];
        internal ulong Occupied;
    }

    /// <summary>Sorted by deadline, then by the order of arming.</summary>
    private readonly record struct Due(long Deadline, int Order, ITimerNode Node) : IComparable<Due>
    {
        public int CompareTo(Due other) => Deadline != other.Deadline ? Deadline.CompareTo(other.Deadline) : Order.CompareTo(other.Order);
    }
}
