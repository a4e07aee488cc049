namespace Troops.Scheduling;

/// <summary>A bounded work-stealing deque: the owner works at the new end, anybody may take from the old end.</summary>
/// <remarks>
/// The states are two counters that only grow: <c>oldest</c> (next to be taken) and <c>newest</c> (next free slot); items are
/// <c>[oldest, newest)</c>, slot = counter mod capacity.
/// <para>
/// Writers: <c>newest</c> and the slots, the owner alone; <c>oldest</c>, anybody, by compare-and-swap of one step. Fences: TryPush publishes the slot
/// before <c>newest</c> (release; pairs with the volatile read in TakeOldest). PopNewest lowers <c>newest</c>, full fence, then reads
/// <c>oldest</c>; TakeOldest reads <c>oldest</c>, full fence, then <c>newest</c>: for the last item one of them sees the other, and the
/// compare-and-swap on <c>oldest</c> decides. A slot read before a successful compare-and-swap is the right one, since the owner writes a slot
/// again only after <c>oldest</c> has passed it.
/// </para>
/// <para>
/// A taken item's slot keeps its reference until it is overwritten; the owner wipes them when it goes idle (<see cref="Wipe"/>), which is safe
/// while the deque is empty: a thief that read a wiped slot fails its compare-and-swap.
/// </para>
/// Source: Chase and Lev, "Dynamic circular work-stealing deque" (SPAA 2005), without growth: what does not fit goes to the injection queue.
/// </remarks>
internal sealed class StealableDeque
{
    internal const int Capacity = 256;

    private readonly Slot[] slots = new Slot[Capacity];
    private PaddedCounter oldest;
    private PaddedCounter newest;
    private long wiped;

    /// <summary>How many items there are; exact for the owner if nobody takes, a hint for everybody else.</summary>
    internal int Count => (int)Math.Max(0, Volatile.Read(ref newest.Value) - Volatile.Read(ref oldest.Value));

    /// <summary>As exact as <see cref="Count"/>.</summary>
    internal bool IsEmpty => Volatile.Read(ref newest.Value) <= Volatile.Read(ref oldest.Value);

    /// <summary>Owner only. False if it is full.</summary>
    internal bool TryPush(ThreadHeader thread)
    {
        long slot = newest.Value;
        if (slot - Volatile.Read(ref oldest.Value) >= Capacity)
        {
            return false;
        }

        slots[slot & (Capacity - 1)].Thread = thread;
        // Pairs with TakeOldest: publish the slot before the counter.
        Volatile.Write(ref newest.Value, slot + 1);
        return true;
    }

    /// <summary>Owner only: last in, first out.</summary>
    internal ThreadHeader? PopNewest()
    {
        long last = newest.Value - 1;
        if (last < Volatile.Read(ref oldest.Value))
        {
            return null;
        }

        newest.Value = last;
        // Pairs with TakeOldest: my claim on the last item is visible before I look for a rival.
        Interlocked.MemoryBarrier();
        long first = Volatile.Read(ref oldest.Value);
        if (first > last)
        {
            newest.Value = last + 1;
            return null;
        }

        ThreadHeader? thread = slots[last & (Capacity - 1)].Thread;
        if (first < last)
        {
            slots[last & (Capacity - 1)].Thread = null;
            return thread;
        }

        bool won = Interlocked.CompareExchange(ref oldest.Value, first + 1, first) == first;
        newest.Value = last + 1;
        return won ? thread : null;
    }

    /// <summary>Anybody: first in, first out. Null if it is empty.</summary>
    internal ThreadHeader? TakeOldest()
    {
        while (true)
        {
            long first = Volatile.Read(ref oldest.Value);
            // Pairs with PopNewest.
            Interlocked.MemoryBarrier();
            if (first >= Volatile.Read(ref newest.Value))
            {
                return null;
            }

            if (TryTake(first, out ThreadHeader? thread))
            {
                return thread;
            }
        }
    }

    /// <summary>Owner only: as <see cref="TakeOldest"/>, without the fence, since the only one to pop is the owner.</summary>
    internal ThreadHeader? PopOldest()
    {
        while (true)
        {
            long first = Volatile.Read(ref oldest.Value);
            if (first >= newest.Value)
            {
                return null;
            }

            if (TryTake(first, out ThreadHeader? thread))
            {
                return thread;
            }
        }
    }

    /// <summary>Anybody, for dumps: what is there, and perhaps something that was taken meanwhile.</summary>
    internal void CopyTo(HashSet<ThreadHeader> threads)
    {
        long end = Volatile.Read(ref newest.Value);
        for (long slot = Math.Max(Volatile.Read(ref oldest.Value), end - Capacity); slot < end; slot++)
        {
            if (Volatile.Read(ref slots[slot & (Capacity - 1)].Thread) is { } thread)
            {
                threads.Add(thread);
            }
        }
    }

    /// <summary>Owner only, and only while it is empty: forgets the threads that have passed through.</summary>
    internal void Wipe()
    {
        if (Count == 0 && wiped != newest.Value)
        {
            Array.Clear(slots);
            wiped = newest.Value;
        }
    }

    private bool TryTake(long first, out ThreadHeader? thread)
    {
        thread = Volatile.Read(ref slots[first & (Capacity - 1)].Thread);
        return Interlocked.CompareExchange(ref oldest.Value, first + 1, first) == first;
    }

    /// <summary>In a struct a store needs no check of the array's element type.</summary>
    private struct Slot
    {
        internal ThreadHeader? Thread;
    }
}
