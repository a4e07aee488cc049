using System.Collections.Immutable;
using Troops;
using Troops.Sharing;
using WordIndex.Discovery;
using WordIndex.Text;

namespace WordIndex.Indexing;

/// <summary>
/// The body of a reader thread: takes files until there are no more, tallies the words of each in a dictionary of its own, and sends the finished tally
/// on. A file is therefore counted whole or, if it turns out to be no text half-way, not at all.
/// </summary>
internal static partial class ReaderThread
{
    [TroopTask]
    public static async TroopTask<ReaderResult> Run(
        Channel<SourceFile> files,
        ImmutableArray<Channel<WordBatch>> shards,
        ProgressMeter progress,
        CancellationToken cancellation
    )
    {
        try
        {
            WordTally tally = new();
            FileReader reader = new(tally, progress);
            BatchSender sender = new(shards);

            int counted = 0;
            long bytes = 0;
            List<Problem> problems = [];

            await foreach (SourceFile file in files)
            {
                tally.Clear();
                ReadOutcome outcome = await reader.Read(file, cancellation);
                if (outcome.Refusal is { } reason)
                {
                    problems.Add(new Problem(file.Path, reason));
                    continue;
                }

                await sender.Send(tally, cancellation);
                counted++;
                bytes += outcome.Bytes;
            }

            await sender.Flush(cancellation);
            return new ReaderResult(counted, bytes, [.. problems]);
        }
        finally
        {
            // Should this thread fault, the root must not wait for room in a channel that nobody empties.
            files.Close();
        }
    }
}
