using System.Diagnostics.CodeAnalysis;

namespace Troops.Sharing;

/// <summary>Waiting operations, first in, first out; guarded by the lock of the builtin that holds it.</summary>
/// <remarks>One that was cancelled stays until it comes to the front, or until there are more of them than of the others: constant work each, no leak.</remarks>
internal sealed class WaitQueue<TWaiter>
    where TWaiter : class, IWaiter
{
    private const int SweepAbove = 16;

    private Queue<TWaiter> waiters = new();
    private int withdrawn;

    internal void Enqueue(TWaiter waiter) => waiters.Enqueue(waiter);

    /// <summary>The one that waits longest. It may be claimed at any moment: the caller's claim decides.</summary>
    internal bool TryDequeue([NotNullWhen(true)] out TWaiter? waiter)
    {
        while (waiters.TryDequeue(out waiter))
        {
            if (!waiter.IsClaimed)
            {
                return true;
            }

            withdrawn = Math.Max(0, withdrawn - 1);
        }

        return false;
    }

    internal void DequeueAll(List<TWaiter> into)
    {
        into.AddRange(waiters);
        waiters.Clear();
        withdrawn = 0;
    }

    /// <summary>Notes that <paramref name="waiter"/>, which has ended, is still here.</summary>
    internal void Withdraw(TWaiter waiter)
    {
        if (++withdrawn > SweepAbove && withdrawn > waiters.Count / 2)
        {
            waiters = new Queue<TWaiter>(waiters.Where(static waiter => !waiter.IsClaimed));
            withdrawn = 0;
        }
    }
}
