using System.Collections.Immutable;
using System.Diagnostics;
using Troops;
using Troops.Sharing;
using WordIndex.Discovery;

namespace WordIndex.Indexing;

/// <summary>
/// The root thread: starts the threads that read and those that index, finds the files for them, and puts together what they leave behind.
/// </summary>
/// <remarks>
/// <code>
/// root --- SourceFile ---> reader threads --- WordBatch, by word ---> index threads --- ShardResult ---> root
///                          (a tally each)                             (a dictionary each)
/// </code>
/// Every arrow carries immutable values, so no two threads ever share anything that changes.
/// </remarks>
internal static partial class Indexer
{
    /// <summary>What may wait in a channel. Who is further ahead waits itself, so memory stays bounded.</summary>
    private const int Ahead = 16;

    /// <summary>Adding up takes a small part of the time that reading takes, so a few index threads keep up with many readers.</summary>
    private const int MaxShards = 16;

    [TroopTask]
    public static async TroopTask<IndexResult> Run(IndexRequest request, Channel<ProgressStep> progress, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        Channel<SourceFile> files = new(Ahead);
        ImmutableArray<Channel<WordBatch>> shards =
        [
            .. Enumerable.Range(0, Math.Min(request.Parallelism, MaxShards)).Select(_ => new Channel<WordBatch>(Ahead)),
        ];

        TroopThread<ShardResult>[] indexers = [.. shards.Select(shard => TroopThread.Start(() => IndexThread.Run(shard, request.Top)))];
        TroopThread<ReaderResult>[] readers =
        [
            .. Enumerable
                .Range(0, request.Parallelism)
                .Select(_ => TroopThread.Start(() => ReaderThread.Run(files, shards, new ProgressMeter(progress), cancellation))),
        ];

        FileList found;
        ReaderResult[] read;
        try
        {
            found = await FileFinder.Find(request.Paths, cancellation);
            new ProgressMeter(progress).Found(found.Files.Sum(file => file.Length));
            foreach (SourceFile file in found.Files)
            {
                await files.SendAsync(file, cancellation);
            }

            files.Close();
            read = await TroopTask.WhenAll<ReaderResult>([.. readers.Select(reader => reader.Join())]);
        }
        finally
        {
            // However it ended: readers wait for files, and index threads for batches, until their channels are closed.
            files.Close();
            foreach (Channel<WordBatch> shard in shards)
            {
                shard.Close();
            }
        }

        ShardResult[] indexed = await TroopTask.WhenAll<ShardResult>([.. indexers.Select(indexer => indexer.Join())]);

        Ranking ranking = new(request.Top);
        foreach (WordCount word in indexed.SelectMany(shard => shard.Top))
        {
            ranking.Add(word);
        }

        return new IndexResult(
            ranking.Drain(),
            [.. found.Problems.Concat(read.SelectMany(reader => reader.Problems)).OrderBy(problem => problem.Path, StringComparer.Ordinal)],
            Files: found.EmptyFiles + read.Sum(reader => reader.Files),
            Bytes: read.Sum(reader => reader.Bytes),
            Words: indexed.Sum(shard => shard.Words),
            Threads: 1 + readers.Length + indexers.Length,
            Stopwatch.GetElapsedTime(start)
        );
    }
}
