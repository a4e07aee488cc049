using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>A kernel thread of <see cref="BlockingThreads"/>.</summary>
internal sealed class BlockingThread(IBlockingCall first)
{
    internal Parker Parker { get; } = new();

    /// <summary>What it runs. Its own; while it is idle, of the one that took it off the list, who unparks it afterwards.</summary>
    internal IBlockingCall? Call { get; set; } = first;
}
