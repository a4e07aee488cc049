using System.Diagnostics.CodeAnalysis;

namespace Troops.Sharing;

/// <summary>Waiting operations, first in, first out; guarded by the lock of the builtin that holds it.</summary>
/// <remarks>
/// One that was cancelled stays until it comes to the front, or until there are more of them than of the others: constant work each, no leak. The first has a place of its own, since
/// mostly there is one.
/// </remarks>
internal sealed class WaitQueue<TWaiter>
    where TWaiter : class, IWaiter
{
    private const int SweepAbove = 16;

    private TWaiter? first;
    private Queue<TWaiter>? others;
    private int withdrawn;

    /// <summary>True if there is none, not even one that was cancelled.</summary>
    internal bool IsEmpty => first is null;

    internal void Enqueue(TWaiter waiter)
    {
        if (first is null)
        {
            first = waiter;
        }
        else
        {
            (others ??= new Queue<TWaiter>()).Enqueue(waiter);
        }
    }

    /// <summary>The one that waits longest. It may be claimed at any moment: the caller's claim decides.</summary>
    internal bool TryDequeue([NotNullWhen(true)] out TWaiter? waiter)
    {
        while (first is not null)
        {
            waiter = first;
            first = others is { Count: > 0 } ? others.Dequeue() : null;
            if (!waiter.IsClaimed)
            {
                return true;
            }

            withdrawn = Math.Max(0, withdrawn - 1);
        }

        waiter = null;
        return false;
    }

    internal void DequeueAll(List<TWaiter> into)
    {
        while (TryDequeue(out TWaiter? waiter))
        {
            into.Add(waiter);
        }

        withdrawn = 0;
    }

    /// <summary>Notes that <paramref name="waiter"/>, which has ended, is still here.</summary>
    internal void Withdraw(TWaiter waiter)
    {
        if (waiter == first)
        {
            first = others is { Count: > 0 } ? others.Dequeue() : null;
        }
        else if (++withdrawn > SweepAbove && others is not null && withdrawn > others.Count / 2)
        {
            others = new Queue<TWaiter>(others.Where(static waiter => !waiter.IsClaimed));
            withdrawn = 0;
        }
    }
}
