using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>A step of an <c>await foreach</c> that waits.</summary>
internal sealed class SubscriptionMoveNext<[Shareable] T>(Subscription<T> subscription, TroopThread? thread, Subscription<T>.Enumerator into)
    : Operation<bool>(thread),
        ISubscriber<T>
{
    internal override string Name => "Subscription.MoveNext";

    public bool TryGive(T value)
    {
        if (!TryClaim())
        {
            return false;
        }

        into.Current = value;
        Result = true;
        return Publish();
    }

    public void TellClosed(Exception? reason)
    {
        if (reason is null)
        {
            TrySucceed(false);
        }
        else
        {
            TryFail(reason);
        }
    }

    private protected override void Withdrawn() => subscription.Withdraw(this);
}
