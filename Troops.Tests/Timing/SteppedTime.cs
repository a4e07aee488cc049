namespace Troops.Tests.Timing;

/// <summary>A provider whose time is what the test says, forwards and back, and that throws where the test says.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<SteppedTimer> timers = [];
    private long now;

    /// <summary>The member that throws; null: none.</summary>
    internal string? ThrowsIn
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        Check(nameof(GetTimestamp));
        return Volatile.Read(ref now);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Check(nameof(CreateTimer));
        SteppedTimer timer = new(this, () => callback(state));
        lock (gate)
        {
            timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Sets the time and rings what is due by it.</summary>
    internal void Set(TimeSpan time)
    {
        Volatile.Write(ref now, time.Ticks);
        foreach (SteppedTimer timer in Timers())
        {
            timer.RingIfDue(time.Ticks);
        }
    }

    /// <summary>Rings everything.</summary>
    internal void Ring()
    {
        foreach (SteppedTimer timer in Timers())
        {
            timer.RingIfDue(long.MaxValue);
        }
    }

    private SteppedTimer[] Timers()
    {
        lock (gate)
        {
            return [.. timers];
        }
    }

    private void Check(string member)
    {
        if (string.Equals(ThrowsIn, member, StringComparison.Ordinal))
        {
            throw new FormatException($"{member} is broken");
        }
    }

    private sealed class SteppedTimer(SteppedTime time, Action callback) : ITimer
    {
        /// <summary>Due by the time that has passed since, whichever way: a step back is time too for whoever asks for a span.</summary>
        private long due = long.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            // The first call is part of CreateTimer.
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                time.Check(nameof(Change));
            }

            Volatile.Write(ref due, dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : Volatile.Read(ref time.now) + dueTime.Ticks);
            return true;
        }

        public void Dispose() => Volatile.Write(ref due, long.MaxValue);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        internal void RingIfDue(long now)
        {
            long seen = Volatile.Read(ref due);
            if (seen != long.MaxValue && seen <= now && Interlocked.CompareExchange(ref due, long.MaxValue, seen) == seen)
            {
                callback();
            }
        }
    }
}
