using Troops;
using WordIndex.Discovery;
using WordIndex.Indexing;

namespace WordIndex.Text;

/// <summary>Reads files, one after the other, into one tally. Its buffers are confined to the reader thread that owns it.</summary>
internal sealed partial class FileReader(WordTally tally, ProgressMeter progress)
{
    /// <summary>
    /// About 0.2 ms of work: between two chunks the other threads of this worker have their turns. A chunk's text also stays out of the large object heap.
    /// </summary>
    private const int ChunkBytes = 32 * 1024;

    private readonly FileStreamOptions unbuffered = new() { BufferSize = 0, Options = FileOptions.SequentialScan };

    private readonly byte[] chunk = new byte[ChunkBytes];
    private readonly TextDecoder decoder = new(ChunkBytes);
    private readonly WordScanner scanner = new(tally);

    /// <summary>Reads one file to its end, unless it turns out to be no text or cannot be read.</summary>
    [TroopTask]
    public async TroopTask<ReadOutcome> Read(SourceFile file, CancellationToken cancellation)
    {
        long length = 0;
        string? refusal;
        try
        {
            using FileStream stream = new(file.Path, unbuffered);
            int count;
            do
            {
                cancellation.ThrowIfCancellationRequested();

                // A plain, synchronous read: the file is cached in all likelihood. If it is not, only this worker waits; should it wait for long, the
                // runtime gives the other threads of this worker to a spare one.
                count = stream.Read(chunk);
                refusal = Scan(chunk.AsSpan(0, count), isFirst: length == 0);
                length += count;
                progress.Read(count);
                await TroopTask.Yield();
            } while (count > 0 && refusal is null);
        }
        catch (Exception e) when (Problem.IsCause(e))
        {
            refusal = Problem.Of(file.Path, e).Reason;
        }

        return new ReadOutcome(length, refusal);
    }

    private string? Scan(ReadOnlySpan<byte> bytes, bool isFirst)
    {
        bool isLast = bytes.IsEmpty;
        if (isFirst)
        {
            scanner.Reset();
            bytes = bytes[decoder.Start(bytes)..];
        }

        string? refusal = decoder.Decode(bytes, isLast, out ReadOnlySpan<char> text);
        if (refusal is null)
        {
            scanner.Scan(text);
        }

        if (isLast)
        {
            scanner.EndWord();
        }

        return refusal;
    }
}
