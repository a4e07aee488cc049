namespace Troops.Sharing;

/// <summary>A select that waits in a channel's queue of receivers.</summary>
internal sealed class SelectReceiver<[Shareable] T>(SelectOperation select, ReceiveCase<T> chosen, int index) : IReceiver<T>
{
    public bool IsClaimed => select.IsClaimed;

    public bool TryGive(T value)
    {
        if (!select.TryClaim())
        {
            return false;
        }

        chosen.Give(value);
        return select.Choose(index);
    }

    public void TellClosed(Exception? error)
    {
        if (select.TryClaim())
        {
            chosen.End(error);
            select.Choose(index);
        }
    }
}
