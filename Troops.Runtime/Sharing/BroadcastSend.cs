using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>A send that waits for room in every subscription, with its value.</summary>
internal sealed class BroadcastSend<[Shareable] T>(Broadcast<T> broadcast, TroopThread? thread, T value) : Operation<Unit>(thread), IWaiter
{
    internal T Value => value;

    internal override string Name => "Broadcast.Send";

    internal new void Publish() => base.Publish();

    private protected override void Withdrawn() => broadcast.Withdraw(this);
}
