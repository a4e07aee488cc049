namespace Troops.Seams;

/// <summary>The time of a <see cref="TimeProvider"/> of the user's, which may stand still, jump, go back, or throw.</summary>
/// <remarks>
/// <c>elapsed</c> adds up what the provider's timestamp has moved forwards; a step back adds nothing, and from there on it counts again. So time here never goes back, nothing is early, and
/// nothing that is begun after a step back hangs for as long as that was large.
/// <para>
/// One timer of the provider's is armed for the earliest deadline of all. It is changed under the lock, which everybody who arms, and every worker before it sleeps, passes through with
/// the deadlines published before. Its callback takes no lock, for a provider may call back under one of its own: it forgets what the timer was armed for and rings, whereupon every
/// worker that sleeps and has timers looks at the time, and announces what is left before it sleeps again.
/// </para>
/// </remarks>
internal sealed class ProviderTime(TimeProvider provider) : TimeSource
{
    private readonly Lock gate = new();
    private ITimer? timer;
    private long armedFor = Never;
    private long elapsed;
    private long last;
    private bool started;
    private bool stopped;

    /// <summary>Called when it may be time.</summary>
    internal Action? Ring { get; set; }

    /// <summary>The earliest deadline that was published.</summary>
    internal Func<long>? NextDeadline { get; set; }

    internal override long Now
    {
        get
        {
            lock (gate)
            {
                return Read();
            }
        }
    }

    internal override bool IsClock => false;

    private protected override long Frequency { get; } =
        Checked(
            static provider =>
                provider.TimestampFrequency is > 0 and var frequency
                    ? frequency
                    : throw new NotSupportedException($"Its TimestampFrequency is {provider.TimestampFrequency}; it must be above zero."),
            provider
        );

    internal override void Announce(long deadline)
    {
        lock (gate)
        {
            deadline = Math.Min(deadline, NextDeadline!());
            long now = Read();
            if (stopped || deadline >= Volatile.Read(ref armedFor))
            {
                return;
            }

            TimeSpan due = DueTime(deadline - now);

            Volatile.Write(ref armedFor, deadline);
            try
            {
                Checked((provider) => Arm(provider, due), provider);
            }
            catch
            {
                Volatile.Write(ref armedFor, Never);
                throw;
            }
        }
    }

    internal override void Stop()
    {
        lock (gate)
        {
            stopped = true;
            try
            {
                timer?.Dispose();
            }
            catch (Exception broken)
            {
                Diagnostics.TroopsEventSource.Log.CallbackThrew("the TimeProvider, when its timer was disposed,", Diagnostics.FaultText.Full(broken));
            }
        }
    }

    private static T Checked<T>(Func<TimeProvider, T> call, TimeProvider provider)
    {
        try
        {
            return call(provider);
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException(
                $"The TimeProvider of the process, {provider.GetType()}, threw, so nobody can say when this time is over. Mend it, or leave TroopProcessOptions.TimeProvider as it is.",
                broken
            );
        }
    }

    private long Read()
    {
        long now = Checked(static provider => provider.GetTimestamp(), provider);
        if (started && now > last)
        {
            elapsed += (long)Int128.Min((Int128)Never - 1 - elapsed, (Int128)now - last);
        }

        if (now < last)
        {
            // The provider's timer may be set for a time that is far off now; who announces next sets it anew.
            Volatile.Write(ref armedFor, Never);
        }

        started = true;
        last = now;
        return elapsed;
    }

    [Audited("the runtime's owners", "what the callback touches is under the gate", "2030-12-31")]
    private ITimer Arm(TimeProvider from, TimeSpan due)
    {
        if (timer is null)
        {
            timer =
                from.CreateTimer(static time => ((ProviderTime)time!).Rang(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan)
                ?? throw new NotSupportedException("CreateTimer returned null.");
        }

        return timer.Change(due, Timeout.InfiniteTimeSpan) ? timer : throw new ObjectDisposedException(nameof(ITimer), "Change of the timer returned false.");
    }

    /// <summary>Rounded up, and no longer than timers take: what is further is announced again when that has passed.</summary>
    private TimeSpan DueTime(long ticks)
    {
        Int128 due = (((Int128)Math.Max(0, ticks) * TimeSpan.TicksPerSecond) + Frequency - 1) / Frequency;
        return due < TimeSpan.FromDays(40).Ticks ? new TimeSpan((long)due) : TimeSpan.FromDays(40);
    }

    private void Rang()
    {
        Volatile.Write(ref armedFor, Never);
        Ring?.Invoke();
    }
}
