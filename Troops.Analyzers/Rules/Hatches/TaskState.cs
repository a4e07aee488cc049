namespace Troops.Analyzers.Rules.Hatches;

/// <summary>Which tasks each variable may hold at a point of a body, and which of these may have been consumed. Grows, and never shrinks, as paths are joined.</summary>
/// <remarks>
/// Every place that starts a task stands for two: the task that it started last, and all those before, in earlier rounds of a loop. Bits of one row of words a variable:
/// held, then consumed.
/// </remarks>
internal sealed class TaskState(int variables, int starts)
{
    private readonly int words = ((2 * starts) + 63) / 64;

    private readonly ulong[] bits = new ulong[variables * 2 * (((2 * starts) + 63) / 64)];

    /// <summary>Whether anything is new in it then.</summary>
    internal bool Join(TaskState other)
    {
        bool changed = false;
        for (int i = 0; i < bits.Length; i++)
        {
            ulong joined = bits[i] | other.bits[i];
            changed |= joined != bits[i];
            bits[i] = joined;
        }

        return changed;
    }

    internal void Set(TaskState other) => Array.Copy(other.bits, bits, bits.Length);

    internal void Start(int variable, int start)
    {
        int word = start / 32;
        ulong last = 1UL << (2 * (start % 32));
        for (int row = 0; row < 2 * variables; row++)
        {
            int at = (row * words) + word;
            if ((bits[at] & last) != 0)
            {
                bits[at] = (bits[at] & ~last) | (last << 1);
            }
        }

        Clear(variable);
        bits[Held(variable) + word] = last;
    }

    internal void Copy(int variable, int other)
    {
        if (variable != other)
        {
            Array.Copy(bits, Held(other), bits, Held(variable), 2 * words);
        }
    }

    /// <summary>Whether one that it may hold may have been consumed before.</summary>
    internal bool MayBeConsumed(int variable)
    {
        for (int i = 0; i < words; i++)
        {
            if (bits[Consumed(variable) + i] != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>For all variables that may hold one of the same.</summary>
    internal void Consume(int variable)
    {
        for (int other = 0; other < variables; other++)
        {
            for (int i = 0; i < words; i++)
            {
                bits[Consumed(other) + i] |= bits[Held(other) + i] & bits[Held(variable) + i];
            }
        }
    }

    internal bool Holds(int variable, int start) => (bits[Held(variable) + (start / 32)] & (3UL << (2 * (start % 32)))) != 0;

    private void Clear(int variable) => Array.Clear(bits, Held(variable), 2 * words);

    private int Held(int variable) => variable * 2 * words;

    private int Consumed(int variable) => Held(variable) + words;
}
