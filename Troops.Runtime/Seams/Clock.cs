using System.Diagnostics;

namespace Troops.Seams;

/// <summary>The monotonic clock. A reading costs about 30 ns, so nothing reads it once per step.</summary>
internal static class Clock
{
    /// <summary>Now, in ticks of <see cref="Stopwatch.Frequency"/>.</summary>
    internal static long Now => Stopwatch.GetTimestamp();

    /// <summary>Ticks a second.</summary>
    internal static long Frequency => Stopwatch.Frequency;

    /// <summary>The clock of .NET, as a provider.</summary>
    internal static TimeProvider Provider => TimeProvider.System;

    internal static long Ticks(TimeSpan span) => (long)(span.TotalSeconds * Stopwatch.Frequency);

    internal static TimeSpan Span(long ticks) => TimeSpan.FromSeconds((double)ticks / Stopwatch.Frequency);

    internal static long Nanoseconds(long ticks) =>
        Stopwatch.Frequency == 1_000_000_000 ? ticks : (long)Int128.Min(long.MaxValue, (Int128)ticks * 1_000_000_000 / Stopwatch.Frequency);
}
