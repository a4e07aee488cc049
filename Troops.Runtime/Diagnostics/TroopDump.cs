using System.Collections.Immutable;

namespace Troops;

/// <summary>A troop in a <see cref="ProcessDump"/>.</summary>
[Immutable]
public sealed class TroopDump
{
    internal TroopDump(string name, bool isStopped, int threadCount, ImmutableArray<ThreadDump> threads)
    {
        Name = name;
        IsStopped = isStopped;
        ThreadCount = threadCount;
        Threads = threads;
    }

    /// <summary><see cref="Troop.Name"/>.</summary>
    public string Name { get; }

    /// <summary><see cref="Troop.IsStopped"/>.</summary>
    public bool IsStopped { get; }

    /// <summary>How many threads had started and not ended. <see cref="Threads"/> may have a few more or less: they started, ended or moved meanwhile.</summary>
    public int ThreadCount { get; }

    /// <summary>The threads that were found.</summary>
    public ImmutableArray<ThreadDump> Threads { get; }
}
