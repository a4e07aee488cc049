using System.Threading.Channels;

namespace Troops.Sharing;

/// <content>The slow ways, under both gates: waiting, meeting, closing.</content>
/// <remarks>
/// A receiver waits only while nothing is kept, a sender only while there is no room; both at once never. Who takes a value lets the sender that waits longest keep its own, so those
/// who wait go before those who come. Nobody is told anything under a gate: telling queues a thread, and may wake a worker.
/// </remarks>
public sealed partial class Channel<T>
{
    private readonly WaitQueue<IReceiver<T>> receivers = new();
    private readonly WaitQueue<ISender<T>> senders = new();

    /// <summary>What the channel was closed with; read after <see cref="IsClosed"/>.</summary>
    internal Exception? Error { get; private set; }

    /// <summary>Takes a value, or queues <paramref name="receiver"/>, if there is one.</summary>
    internal Reception ReceiveOrWait(IReceiver<T>? receiver, out T value)
    {
        Reception reception;
        ISender<T>? refilled;
        EnterBoth();
        try
        {
            reception = TryReceiveInside(receiver, out value, out refilled);
        }
        finally
        {
            ExitBoth();
        }

        refilled?.Sent();
        return reception;
    }

    /// <summary>True: sent. False: <paramref name="sender"/>, if there is one, is in the queue.</summary>
    internal bool SendOrWait(T value, ISender<T>? sender)
    {
        while (true)
        {
            IReceiver<T>? receiver;
            EnterBoth();
            try
            {
                if (TryKeep(value, out receiver))
                {
                    return true;
                }

                if (receiver is null && sender is not null)
                {
                    senders.Enqueue(sender);
                }
            }
            finally
            {
                NoteObstacles();
                ExitBoth();
            }

            if (receiver is null)
            {
                return false;
            }

            // One that has gone away leaves the value here, for the next.
            if (receiver.TryGive(value))
            {
                return true;
            }
        }
    }

    /// <summary>Under both gates: takes a value, or queues <paramref name="receiver"/>, if there is one. A select queues itself later.</summary>
    internal Reception TryReceiveInside(IReceiver<T>? receiver, out T value, out ISender<T>? sender)
    {
        Reception reception = TryTake(out value, out sender) ? Reception.Received : EndOrWait(receiver);
        NoteObstacles();
        return reception;
    }

    /// <inheritdoc cref="TryReceiveInside"/>
    internal bool TrySendInside(T value, out IReceiver<T>? receiver)
    {
        bool kept = TryKeep(value, out receiver);
        NoteObstacles();
        return kept;
    }

    /// <inheritdoc cref="TryReceiveInside"/>
    internal void QueueInside(IReceiver<T> receiver)
    {
        receivers.Enqueue(receiver);
        NoteObstacles();
    }

    /// <inheritdoc cref="TryReceiveInside"/>
    internal void QueueInside(ISender<T> sender)
    {
        senders.Enqueue(sender);
        NoteObstacles();
    }

    /// <summary>An operation was cancelled while it waited.</summary>
    internal void Withdraw(IReceiver<T> receiver)
    {
        EnterBoth();
        receivers.Withdraw(receiver);
        NoteObstacles();
        ExitBoth();
    }

    /// <inheritdoc cref="Withdraw(IReceiver{T})"/>
    internal void Withdraw(ISender<T> sender)
    {
        EnterBoth();
        senders.Withdraw(sender);
        NoteObstacles();
        ExitBoth();
    }

    /// <summary>What a receive throws once the channel is closed and empty. A copy of the error for each: an exception belongs to the thread that catches it.</summary>
    internal static ChannelClosedException NothingLeft(Exception? error) =>
        error is null
            ? new ChannelClosedException("The channel is closed and empty: there is nothing more to receive.")
            : new ChannelClosedException($"The channel was closed with an error and is empty: {error.Message}", TroopFault.CopyOf(error));

    /// <summary>What a step of an enumeration answers once the channel is closed and empty.</summary>
    internal TroopTask<bool> AtEnd() => Error is null ? new TroopTask<bool>(false) : throw NothingLeft(Error);

    private static ChannelClosedException Refused(Exception? error) =>
        error is null
            ? new ChannelClosedException("The channel is closed: the value was not sent.")
            : new ChannelClosedException($"The channel was closed with an error: the value was not sent. {error.Message}", TroopFault.CopyOf(error));

    private static ChannelClosedException GivenBack(Exception? error) =>
        error is null
            ? new ChannelClosedException("The channel was closed while a send waited for room: the value was not sent.")
            : new ChannelClosedException(
                $"The channel was closed with an error while a send waited for room: the value was not sent. {error.Message}",
                TroopFault.CopyOf(error)
            );

    /// <summary>Under both gates; there was no value.</summary>
    private Reception EndOrWait(IReceiver<T>? receiver)
    {
        if (closed)
        {
            return Reception.Ended;
        }

        if (receiver is not null)
        {
            receivers.Enqueue(receiver);
        }

        return Reception.Waits;
    }

    /// <summary>Under both gates. True: the value is kept. False and a receiver: give it the value. False and none: wait.</summary>
    private bool TryKeep(T value, out IReceiver<T>? receiver)
    {
        if (closed)
        {
            throw Refused(Error);
        }

        if (receivers.TryDequeue(out receiver) || !HasRoom(ref sending))
        {
            return false;
        }

        // There is room, so whoever is left in the queue of senders was cancelled.
        Keep(value);
        return true;
    }

    /// <summary>Under both gates. The oldest value, and the sender whose value took its place, or who had the value, claimed.</summary>
    private bool TryTake(out T value, out ISender<T>? sender)
    {
        bool kept = HasValues(ref receiving);
        value = kept ? TakeSlot(ref receiving) : default!;
        while (senders.TryDequeue(out sender))
        {
            if (!sender.TryClaim())
            {
                continue;
            }

            if (kept)
            {
                Keep(sender.Value);
            }
            else
            {
                value = sender.Value;
            }

            return true;
        }

        return kept;
    }

    private void NoteObstacles() => obstacles = (receivers.IsEmpty ? 0 : ReceiversWait) | (senders.IsEmpty ? 0 : SendersWait) | (closed ? Ended : 0);

    private void End(Exception? why)
    {
        List<ISender<T>> refused = [];
        List<IReceiver<T>> done = [];
        EnterBoth();
        try
        {
            if (closed)
            {
                return;
            }

            Error = why;
            closed = true;
            senders.DequeueAll(refused);
            receivers.DequeueAll(done);
        }
        finally
        {
            NoteObstacles();
            ExitBoth();
        }

        foreach (ISender<T> sender in refused)
        {
            sender.TellClosed(GivenBack(why));
        }

        foreach (IReceiver<T> receiver in done)
        {
            receiver.TellClosed(why);
        }
    }
}
