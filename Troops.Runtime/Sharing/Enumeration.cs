using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>
/// One <c>await foreach</c>, and its steps that wait in the thread that began it: there is one at a time, so one operation serves them all, and reading a channel to its end
/// allocates nothing.
/// </summary>
/// <remarks>
/// Why an old entry in the channel's queue, left by a wait that was cancelled, does no harm: it names this object, so whoever finds it gives to the wait of now, or finds it claimed.
/// A late cancellation comes from the token of all the steps.
/// </remarks>
internal sealed class Enumeration<[Shareable] T>(Channel<T> channel, TroopThread? thread, CancellationToken cancellationToken)
    : Operation<bool>(thread),
        IReceiver<T>
{
    private bool waiting;
    private bool waitsElsewhere;

    internal Channel<T> Channel => channel;

    /// <summary>The value that the last step received.</summary>
    internal T Current { get; set; } = default!;

    internal override string Name => "Channel.MoveNext";

    /// <inheritdoc cref="Channel{T}.Enumerator.MoveNextAsync"/>
    internal TroopTask<bool> MoveNext()
    {
        TroopThread? caller = channel.Enter(cancellationToken);
        if (waiting || Volatile.Read(ref waitsElsewhere))
        {
            CheckLast();
        }

        if (channel.TryTakeFast(out T value))
        {
            Current = value;
            return new TroopTask<bool>(true);
        }

        // A step that faulted and was not awaited is kept by its thread until the end, so it is not to be used again.
        return caller is not null && caller == Thread && !Has(TaskFlags.Unobserved) ? MoveNextHere() : MoveNextElsewhere(caller);
    }

    public bool TryGive(T value)
    {
        if (!TryClaim())
        {
            return false;
        }

        Current = value;
        Result = true;
        return Publish();
    }

    public void TellClosed(Exception? error)
    {
        if (error is null)
        {
            TrySucceed(false);
        }
        else
        {
            TryFail(Channel<T>.NothingLeft(error));
        }
    }

    /// <summary>A step that waits in an operation of its own begins, or has been decided.</summary>
    internal void WaitElsewhere(bool waits) => Volatile.Write(ref waitsElsewhere, waits);

    private protected override void Withdrawn() => channel.Withdraw(this);

    private TroopTask<bool> MoveNextHere()
    {
        Rearm();
        switch (channel.ReceiveOrWait(this, out T value))
        {
            case Reception.Received:
                Disarm();
                Current = value;
                return new TroopTask<bool>(true);
            case Reception.Ended:
                Disarm();
                return channel.AtEnd();
            default:
                waiting = true;
                CancelBy(cancellationToken);
                return new TroopTask<bool>(this);
        }
    }

    private TroopTask<bool> MoveNextElsewhere(TroopThread? caller)
    {
        MoveNextOperation<T> step = new(this, caller);
        // Before anybody can find the step, who undoes it.
        WaitElsewhere(true);
        switch (channel.ReceiveOrWait(step, out T value))
        {
            case Reception.Received:
                WaitElsewhere(false);
                Current = value;
                return new TroopTask<bool>(true);
            case Reception.Ended:
                WaitElsewhere(false);
                return channel.AtEnd();
            default:
                step.CancelBy(cancellationToken);
                return new TroopTask<bool>(step);
        }
    }

    private void CheckLast()
    {
        if ((waiting && !IsCompleted) || Volatile.Read(ref waitsElsewhere))
        {
            throw new InvalidOperationException("The last MoveNextAsync of this enumeration has not ended: await it before the next one.");
        }

        waiting = false;
    }
}
