using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>A receive that waits.</summary>
internal sealed class ReceiveOperation<[Shareable] T>(Channel<T> channel, TroopThread? thread) : Operation<T>(thread), IReceiver<T>
{
    internal override string Name => "Channel.Receive";

    public bool TryGive(T value) => TrySucceed(value);

    public void TellClosed(Exception? error) => TryFail(Channel<T>.NothingLeft(error));

    private protected override void Withdrawn() => channel.Withdraw(this);
}
