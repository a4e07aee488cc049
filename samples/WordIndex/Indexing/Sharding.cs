using System.Collections.Immutable;
using WordIndex.Text;

namespace WordIndex.Indexing;

/// <summary>Which index thread owns which word.</summary>
internal static class Sharding
{
    /// <summary>Freezes the words of one file into a batch for each index thread.</summary>
    public static ImmutableArray<WordBatch> Split(WordTally tally, int shards)
    {
        ImmutableArray<WordCount>.Builder[] builders = new ImmutableArray<WordCount>.Builder[shards];
        for (int i = 0; i < shards; i++)
        {
            builders[i] = ImmutableArray.CreateBuilder<WordCount>(tally.Counts.Count / shards);
        }

        foreach ((string word, long count) in tally.Counts)
        {
            builders[(uint)StringComparer.Ordinal.GetHashCode(word) % (uint)shards].Add(new WordCount(word, count));
        }

        return [.. builders.Select(builder => new WordBatch(builder.DrainToImmutable()))];
    }
}
