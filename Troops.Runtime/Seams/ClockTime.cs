namespace Troops.Seams;

/// <summary>The monotonic clock, at its own resolution.</summary>
internal sealed class ClockTime : TimeSource
{
    internal static readonly ClockTime Instance = new();

    /// <summary>Ticks of the clock in one of <see cref="TimeSpan"/>; 0 if that is no whole number, or too large a one for the short way.</summary>
    private static readonly long PerTick =
        Clock.Frequency % TimeSpan.TicksPerSecond == 0 && Clock.Frequency <= 1_000_000_000 ? Clock.Frequency / TimeSpan.TicksPerSecond : 0;

    /// <summary>35 years: 100 clock ticks for each of these are still far from an overflow.</summary>
    private const long ShortSpan = 1L << 50;

    private ClockTime() { }

    internal override long Now => Clock.Now;

    internal override bool IsClock => true;

    internal override long After(TimeSpan span) => PerTick != 0 && span.Ticks < ShortSpan ? Now + (span.Ticks * PerTick) : base.After(span);

    private protected override long Frequency => Clock.Frequency;
}
