namespace Troops.Scheduling;

/// <summary>What a thread's inbox and its ready list are made of. A node is in one of them at most, so one link is enough.</summary>
internal abstract class InboxNode
{
    /// <summary>Written by whoever owns the node: the pusher until its compare-and-swap succeeds, the thread's turn from then on.</summary>
    internal InboxNode? Next;
}
