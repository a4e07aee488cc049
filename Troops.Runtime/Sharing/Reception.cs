namespace Troops.Sharing;

/// <summary>How a receive begins.</summary>
internal enum Reception
{
    /// <summary>There was a value.</summary>
    Received,

    /// <summary>The receiver is in the queue.</summary>
    Waits,

    /// <summary>The channel is closed and empty.</summary>
    Ended,
}
