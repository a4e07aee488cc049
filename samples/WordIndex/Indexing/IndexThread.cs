using System.Runtime.InteropServices;
using Troops;
using Troops.Sharing;

namespace WordIndex.Indexing;

/// <summary>
/// The body of an index thread. It owns the dictionary of its share of the words: nobody else can reach it, so nothing here needs a lock, and what
/// leaves is immutable.
/// </summary>
internal static class IndexThread
{
    /// <summary>About 0.3 ms of work: a long batch must not keep the other threads of this worker waiting.</summary>
    private const int WordsPerStep = 4096;

    [TroopTask]
    public static async TroopTask<ShardResult> Run(Channel<WordBatch> batches, int top)
    {
        try
        {
            Dictionary<string, long> counts = [];
            long words = 0;
            int untilYield = WordsPerStep;

            await foreach (WordBatch batch in batches)
            {
                foreach ((string word, long count) in batch.Counts)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _) += count;
                    words += count;

                    if (--untilYield == 0)
                    {
                        untilYield = WordsPerStep;
                        await TroopTask.Yield();
                    }
                }
            }

            return new ShardResult(words, Ranking.Best(counts.Select(pair => new WordCount(pair.Key, pair.Value)), top));
        }
        finally
        {
            // Should this thread fault, readers must not wait for room in a channel that nobody empties.
            batches.Close();
        }
    }
}
