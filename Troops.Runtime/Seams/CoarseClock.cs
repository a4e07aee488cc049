using System.Diagnostics;

namespace Troops.Seams;

/// <summary>A clock for ages: some 10 ms late, and reading it is one load, so that every start of a thread can.</summary>
/// <remarks>
/// One word for the OS process. It is refreshed by watchdogs (every 5 ms while workers work), by a worker that wakes up, and by who starts a thread from outside, so it
/// stands still only while nothing could read it. Without a watchdog a worker refreshes it when it polls.
/// </remarks>
internal static class CoarseClock
{
    private static readonly long TicksPerUnit = Stopwatch.Frequency / 100;
    private static readonly long Origin = Stopwatch.GetTimestamp();

    private static int now;

    /// <summary>In units of 10 ms since the start; goes round after 497 days.</summary>
    internal static int Now => Volatile.Read(ref now);

    internal static void Refresh() => Volatile.Write(ref now, unchecked((int)(uint)((Stopwatch.GetTimestamp() - Origin) / TicksPerUnit)));

    internal static TimeSpan Since(int moment) => TimeSpan.FromMilliseconds(10.0 * unchecked((uint)(Now - moment)));
}
