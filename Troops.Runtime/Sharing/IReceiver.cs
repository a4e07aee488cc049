namespace Troops.Sharing;

/// <summary>Somebody who waits for a value.</summary>
internal interface IReceiver<in T> : IWaiter
{
    /// <summary>Gives the value; false if the receiver has gone away, and the value stays with the caller.</summary>
    bool TryGive(T value);

    /// <summary>There will be none. A null says that the channel was closed without an error.</summary>
    void TellClosed(Exception? error);
}
