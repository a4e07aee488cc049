using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

/// <summary>A node that goes from thread to thread; each throw is one wake-up.</summary>
internal sealed class Ball(int throws) : InboxNode
{
    private int held;

    /// <summary>How many throws are left; the holder's.</summary>
    internal int Left { get; set; } = throws;

    /// <summary>False if somebody holds it already: then it came twice.</summary>
    internal bool TryCatch() => Interlocked.Exchange(ref held, 1) == 0;

    internal void LetGo() => Interlocked.Exchange(ref held, 0);
}
