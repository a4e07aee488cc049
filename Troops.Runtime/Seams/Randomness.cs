namespace Troops.Seams;

/// <summary>Cheap, seeded randomness for scheduling decisions (where a thief starts to look): xorshift32, Marsaglia 2003.</summary>
internal struct Randomness(uint seed)
{
    private uint state = seed | 1;

    /// <summary>A number in [0, <paramref name="below"/>).</summary>
    internal int Next(int below)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)((ulong)state * (uint)below >> 32);
    }
}
