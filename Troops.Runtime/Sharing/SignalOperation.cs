using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>A wait for a signal.</summary>
internal sealed class SignalOperation(Signal signal, TroopThread? thread) : Operation<Unit>(thread), IWaiter
{
    internal override string Name => "Signal.Wait";

    private protected override void Withdrawn() => signal.Withdraw(this);
}
