namespace Troops.Scheduling;

/// <summary>Something that ends when its time has come: an operation, which carries its links in itself, so that arming allocates nothing.</summary>
internal interface ITimerNode
{
    ref TimerLinks Links { get; }

    /// <summary>True once somebody has decided how it ends; never false again. Its timer has nothing left to do then.</summary>
    bool IsClaimed { get; }

    /// <summary>Its time has come. Called by the owner of the wheel, outside of every lock; runs nobody's code.</summary>
    void Fire();

    /// <summary>Its time can no longer be told.</summary>
    void FailTimer(Exception fault);
}
