using Troops;
using Troops.Sharing;

namespace WordIndex.Indexing;

/// <summary>
/// The body of an index thread. It owns the dictionary of its share of the words: nobody else can reach it, so nothing here needs a lock, and what
/// leaves is immutable.
/// </summary>
internal static class IndexThread
{
    /// <summary>The vocabulary of a few books: less growing and hashing again.</summary>
    private const int InitialCapacity = 1 << 15;

    [TroopTask]
    public static async TroopTask<ShardResult> Run(Channel<WordBatch> batches, int top)
    {
        try
        {
            Dictionary<string, long> counts = new(InitialCapacity);
            long words = 0;

            await foreach (WordBatch batch in batches)
            {
                foreach ((string word, long count) in batch.Counts)
                {
                    counts[word] = counts.GetValueOrDefault(word) + count;
                    words += count;
                }

                await TroopTask.Yield();
            }

            Ranking ranking = new(top);
            foreach ((string word, long count) in counts)
            {
                ranking.Add(new WordCount(word, count));
            }

            return new ShardResult(words, ranking.Drain());
        }
        finally
        {
            // Should this thread fault, readers must not wait for room in a channel that nobody empties.
            batches.Close();
        }
    }
}
