namespace Troops.Scheduling;

/// <summary>What happens seldom enough to be counted with an atomic, by anybody.</summary>
internal sealed class RareCounts
{
    private long handOffs;
    private long stuckWorkers;
    private long faults;
    private long kills;

    internal long HandOffs => Interlocked.Read(ref handOffs);

    internal long StuckWorkers => Interlocked.Read(ref stuckWorkers);

    internal long Faults => Interlocked.Read(ref faults);

    internal long Kills => Interlocked.Read(ref kills);

    internal void HandOff() => Interlocked.Increment(ref handOffs);

    internal void StuckWorker() => Interlocked.Increment(ref stuckWorkers);

    internal void Fault() => Interlocked.Increment(ref faults);

    internal void Kill() => Interlocked.Increment(ref kills);
}
