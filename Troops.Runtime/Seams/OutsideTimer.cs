namespace Troops.Seams;

/// <summary>Calls an action once when a deadline of the clock is over, on the pool of .NET; any length, never early.</summary>
internal sealed class OutsideTimer : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    private readonly long deadline;
    private readonly Action action;
    private readonly Timer timer;

    [Audited("the runtime's owners", "the timer is armed at the end of the constructor", "2030-12-31")]
    internal OutsideTimer(TimeSpan delay, Action action)
    {
        this.action = action;
        deadline = ClockTime.Instance.After(delay);
        bool suppressed = ExecutionContext.IsFlowSuppressed();
        if (!suppressed)
        {
            ExecutionContext.SuppressFlow();
        }

        timer = new Timer(static state => ((OutsideTimer)state!).Rang(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (!suppressed)
        {
            ExecutionContext.RestoreFlow();
        }

        Wait(deadline - Clock.Now);
    }

    public void Dispose() => timer.Dispose();

    private void Rang()
    {
        long left = deadline - Clock.Now;
        if (left > 0)
        {
            Wait(left);
        }
        else
        {
            timer.Dispose();
            action();
        }
    }

    private void Wait(long ticks)
    {
        // A whole millisecond more, since a timer of .NET may be up to one early.
        TimeSpan due = Clock.Span(Math.Max(0, ticks)) + TimeSpan.FromMilliseconds(1);
        timer.Change(due < Longest ? due : Longest, Timeout.InfiniteTimeSpan);
    }
}
