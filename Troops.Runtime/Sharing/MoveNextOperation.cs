using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>A step of an <c>await foreach</c> that waits in ordinary code, or elsewhere than where the enumeration began.</summary>
internal sealed class MoveNextOperation<[Shareable] T>(Enumeration<T> enumeration, TroopThread? thread) : Operation<bool>(thread), IReceiver<T>
{
    internal override string Name => "Channel.MoveNext";

    public bool TryGive(T value)
    {
        if (!TryClaim())
        {
            return false;
        }

        enumeration.Current = value;
        enumeration.WaitElsewhere(false);
        Result = true;
        return Publish();
    }

    public void TellClosed(Exception? error)
    {
        enumeration.WaitElsewhere(false);
        if (error is null)
        {
            TrySucceed(false);
        }
        else
        {
            TryFail(Channel<T>.NothingLeft(error));
        }
    }

    private protected override void Withdrawn()
    {
        enumeration.WaitElsewhere(false);
        enumeration.Channel.Withdraw(this);
    }
}
