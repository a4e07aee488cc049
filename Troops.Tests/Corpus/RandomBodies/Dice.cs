namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>Random numbers that are the same for a seed on every platform and for ever: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0, below <paramref name="bound"/>.</summary>
    internal int Next(int bound)
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)bound);
    }

    internal bool Chance(int percent) => Next(100) < percent;

    internal T Pick<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];
}
