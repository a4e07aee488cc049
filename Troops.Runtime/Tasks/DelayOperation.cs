using Troops.Scheduling;

namespace Troops.Tasks;

/// <summary>A delay: it hangs in a timer wheel and ends when its time has come, unless it was cancelled or killed before.</summary>
internal sealed class DelayOperation(TroopThread thread) : Operation<Unit>(thread), ITimerNode
{
    private TimerLinks links;

    internal override string Name => "Delay";

    /// <summary>Not for a time of the user's: that is code of his, which a dump must not call.</summary>
    internal override string? Subject =>
        links.Deadline is var due && due is not 0 and not Seams.TimeSource.Never && Thread!.Share.Scheduler.Time.IsClock
            ? string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{Math.Max(0, Seams.Clock.Span(due - Seams.Clock.Now).TotalSeconds):0.###} s left"
            )
            : null;

    public ref TimerLinks Links => ref links;

    public void Fire() => TrySucceed(default);

    public void FailTimer(Exception fault) => TryFail(fault);

    /// <summary>Arms the timer. What the process's TimeProvider throws comes out, and the operation never ends.</summary>
    internal void Arm(TimeSpan delay)
    {
        if (delay == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        Scheduler scheduler = Thread!.Share.Scheduler;
        links.Deadline = scheduler.Time.After(delay);
        if (links.Deadline != Seams.TimeSource.Never)
        {
            scheduler.Arm(this);
        }
    }

    /// <summary>Nobody waits any more.</summary>
    internal void Abort()
    {
        if (TryClaim())
        {
            Withdrawn();
        }
    }

    private protected override void Withdrawn()
    {
        if (links.Home is not null)
        {
            Thread!.Share.Scheduler.Disarm(this);
        }
    }
}
