using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>A step of an <c>await foreach</c> that waits.</summary>
internal sealed class MoveNextOperation<T>(Channel<T> channel, TroopThread? thread, Channel<T>.Enumerator into) : Operation<bool>(thread), IReceiver<T>
{
    internal override string Name => "Channel.MoveNext";

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

    public void TellClosed() => TrySucceed(false);

    private protected override void Withdrawn() => channel.Withdraw(this);
}
