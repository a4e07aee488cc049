namespace Troops.Sharing;

/// <summary>A receive that <see cref="Select"/> may choose. A channel that is closed and empty counts as ready: then there is no value.</summary>
public sealed class ReceiveCase<[Shareable] T> : SelectCase
{
    private readonly Channel<T> channel;
    private Exception? error;
    private T value = default!;

    internal ReceiveCase(Channel<T> channel) => this.channel = channel;

    /// <summary>The value that was received.</summary>
    /// <exception cref="System.Threading.Channels.ChannelClosedException">The case was chosen because the channel is closed and empty.</exception>
    /// <exception cref="InvalidOperationException">The case was not chosen last.</exception>
    public T Value =>
        HasValue ? value
        : IsClosed ? throw Channel<T>.NothingLeft(error)
        : throw new InvalidOperationException("This case was not chosen: it has no value. Look at the index that the select has given.");

    /// <summary>True if the case was chosen last and a value was received.</summary>
    public bool HasValue { get; private set; }

    /// <summary>True if the case was chosen last and the channel is closed and empty.</summary>
    public bool IsClosed { get; private set; }

    internal override long Order => channel.Order;

    internal override TroopThread? Enter()
    {
        TroopThread? thread = channel.Enter(default);
        value = default!;
        HasValue = IsClosed = false;
        return thread;
    }

    internal override void EnterGates() => channel.EnterBoth();

    internal override void ExitGates() => channel.ExitBoth();

    internal override bool TryNow(out SelectRest? rest)
    {
        rest = null;
        switch (channel.TryReceiveInside(null, out T received, out ISender<T>? sender))
        {
            case Reception.Received:
                Give(received);
                if (sender is not null)
                {
                    rest = () =>
                    {
                        sender.Sent();
                        return true;
                    };
                }

                return true;
            case Reception.Ended:
                End(channel.Error);
                return true;
            default:
                return false;
        }
    }

    internal override IWaiter Queue(SelectOperation select, int index)
    {
        SelectReceiver<T> receiver = new(select, this, index);
        channel.QueueInside(receiver);
        return receiver;
    }

    internal override void Withdraw(IWaiter waiter) => channel.Withdraw((IReceiver<T>)waiter);

    internal void Give(T received)
    {
        value = received;
        HasValue = true;
    }

    internal void End(Exception? why)
    {
        error = why;
        IsClosed = true;
    }
}
