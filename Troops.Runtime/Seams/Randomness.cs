namespace Troops.Seams;

/// <summary>Cheap, seeded randomness for scheduling decisions (where a thief starts to look): xorshift32, Marsaglia 2003.</summary>
internal struct Randomness(uint seed)
{
    [ThreadStatic]
    private static Randomness shared;

    private static int seeds;

    private uint state = seed | 1;

    /// <summary>A number in [0, <paramref name="below"/>), from a sequence of the calling kernel thread's.</summary>
    internal static int Shared(int below)
    {
        if (shared.state == 0)
        {
            shared = new Randomness((uint)Interlocked.Increment(ref seeds) * 2654435761);
        }

        return shared.Next(below);
    }

    /// <summary>A number in [0, <paramref name="below"/>).</summary>
    internal int Next(int below)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)((ulong)state * (uint)below >> 32);
    }
}
