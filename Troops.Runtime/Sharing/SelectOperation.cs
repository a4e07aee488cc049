using System.Runtime.ExceptionServices;
using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>A select that waits: one claim for all of its cases.</summary>
/// <remarks>
/// It stands in the queues of all its channels. Whoever claims it chooses the case: a sender or receiver that found it there, a close, a cancellation, a deadline, a kill. The other
/// queues are told to forget it, outside of every gate.
/// </remarks>
internal sealed class SelectOperation(TroopThread? thread, SelectCase[] cases) : Operation<int>(thread)
{
    private readonly IWaiter?[] waiters = new IWaiter?[cases.Length];
    private SelectDeadline? deadline;

    internal override string Name => "Select";

    /// <summary>Under all the gates.</summary>
    internal void Queue()
    {
        for (int i = 0; i < cases.Length; i++)
        {
            cases[i].Waits = true;
            waiters[i] = cases[i].Queue(this, i);
        }
    }

    /// <summary>Lets the time end it. Comes after <see cref="Queue"/>, outside of the gates.</summary>
    internal void TimeOutAfter(TimeSpan timeout)
    {
        try
        {
            deadline = new SelectDeadline(this, timeout);
        }
        catch (InvalidOperationException broken)
        {
            // The user's TimeProvider threw. It stands in the queues by now: without a time it would take a value that nobody waits for.
            Fail(broken);
            return;
        }

        // Pairs with Leave: the deadline is stored before the claim is looked at, the claim comes before the deadline is disarmed.
        Interlocked.MemoryBarrier();
        if (IsClaimed)
        {
            deadline.Disarm();
        }
    }

    /// <summary>By the winner of the claim, outside of the gates. False if the thread is over.</summary>
    internal bool Choose(int index)
    {
        Result = index;
        Leave(index);
        return Publish();
    }

    /// <summary>The time is up.</summary>
    internal void TimeOut()
    {
        if (TryClaim())
        {
            Choose(Select.TimedOut);
        }
    }

    /// <summary>Ends it without a choice. Unlike <see cref="Operation{T}.TryFail"/> it leaves the queues, so that the cases can be used again.</summary>
    internal void Fail(Exception exception)
    {
        if (TryClaim())
        {
            ClaimedFault = ExceptionDispatchInfo.Capture(exception);
            Leave(Select.None);
            Publish();
        }
    }

    private protected override void Withdrawn() => Leave(Select.TimedOut);

    private void Leave(int chosen)
    {
        Volatile.Read(ref deadline)?.Disarm();
        for (int i = 0; i < cases.Length; i++)
        {
            if (i != chosen)
            {
                cases[i].Withdraw(waiters[i]!);
            }

            cases[i].Waits = false;
        }
    }
}
