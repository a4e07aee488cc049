using System.Diagnostics;
using HdrHistogram;

namespace Troops.Benchmarks.Harness;

/// <summary>How late things came; to three digits, up to a minute. Not thread-safe.</summary>
internal sealed class Latency
{
    private readonly LongHistogram nanoseconds = new(TimeSpan.FromMinutes(1).Ticks * TimeSpan.NanosecondsPerTick, 3);

    /// <summary>What came early is not late.</summary>
    internal void Record(TimeSpan late) => nanoseconds.RecordValue(Math.Max((long)late.TotalNanoseconds, 0));

    internal double Milliseconds(double percentile) => nanoseconds.GetValueAtPercentile(percentile) / 1e6;

    /// <summary>The reading of <see cref="Stopwatch"/> that comes so much later than now.</summary>
    internal static long After(TimeSpan delay) => Stopwatch.GetTimestamp() + (long)(delay.TotalSeconds * Stopwatch.Frequency);

    /// <summary>From <paramref name="start"/>, a reading of <see cref="Stopwatch"/>, until now, less what was asked for.</summary>
    internal static TimeSpan Since(long start, TimeSpan asked) => Stopwatch.GetElapsedTime(start) - asked;
}
