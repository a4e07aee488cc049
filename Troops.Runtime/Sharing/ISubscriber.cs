namespace Troops.Sharing;

/// <summary>Somebody who waits for the next value of a subscription.</summary>
internal interface ISubscriber<in T> : IWaiter
{
    /// <summary>Gives the value; false if the subscriber has gone away, and the value stays with the caller.</summary>
    bool TryGive(T value);

    /// <summary>There will be none. The reason is null after a close without an error.</summary>
    void TellClosed(Exception? reason);
}
