namespace Troops.Sharing;

/// <summary>An operation in a <see cref="WaitQueue{TWaiter}"/>.</summary>
internal interface IWaiter
{
    /// <summary>It has ended, in whatever way: the queue may forget it.</summary>
    bool IsClaimed { get; }
}
