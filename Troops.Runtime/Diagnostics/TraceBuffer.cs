using Troops.Seams;

namespace Troops.Diagnostics;

/// <summary>What one worker has noted and the trace's writer has not taken yet: a ring, bounded. When it is full, what comes is dropped and counted.</summary>
/// <remarks>
/// One producer (the worker; of the scheduler's own track: whoever holds the lock of the hand-offs), one consumer (the writer). <c>head</c>, <c>dropped</c> and <c>seenTail</c> are the producer's,
/// <c>tail</c> is the consumer's. The slot is released by the store of head and acquired by the consumer's load of it; it is given back by the store of tail.
/// </remarks>
internal sealed class TraceBuffer
{
    private readonly TraceRecord[] slots;
    private readonly Parker writer;
    private long head;
    private long seenTail;
    private long dropped;
    private long tail;

    /// <param name="capacity">A power of two.</param>
    /// <param name="writer">Woken each time that half of the ring has been filled.</param>
    internal TraceBuffer(int track, int capacity, Parker writer)
    {
        Track = track;
        slots = new TraceRecord[capacity];
        this.writer = writer;
    }

    /// <summary>The worker's number; 0 is the scheduler itself.</summary>
    internal int Track { get; }

    internal long Dropped => Volatile.Read(ref dropped);

    /// <summary>Producer only.</summary>
    internal void Add(TraceKind kind, ITraced? thread)
    {
        long now = Clock.Now;
        Add(new TraceRecord(kind, now, now, thread, null));
    }

    /// <summary>Producer only.</summary>
    internal void Add(in TraceRecord record)
    {
        long next = head;
        if (next - seenTail >= slots.Length)
        {
            seenTail = Volatile.Read(ref tail);
            if (next - seenTail >= slots.Length)
            {
                Volatile.Write(ref dropped, dropped + 1);
                return;
            }
        }

        slots[next & (slots.Length - 1)] = record;
        // Pairs with TryTake: the slot before the head.
        Volatile.Write(ref head, next + 1);
        if ((next & ((slots.Length / 2) - 1)) == 0)
        {
            writer.Unpark();
        }
    }

    /// <summary>Consumer only.</summary>
    internal bool TryTake(out TraceRecord record)
    {
        long first = tail;
        if (first == Volatile.Read(ref head))
        {
            record = default;
            return false;
        }

        ref TraceRecord slot = ref slots[first & (slots.Length - 1)];
        record = slot;
        // The thread is not to be kept alive by a trace.
        slot = default;
        Volatile.Write(ref tail, first + 1);
        return true;
    }
}
