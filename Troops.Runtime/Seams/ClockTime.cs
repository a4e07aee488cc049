namespace Troops.Seams;

/// <summary>The monotonic clock, at its own resolution.</summary>
internal sealed class ClockTime : TimeSource
{
    internal static readonly ClockTime Instance = new();

    private ClockTime() { }

    internal override long Now => Clock.Now;

    internal override bool IsClock => true;

    private protected override long Frequency => Clock.Frequency;
}
