namespace Troops.Scheduling;

/// <summary>What a worker has done since its start.</summary>
/// <remarks>
/// The fields are plain and only the worker writes them (`x++`), so counting costs an increment of a line that the worker owns anyway. Who adds them up reads each one with
/// <see cref="Volatile.Read(ref readonly long)"/> and may be late.
/// </remarks>
internal struct WorkerCounts
{
    internal long Parks;
    internal long Steals;
    internal long ArmedTimers;
    internal long FiredTimers;

    /// <summary>Turns begun; the worker keeps them elsewhere, for its watchdog.</summary>
    internal long Turns;

    internal void Add(ref readonly WorkerCounts other)
    {
        Parks += Volatile.Read(in other.Parks);
        Steals += Volatile.Read(in other.Steals);
        ArmedTimers += Volatile.Read(in other.ArmedTimers);
        FiredTimers += Volatile.Read(in other.FiredTimers);
        Turns += Volatile.Read(in other.Turns);
    }
}
