using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>A send that waits, with its value.</summary>
internal sealed class SendOperation<[Shareable] T>(Channel<T> channel, TroopThread? thread, T value) : Operation<Unit>(thread), ISender<T>
{
    public T Value => value;

    internal override string Name => "Channel.Send";

    bool ISender<T>.TryClaim() => TryClaim();

    public void Sent() => Publish();

    public void TellClosed(Exception closed) => TryFail(closed);

    private protected override void Withdrawn() => channel.Withdraw(this);
}
