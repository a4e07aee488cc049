namespace Troops;

/// <summary>How a <see cref="SchedulerTrace"/> is made. Wrong values throw when they are set.</summary>
[Immutable]
public sealed record TraceOptions
{
    /// <summary>
    /// How many records of each worker wait for the file at most; rounded up to a power of two. A record takes 40 bytes. What comes when it is full is dropped and counted.
    /// Default: 32,768.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 16, or more than 16,777,216.</exception>
    public int RecordsPerWorker
    {
        get;
        init =>
            field = value is >= 16 and <= 1 << 24
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(RecordsPerWorker),
                    value,
                    "A worker's buffer has 16 to 16,777,216 records; the default is 32,768."
                );
    } = 32_768;
}
