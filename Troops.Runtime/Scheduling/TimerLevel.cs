using System.Numerics;

namespace Troops.Scheduling;

/// <summary>The slots of one level of a <see cref="TimerWheel"/>, and which of them have timers. Made when the first timer comes: 16 KB.</summary>
internal sealed class TimerLevel
{
    internal const int Slots = 1024;

    private const int WordBits = 6;

    /// <summary>The first timer of each slot's ring.</summary>
    internal readonly ITimerNode?[] Heads = new ITimerNode?[Slots];

    /// <summary>No timer of the slot is due before; meaningless without one.</summary>
    internal readonly long[] Earliest = new long[Slots];

    private readonly ulong[] occupied = new ulong[Slots >> WordBits];

    /// <summary>Which words of <see cref="occupied"/> are not 0.</summary>
    private uint words;

    internal bool IsEmpty => words == 0;

    /// <summary>The first slot with timers; there must be one.</summary>
    internal int First
    {
        get
        {
            int word = BitOperations.TrailingZeroCount(words);
            return (word << WordBits) + BitOperations.TrailingZeroCount(occupied[word]);
        }
    }

    internal void Occupy(int slot)
    {
        occupied[slot >> WordBits] |= 1UL << slot;
        words |= 1U << (slot >> WordBits);
    }

    internal void Vacate(int slot)
    {
        ref ulong word = ref occupied[slot >> WordBits];
        word &= ~(1UL << slot);
        if (word == 0)
        {
            words &= ~(1U << (slot >> WordBits));
        }
    }
}
