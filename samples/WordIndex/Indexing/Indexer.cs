using System.Collections.Immutable;
using Troops;
using Troops.Sharing;
using WordIndex.Discovery;

namespace WordIndex.Indexing;

/// <summary>
/// The root thread: finds the files, starts the threads that read and those that index, and puts together what they leave behind.
/// </summary>
/// <remarks>
/// <code>
/// root --- SourceFile ---> reader threads --- WordBatch, by word ---> index threads --- ShardResult ---> root
///                          (a tally each)                             (a dictionary each)
/// </code>
/// Every arrow carries immutable values, so no two threads ever share anything that changes.
/// </remarks>
internal static class Indexer
{
    /// <summary>Batches that may wait for an index thread; a reader that is further ahead waits itself, so memory stays bounded.</summary>
    private const int BatchesAhead = 16;

    [TroopTask]
    public static async TroopTask<IndexResult> Run(IndexRequest request, Channel<ProgressStep> progress, CancellationToken cancellation)
    {
        FileList found = await FileFinder.Find(request.Paths, cancellation);
        Channel<SourceFile> files = Queue(found.Files);
        long totalBytes = found.Files.Sum(file => file.Length);

        ImmutableArray<Channel<WordBatch>> shards = [.. Enumerable.Range(0, request.Parallelism).Select(_ => new Channel<WordBatch>(BatchesAhead))];
        TroopThread<ShardResult>[] indexers = [.. shards.Select(shard => TroopThread.Start(() => IndexThread.Run(shard, request.Top)))];
        TroopThread<ReaderResult>[] readers =
        [
            .. Enumerable
                .Range(0, request.Parallelism)
                .Select(_ => TroopThread.Start(() => ReaderThread.Run(files, shards, new ProgressMeter(progress, totalBytes), cancellation))),
        ];

        ReaderResult[] read;
        try
        {
            read = await TroopTask.WhenAll<ReaderResult>([.. readers.Select(reader => reader.Join())]);
        }
        finally
        {
            // Also if a reader failed: an index thread waits for batches until its channel is closed.
            foreach (Channel<WordBatch> shard in shards)
            {
                shard.Close();
            }
        }

        ShardResult[] indexed = await TroopTask.WhenAll<ShardResult>([.. indexers.Select(indexer => indexer.Join())]);

        return new IndexResult(
            Ranking.Best(indexed.SelectMany(shard => shard.Top), request.Top),
            [.. found.Problems.Concat(read.SelectMany(reader => reader.Problems)).OrderBy(problem => problem.Path, StringComparer.Ordinal)],
            Files: found.EmptyFiles + read.Sum(reader => reader.Files),
            Bytes: read.Sum(reader => reader.Bytes),
            Words: indexed.Sum(shard => shard.Words),
            Threads: 1 + readers.Length + indexers.Length
        );
    }

    private static Channel<SourceFile> Queue(ImmutableArray<SourceFile> found)
    {
        Channel<SourceFile> files = new(capacity: Math.Max(1, found.Length));
        foreach (SourceFile file in found)
        {
            files.TrySend(file);
        }

        files.Close();
        return files;
    }
}
