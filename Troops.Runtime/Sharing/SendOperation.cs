using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>A send that waits, with its value.</summary>
internal sealed class SendOperation<T>(Channel<T> channel, TroopThread? thread, T value) : Operation<Unit>(thread), IWaiter
{
    internal T Value => value;

    internal override string Name => "Channel.Send";

    /// <summary>Claims the value; false if it was withdrawn. The winner calls <see cref="Publish"/>.</summary>
    internal bool TryClaimAlive() => TryClaim();

    internal new void Publish() => base.Publish();

    private protected override void Withdrawn() => channel.Withdraw(this);
}
