namespace Troops.Scheduling;

/// <content>Whether anything can still happen by itself, for tests in virtual time.</content>
/// <remarks>
/// Whoever is about to rest calls <see cref="CheckQuiet"/> last: a worker when it stands among the sleepers and has looked at everything, a turn that was handed off when it has come back, the
/// last blocking call. What each of them has set going took somebody off the sleepers before, so the last of them sees that nothing goes on.
/// </remarks>
internal sealed partial class Scheduler
{
    private int alone;

    /// <summary>Calls that block; see <see cref="Troops.Scheduling.BlockingThreads"/>.</summary>
    internal BlockingThreads BlockingThreads { get; } = new();

    /// <summary>Called when nothing can happen any more but by time and by what is outside; null but in tests.</summary>
    internal Action? Quiet
    {
        get;
        set
        {
            field = value;
            BlockingThreads.OnQuiet = CheckQuiet;
        }
    }

    /// <summary>Every worker sleeps, nothing is queued, no turn runs alone, no call blocks.</summary>
    internal bool IsQuiet
    {
        get
        {
            if (!IsIdle || HasWork() || Volatile.Read(ref alone) != 0 || !BlockingThreads.IsQuiet)
            {
                return false;
            }

            foreach (RunQueue queue in queues)
            {
                if (queue.Timers.HasAsked)
                {
                    return false;
                }
            }

            return !stopping;
        }
    }

    internal void CheckQuiet()
    {
        if (Quiet is { } quiet && IsQuiet)
        {
            quiet();
        }
    }

    /// <summary>A turn is about to lose its queue.</summary>
    internal void TurnGoesAlone() => Interlocked.Increment(ref alone);

    /// <summary>It has come back, or has kept its queue.</summary>
    internal void TurnCameBack()
    {
        Interlocked.Decrement(ref alone);
        CheckQuiet();
    }
}
