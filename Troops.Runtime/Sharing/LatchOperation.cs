using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>A wait for a latch.</summary>
internal sealed class LatchOperation(Latch latch, TroopThread? thread) : Operation<Unit>(thread), IWaiter
{
    internal override string Name => "Latch.Wait";

    private protected override void Withdrawn() => latch.Withdraw(this);
}
