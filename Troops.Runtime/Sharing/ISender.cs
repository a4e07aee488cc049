namespace Troops.Sharing;

/// <summary>Somebody who waits with a value until there is room.</summary>
internal interface ISender<out T> : IWaiter
{
    T Value { get; }

    /// <summary>Claims the value; false if it was withdrawn. The winner calls <see cref="Sent"/>, outside of the gates.</summary>
    bool TryClaim();

    /// <summary>The value has been taken: tells the sender.</summary>
    void Sent();

    /// <summary>The channel was closed: the value stays with the sender.</summary>
    void TellClosed(Exception closed);
}
