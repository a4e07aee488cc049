namespace Troops.Seams;

/// <summary>Time that stands still until somebody lets it jump.</summary>
internal sealed class VirtualTime : TimeSource
{
    private long now;

    internal override long Now => Volatile.Read(ref now);

    internal override bool IsClock => false;

    private protected override long Frequency => TimeSpan.TicksPerSecond;

    /// <summary>One caller at a time.</summary>
    internal void JumpTo(long time) => Volatile.Write(ref now, Math.Max(now, time));
}
