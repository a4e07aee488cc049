using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>A receive that waits.</summary>
internal sealed class SubscriptionReceive<[Shareable] T>(Subscription<T> subscription, TroopThread? thread) : Operation<T>(thread), ISubscriber<T>
{
    internal override string Name => "Subscription.Receive";

    public bool TryGive(T value) => TrySucceed(value);

    public void TellClosed(Exception? reason) => TryFail(reason ?? Broadcast<T>.Closed("received from", error: null));

    private protected override void Withdrawn() => subscription.Withdraw(this);
}
