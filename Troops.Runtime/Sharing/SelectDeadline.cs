using Troops.Scheduling;
using Troops.Seams;

namespace Troops.Sharing;

/// <summary>The time limit of a select that waits: a timer of the thread's process, or of .NET's in ordinary code.</summary>
internal sealed class SelectDeadline : ITimerNode
{
    private readonly SelectOperation select;
    private readonly Scheduler? scheduler;
    private readonly OutsideTimer? outside;
    private TimerLinks links;

    internal SelectDeadline(SelectOperation select, TimeSpan timeout)
    {
        this.select = select;
        if (select.Thread is null)
        {
            outside = new OutsideTimer(timeout, Fire);
            return;
        }

        scheduler = select.Thread.Share.Scheduler;
        links.Deadline = scheduler.Time.After(timeout);
        if (links.Deadline != TimeSource.Never)
        {
            scheduler.Arm(this);
        }
    }

    public ref TimerLinks Links => ref links;

    public bool IsClaimed => select.IsClaimed;

    public void Fire() => select.TimeOut();

    public void FailTimer(Exception fault) => select.Fail(fault);

    /// <summary>The select has ended.</summary>
    internal void Disarm()
    {
        outside?.Dispose();
        if (links.Home is not null)
        {
            scheduler!.Disarm(this);
        }
    }
}
