using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>A wait for a value that is being made.</summary>
internal sealed class OnceOperation<[Shareable] T>(Once<T> once, TroopThread? thread) : Operation<T>(thread), IWaiter
{
    internal override string Name => "Once.Get";

    private protected override void Withdrawn() => once.Withdraw(this);
}
