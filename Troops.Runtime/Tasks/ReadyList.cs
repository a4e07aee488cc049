using Troops.Scheduling;

namespace Troops.Tasks;

/// <summary>The ready tasks of a thread, first in, first out, but for the one that was preempted; touched by the thread's turn alone. A ring through the nodes' own links, in one word; a single node has no link.</summary>
internal struct ReadyList
{
    /// <summary>The newest node; its link leads to the oldest, if that is another one.</summary>
    internal InboxNode? Newest { get; private set; }

    internal void Append(InboxNode node)
    {
        if (Newest is { } newest)
        {
            node.Next = newest.Next ?? newest;
            newest.Next = node;
        }

        Newest = node;
    }

    /// <summary>Puts a node before all others.</summary>
    internal void Prepend(InboxNode node)
    {
        if (Newest is { } newest)
        {
            node.Next = newest.Next ?? newest;
            newest.Next = node;
        }
        else
        {
            Newest = node;
        }
    }

    /// <summary>Appends a chain in order; <paramref name="last"/> is its end.</summary>
    internal void Append(InboxNode first, InboxNode last)
    {
        if (Newest is { } newest)
        {
            last.Next = newest.Next ?? newest;
            newest.Next = first;
        }
        else if (first != last)
        {
            last.Next = first;
        }

        Newest = last;
    }

    internal InboxNode? TakeOldest()
    {
        if (Newest is not { } newest)
        {
            return null;
        }

        if (newest.Next is not { } oldest)
        {
            Newest = null;
            return newest;
        }

        newest.Next = oldest.Next == newest ? null : oldest.Next;
        oldest.Next = null;
        return oldest;
    }

    internal void Clear() => Newest = null;
}
