using Troops.Seams;

namespace Troops;

/// <summary>How a <see cref="TroopProcess"/> is set up. Wrong values throw when they are set.</summary>
[ThreadSafe]
public sealed record TroopProcessOptions
{
    /// <summary>For metrics, dumps and traces; need not be unique. Default: the processes of the OS process are numbered.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Name
    {
        get;
        init
        {
            if (value is not null)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Name));
            }

            field = value;
        }
    }

    /// <summary>Turns that run at a time, each on a kernel thread; default: one a processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1, or more than 1024.</exception>
    public int Workers
    {
        get;
        init =>
            field = value is >= 1 and <= 1024
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(Workers),
                    value,
                    "A process needs at least 1 worker and takes at most 1024; the default is one a processor."
                );
    } = Math.Clamp(Environment.ProcessorCount, 1, 1024);

    /// <summary>How long disposal waits for threads that were asked to stop before it kills them; default 5 s.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or longer than 24 days.</exception>
    public TimeSpan ShutdownGrace
    {
        get;
        init => field = CheckSpan(value, nameof(ShutdownGrace));
    } = TimeSpan.FromSeconds(5);

    /// <summary>How long the tasks of a killed troop may take to unwind before they are dropped; default 1 s.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or longer than 24 days.</exception>
    public TimeSpan KillGrace
    {
        get;
        init => field = CheckSpan(value, nameof(KillGrace));
    } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// False: a turn that neither calls, awaits nor ends keeps its worker, and what waits in its queue waits with it. Default true: after 10 ms another kernel thread takes over.
    /// </summary>
    public bool Watchdog { get; init; } = true;

    /// <summary>
    /// What <see cref="TroopTask.Delay"/> and <see cref="TroopTask.WithTimeout"/> go by in this process; default <c>TimeProvider.System</c>, which stands for timers of the
    /// process's own, of a far higher resolution than .NET's.
    /// </summary>
    /// <remarks>
    /// Another one is asked for timestamps and for one timer. If it jumps forwards, all that is due ends, in the order of the deadlines; if it goes back, time stands still for that moment.
    /// If it throws, the delays do. Slices, graces and the watchdog go by the real clock in any case.
    /// </remarks>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(TimeProvider));
    } = Clock.Provider;

    internal static TimeSpan CheckSpan(TimeSpan span, string name) =>
        span >= TimeSpan.Zero && span.TotalMilliseconds < int.MaxValue
            ? span
            : throw new ArgumentOutOfRangeException(name, span, $"{name} must be between zero and 24 days.");
}
