namespace Troops;

/// <summary>What a troop may use. Reaching a limit stops that troop and nothing else, with an error that says which.</summary>
[Immutable]
public sealed record TroopLimits
{
    /// <summary>No limits.</summary>
    public static TroopLimits None { get; } = new();

    /// <summary>Threads that have started and not ended; null: any number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? MaxThreads
    {
        get;
        init => field = Checked(value, nameof(MaxThreads));
    }

    /// <summary>Async bodies that have suspended and not ended; null: any number. One that completes without suspending costs nothing and does not count, nor does an operation of the library (a delay, a receive) that nobody awaits yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? MaxTasks
    {
        get;
        init => field = Checked(value, nameof(MaxTasks));
    }

    private static int? Checked(int? limit, string name) =>
        limit is < 1 ? throw new ArgumentOutOfRangeException(name, limit, $"{name} must be at least 1, or null for no limit.") : limit;
}
