using System.Runtime.CompilerServices;
using Troops.Seams;

namespace Troops.Sharing;

/// <content>The values that are kept: array segments between a sending and a receiving side.</content>
/// <remarks>
/// Two gates, so that a sender and a receiver on two workers do not meet as long as there are values and room: each side keeps what it last saw of the other's count, and looks again only
/// when that says full or empty (the cached indices of Lee, Bu and Chandranmenon's MCRingBuffer, 2010, with a gate a side as in Michael and Scott's two-lock queue, 1996).
/// <para>
/// <c>obstacles</c> says what the fast ways cannot deal with: waiting receivers, waiting senders, the end. It is written only by who holds both gates (sending first, then
/// receiving), so whoever holds one of them reads it exactly: no sender can keep a value and miss a receiver that went to wait before.
/// </para>
/// </remarks>
public sealed partial class Channel<T>
{
    private const int LargestSegment = 512;
    private const int SmallestSegment = 8;

    private const int ReceiversWait = 1;
    private const int SendersWait = 2;
    private const int Ended = 4;

    private SendingSide<T> sending;
    private ReceivingSide<T> receiving;
    private int obstacles;

    /// <summary>A segment that was read to its end, for the next sender that needs one.</summary>
    private Segment<T>? spare;

    /// <summary>Keeps the value if that takes nothing but the sending gate. False: the slow way decides.</summary>
    private bool TryKeepFast(T value)
    {
        // A glance without the gate: mostly right, and if it is wrong the slow way finds out.
        if (Volatile.Read(ref obstacles) != 0)
        {
            return false;
        }

        ref SendingSide<T> side = ref sending;
        side.Gate.Enter();
        if (obstacles != 0 || !HasRoom(ref side))
        {
            side.Gate.Exit();
            return false;
        }

        Segment<T>? segment = side.Segment;
        if (segment is null || (uint)side.Slot >= (uint)segment.Slots.Length)
        {
            if (segment is null || !TryExtend(ref side))
            {
                side.Gate.Exit();
                return false;
            }

            segment = side.Segment!;
        }

        segment.Slots[side.Slot++].Value = value;
        Volatile.Write(ref side.Kept, side.Kept + 1);
        side.Gate.Exit();
        return true;
    }

    /// <summary>Takes the oldest value if that takes nothing but the receiving gate. False: the slow way decides.</summary>
    internal bool TryTakeFast(out T value)
    {
        ref ReceivingSide<T> side = ref receiving;
        if (Volatile.Read(ref side.Taken) == Volatile.Read(ref sending.Kept))
        {
            value = default!;
            return false;
        }

        ref Gate gate = ref ReceivingGate;
        gate.Enter();
        if ((obstacles & SendersWait) != 0 || !HasValues(ref side))
        {
            gate.Exit();
            value = default!;
            return false;
        }

        value = TakeSlot(ref side);
        gate.Exit();
        return true;
    }

    /// <summary>Under the sending gate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasRoom(ref SendingSide<T> side)
    {
        if (side.Kept - side.TakenSeen < capacity)
        {
            return true;
        }

        side.TakenSeen = Volatile.Read(ref receiving.Taken);
        return side.Kept - side.TakenSeen < capacity;
    }

    /// <summary>Under the receiving gate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasValues(ref ReceivingSide<T> side)
    {
        if (side.Taken != side.KeptSeen)
        {
            return true;
        }

        side.KeptSeen = Volatile.Read(ref sending.Kept);
        return side.Taken != side.KeptSeen;
    }

    /// <summary>Under the receiving gate; there is a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T TakeSlot(ref ReceivingSide<T> side)
    {
        Segment<T> segment = side.Segment!;
        if ((uint)side.Slot >= (uint)segment.Slots.Length)
        {
            segment = Advance(ref side);
        }

        ref T slot = ref segment.Slots[side.Slot++].Value;
        T value = slot;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            slot = default!;
        }

        Volatile.Write(ref side.Taken, side.Taken + 1);
        return value;
    }

    /// <summary>Under both gates; there is room, or the value goes to a receiver at once.</summary>
    private void Keep(T value)
    {
        ref SendingSide<T> side = ref sending;
        if (side.Segment is not { } segment)
        {
            segment = new Segment<T>((int)Math.Min(SmallestSegment, capacity));
            if (capacity <= SmallestSegment)
            {
                segment.Next = segment;
            }

            receiving.Segment = side.Segment = segment;
        }
        else if (side.Slot >= segment.Slots.Length)
        {
            Extend(ref side);
        }

        side.Segment!.Slots[side.Slot++].Value = value;
        Volatile.Write(ref side.Kept, side.Kept + 1);
    }

    /// <summary>Under the sending gate, which a lack of memory must not leave shut: that is thrown in the slow way, which has a finally.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryExtend(ref SendingSide<T> side)
    {
        try
        {
            Extend(ref side);
            return true;
        }
        catch (OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>Under the sending gate: the last segment is full.</summary>
    private void Extend(ref SendingSide<T> side)
    {
        Segment<T> full = side.Segment!;
        if (full.Next != full)
        {
            Segment<T>? next = full.Slots.Length == LargestSegment ? Interlocked.Exchange(ref spare, null) : null;
            full.Next = next ?? new Segment<T>(Math.Min(2 * full.Slots.Length, LargestSegment));
            side.Segment = full.Next;
        }

        side.Slot = 0;
    }

    /// <summary>Under the receiving gate: the first segment is read, and there is a value after it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Segment<T> Advance(ref ReceivingSide<T> side)
    {
        Segment<T> read = side.Segment!;
        Segment<T> next = read.Next!;
        if (next != read)
        {
            read.Next = null;
            if (read.Slots.Length == LargestSegment)
            {
                // Released by the write, acquired by the exchange in Extend.
                Volatile.Write(ref spare, read);
            }
        }

        side.Segment = next;
        side.Slot = 0;
        return next;
    }

    /// <summary>Both sides of a small channel go through one gate: they meet at each value anyway.</summary>
    private bool HasOneGate => capacity <= SmallestSegment;

    private ref Gate ReceivingGate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref HasOneGate ? ref sending.Gate : ref receiving.Gate;
    }

    /// <summary>Both gates, always in this order.</summary>
    internal void EnterBoth()
    {
        sending.Gate.Enter();
        if (!HasOneGate)
        {
            receiving.Gate.Enter();
        }
    }

    internal void ExitBoth()
    {
        if (!HasOneGate)
        {
            receiving.Gate.Exit();
        }

        sending.Gate.Exit();
    }
}
