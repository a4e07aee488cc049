namespace Troops.Seams;

/// <summary>The time that timers go by: the monotonic clock, a <see cref="TimeProvider"/> of the user's, or virtual time.</summary>
/// <remarks>A time is a number of ticks that never goes back. Thread-safe.</remarks>
internal abstract class TimeSource
{
    /// <summary>A deadline that never comes.</summary>
    internal const long Never = long.MaxValue;

    internal abstract long Now { get; }

    /// <summary>True: deadlines are those of <see cref="Clock"/>, so a worker that parks until the next one wakes by itself. False: somebody rings when it is time.</summary>
    internal abstract bool IsClock { get; }

    private protected abstract long Frequency { get; }

    /// <summary>The deadline after <paramref name="span"/>, rounded up: a timer is never early. What is too far to be counted never comes.</summary>
    internal virtual long After(TimeSpan span)
    {
        Int128 ticks = (((Int128)span.Ticks * Frequency) + (TimeSpan.TicksPerSecond - 1)) / TimeSpan.TicksPerSecond;
        Int128 deadline = Now + ticks;
        return deadline >= Never ? Never : (long)deadline;
    }

    /// <summary>Makes sure that the process is rung at <paramref name="deadline"/> at the latest. What the user's provider throws comes out.</summary>
    internal virtual void Announce(long deadline) { }

    internal virtual void Stop() { }
}
