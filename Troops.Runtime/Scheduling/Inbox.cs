namespace Troops.Scheduling;

/// <summary>
/// A thread's incoming wake-ups and its life, in one word: an intrusive multi-producer stack whose empty states say whether the thread is
/// scheduled.
/// </summary>
/// <remarks>
/// States of the word: <c>null</c> = active (queued, or in a turn), nothing came; a chain of nodes, newest first = active, something came;
/// <see cref="Parked"/> = in no queue, no turn; <see cref="Ended"/> = over, for ever.
/// <para>
/// Writers: anybody pushes (compare-and-swap). <see cref="Drain"/>, <see cref="TryPark"/> and <see cref="TryEnd"/> belong to the turn, and a
/// thread has one turn at a time. Whoever takes the word away from <see cref="Parked"/> owns the duty to queue the thread, exactly once
/// (or, as a dump does, to stand in for a turn and park it again): that is the whole wake-up protocol. A push that follows the turn's last drain makes TryPark fail, so no wake-up is lost.
/// </para>
/// <para>
/// Order: the push releases the node's fields (result, fault), the drain's exchange acquires them. The turn's own writes are released by the
/// compare-and-swap that parks and acquired by the one that unparks.
/// </para>
/// Source: the MPSC stack is Treiber's (1986) with a take-all; the parked sentinel is the one of Tokio's and of LMAX's mailboxes.
/// </remarks>
internal static class Inbox
{
    internal static readonly InboxNode Parked = new Sentinel();
    internal static readonly InboxNode Ended = new Sentinel();

    /// <summary>Pushes <paramref name="node"/>; says what the caller must do next.</summary>
    internal static PushOutcome Push(ref InboxNode? word, InboxNode node)
    {
        InboxNode? seen = Volatile.Read(ref word);
        while (true)
        {
            if (seen == Ended)
            {
                return PushOutcome.Ended;
            }

            node.Next = seen == Parked ? null : seen;
            InboxNode? found = Interlocked.CompareExchange(ref word, node, seen);
            if (found == seen)
            {
                return seen == Parked ? PushOutcome.MustQueue : PushOutcome.Delivered;
            }

            seen = found;
        }
    }

    /// <summary>Takes everything that came; the chain starts with what was pushed first, and <paramref name="newest"/> is its end.</summary>
    internal static InboxNode? Drain(ref InboxNode? word, out InboxNode? newest)
    {
        newest = null;
        if (Volatile.Read(ref word) is null)
        {
            return null;
        }

        newest = Interlocked.Exchange(ref word, null);
        InboxNode? oldest = null;
        for (InboxNode? node = newest; node is not null; )
        {
            InboxNode? older = node.Next;
            node.Next = oldest;
            oldest = node;
            node = older;
        }

        return oldest;
    }

    /// <summary>True if nothing had come: from now on the thread is nobody's, and the caller must not touch it again.</summary>
    internal static bool TryPark(ref InboxNode? word) => Interlocked.CompareExchange(ref word, Parked, null) is null;

    /// <summary>True if nothing had come: from now on every push answers <see cref="PushOutcome.Ended"/>.</summary>
    internal static bool TryEnd(ref InboxNode? word) => Interlocked.CompareExchange(ref word, Ended, null) is null;

    /// <summary>Wakes a parked thread without a node, as a kill does; true if the caller must queue it.</summary>
    internal static bool TryUnpark(ref InboxNode? word) => Volatile.Read(ref word) == Parked && Interlocked.CompareExchange(ref word, null, Parked) == Parked;

    private sealed class Sentinel : InboxNode;
}
