namespace Troops.Sharing;

/// <summary>A select that waits in a channel's queue of senders.</summary>
internal sealed class SelectSender<T>(SelectOperation select, int index, T value) : ISender<T>
{
    public T Value => value;

    public bool IsClaimed => select.IsClaimed;

    public bool TryClaim() => select.TryClaim();

    public void Sent() => select.Choose(index);

    public void TellClosed(Exception closed) => select.Fail(closed);
}
