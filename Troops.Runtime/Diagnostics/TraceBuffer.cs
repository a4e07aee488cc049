using Troops.Seams;

namespace Troops.Diagnostics;

/// <summary>
/// What one worker has noted and the trace's writer has not taken yet: a ring, bounded, and the turn that is under way. When the ring is full, what comes is dropped and counted.
/// </summary>
/// <remarks>
/// <para>
/// One producer (the worker; of the scheduler's own track: whoever holds the lock of the hand-offs), one consumer (the writer). <c>head</c>, <c>dropped</c>, <c>seenTail</c> and <c>lastStart</c> are the producer's,
/// <c>tail</c> and <c>lastTurn</c> are the consumer's. The slot is released by the store of head and acquired by the consumer's load of it; it is given back by the store of tail.
/// </para>
/// <para>
/// The turn under way is the producer's, and the consumer copies it under a sequence lock: <c>version</c> is odd while it is written, and a copy counts only if the version was the same even
/// number before and after. A turn that ends is added to the ring before it is taken away here. So who copies it first and takes the rest of the ring then has each turn that had begun: as
/// under way, in the ring, or as both, which <see cref="IsTaken"/> tells, because no two turns of a buffer have the same start.
/// </para>
/// <para>
/// A turn that had begun before the trace did notes nothing. It is <c>met</c>: written and taken back under the lock of the workers when the trace begins and ends, and read after that.
/// </para>
/// </remarks>
internal sealed class TraceBuffer
{
    /// <summary>Longer than it takes to write the turn under way.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMicroseconds(100);

    private readonly TraceRecord[] slots;
    private readonly Parker writer;
    private long head;
    private long seenTail;
    private long dropped;
    private long tail;
    private long lastTurn = long.MinValue;
    private long lastStart;
    private TraceRecord underWay;
    private int version;
    private TraceRecord met;
    private long metTurns;

    /// <param name="capacity">A power of two.</param>
    /// <param name="writer">The consumer's: woken each time that half of the ring has been filled.</param>
    internal TraceBuffer(int track, int capacity, Parker writer)
    {
        Track = track;
        slots = new TraceRecord[capacity];
        this.writer = writer;
    }

    /// <summary>The worker's number; 0 is the scheduler itself.</summary>
    internal int Track { get; }

    internal long Dropped => Volatile.Read(ref dropped);

    /// <summary>When the trace begins: what the worker does.</summary>
    /// <param name="turns">That the worker has begun, read before its thread: if another turn begins in between, <see cref="Part"/> finds one more.</param>
    /// <param name="thread">Whose turn it is; null between turns.</param>
    internal void Meet(long turns, ITraced? thread)
    {
        long now = Clock.Now;
        (metTurns, met) = (turns, new TraceRecord(TraceKind.UnderWay, now, now, thread, null));
    }

    /// <summary>When the trace has ended: what the worker does then.</summary>
    internal void Part(long turns, ITraced? thread)
    {
        if (turns != metTurns || thread != met.Thread)
        {
            met = default;
        }
    }

    /// <summary>Producer only.</summary>
    /// <param name="body">In the first turn of a thread: what it was started with.</param>
    internal void BeginTurn(ITraced thread, Delegate? body)
    {
        lastStart = Math.Max(Clock.Now, lastStart + 1);
        SetUnderWay(new TraceRecord(TraceKind.UnderWay, lastStart, lastStart, thread, body));
    }

    /// <summary>Producer only: the turn that was begun last.</summary>
    internal void EndTurn(TraceKind why)
    {
        Add(underWay with { Kind = why, End = Clock.Now });
        // The thread is not to be kept alive by a trace.
        SetUnderWay(default);
    }

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
        if (record.IsTurn)
        {
            lastTurn = record.Start;
        }

        return true;
    }

    /// <summary>Consumer only, when the trace has ended: the turn that has begun and not ended, if there is one. It waits for a producer that is about to begin or end one.</summary>
    internal TraceRecord? CopyUnderWay()
    {
        while (true)
        {
            int before = Volatile.Read(ref version);
            TraceRecord copy = underWay;
            // Pairs with SetUnderWay: what it writes after its first version is not copied before this load unless the load sees that version.
            Volatile.ReadBarrier();
            if (before % 2 == 0 && before == Volatile.Read(ref version))
            {
                copy = copy.Thread is null ? met : copy;
                return copy.Thread is null ? null : copy;
            }

            writer.Park(Retry);
        }
    }

    /// <summary>Consumer only: whether it has taken the turn from the ring.</summary>
    internal bool IsTaken(in TraceRecord turn) => turn.Start <= lastTurn;

    private void SetUnderWay(in TraceRecord turn)
    {
        version++;
        Volatile.WriteBarrier();
        underWay = turn;
        Volatile.Write(ref version, version + 1);
    }
}
