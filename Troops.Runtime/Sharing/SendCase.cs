namespace Troops.Sharing;

/// <summary>A send that <see cref="Select"/> may choose. With a closed channel the select throws.</summary>
public sealed class SendCase<[Shareable] T> : SelectCase
{
    private readonly Channel<T> channel;

    internal SendCase(Channel<T> channel, T value)
    {
        this.channel = channel;
        Value = value;
    }

    /// <summary>The value that is sent if the case is chosen. May be set between two selects.</summary>
    public T Value { get; set; }

    internal override long Order => channel.Order;

    internal override TroopThread? Enter() => channel.Enter(default);

    internal override void EnterGates() => channel.EnterBoth();

    internal override void ExitGates() => channel.ExitBoth();

    internal override bool TryNow(out SelectRest? rest)
    {
        bool kept = channel.TrySendInside(Value, out IReceiver<T>? receiver);
        T value = Value;
        rest = receiver is null ? null : () => receiver.TryGive(value);
        return kept || receiver is not null;
    }

    internal override IWaiter Queue(SelectOperation select, int index)
    {
        SelectSender<T> sender = new(select, index, Value);
        channel.QueueInside(sender);
        return sender;
    }

    internal override void Withdraw(IWaiter waiter) => channel.Withdraw((ISender<T>)waiter);
}
