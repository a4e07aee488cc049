using System.Globalization;
using WordIndex.Indexing;

namespace WordIndex.Output;

/// <summary>What the program says about its work: always the last line on standard error, and a part of the JSON.</summary>
internal sealed record Summary(int Files, long Bytes, long Words, int Threads, int Workers, double Seconds)
{
    public static Summary Of(IndexResult result, int workers) =>
        new(result.Files, result.Bytes, result.Words, result.Threads, workers, Math.Round(result.Elapsed.TotalSeconds, 3));

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Files} files, {Bytes} bytes, {Words} words, {Threads} threads, {Workers} workers, {Seconds:0.000} seconds"
        );
}
