using System.Collections.Immutable;
using Troops;
using Troops.Sharing;
using WordIndex.Text;

namespace WordIndex.Indexing;

/// <summary>Sends the words of a reader thread to the index threads that own them, frozen into batches. Confined to that reader thread.</summary>
internal sealed partial class BatchSender(ImmutableArray<Channel<WordBatch>> shards)
{
    private readonly ImmutableArray<WordCount>.Builder[] pending = [.. shards.Select(_ => ImmutableArray.CreateBuilder<WordCount>())];

    /// <summary>Takes all words of a tally; those that do not fill a batch wait for the next tally.</summary>
    [TroopTask]
    public async TroopTask Send(WordTally tally, CancellationToken cancellation)
    {
        foreach ((string word, long count) in tally.Counts)
        {
            int shard = (int)((uint)StringComparer.Ordinal.GetHashCode(word) % (uint)shards.Length);
            pending[shard].Add(new WordCount(word, count));
            if (pending[shard].Count == WordBatch.MaxWords)
            {
                await SendPending(shard, cancellation);
            }
        }
    }

    /// <summary>Sends what still waits.</summary>
    [TroopTask]
    public async TroopTask Flush(CancellationToken cancellation)
    {
        for (int shard = 0; shard < shards.Length; shard++)
        {
            await SendPending(shard, cancellation);
        }
    }

    private TroopTask SendPending(int shard, CancellationToken cancellation) =>
        shards[shard].SendAsync(new WordBatch(pending[shard].DrainToImmutable()), cancellation);
}
