namespace Troops;

/// <summary>How <see cref="TroopTest.Run(Func{TroopTask}, TroopTestOptions)"/> runs a test. Wrong values throw when they are set.</summary>
[Immutable]
public sealed record TroopTestOptions
{
    internal static TroopTestOptions Default { get; } = new();

    /// <summary>Turns that run at a time. Default 1: then the order in which threads run is the same each time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1, or more than 1024.</exception>
    public int Workers
    {
        get;
        init => field = new TroopProcessOptions { Workers = value }.Workers;
    } = 1;

    /// <summary>How long the test may take in real time; default 60 s.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero, or longer than 24 days.</exception>
    public TimeSpan Limit
    {
        get;
        init =>
            field =
                value > TimeSpan.Zero
                    ? TroopProcessOptions.CheckSpan(value, nameof(Limit))
                    : throw new ArgumentOutOfRangeException(nameof(Limit), value, "Limit must be above zero; the default is 60 s.");
    } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long, in real time, everything may have waited for something that cannot come from inside (there is no timer, no blocking call, no foreign await) before that is taken for a
    /// deadlock; default 1 s. Raise it if ordinary code that the test has started takes longer to do something to a builtin that a thread waits for.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or longer than 24 days.</exception>
    public TimeSpan DeadlockAfter
    {
        get;
        init => field = TroopProcessOptions.CheckSpan(value, nameof(DeadlockAfter));
    } = TimeSpan.FromSeconds(1);
}
