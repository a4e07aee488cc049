using Troops.Diagnostics;
using Troops.Seams;

namespace Troops.Scheduling;

/// <content>When a worker looks at the timers of its queue, and how long it sleeps.</content>
/// <remarks>
/// It looks every <see cref="TurnsPerLook"/> turns, at each refuel of a turn (about 20 us of calls), when the watchdog has seen that something is overdue, and before it sleeps. A look
/// reads the clock only if there is a timer, or a request.
/// <para>
/// Asleep it parks until its next deadline. It stands among the sleepers meanwhile, so that it is also woken for other work; when the deadline ends the park, it takes itself off the
/// list, and if somebody has chosen it in that moment, waits for the permit that is on its way: each choice is one permit, each permit ends one park.
/// </para>
/// <para>
/// The watchdog sleeps only when every owner of a queue is among the sleepers, and an owner that is has looked at its timers and wakes by itself. An owner in a turn, stuck or not, keeps
/// the watchdog awake, which takes its queue, and the timers with it, away after 10 ms; what the turn that lost its queue does then is no concern of any timer. An owner that wakes for
/// a timer leaves the sleepers, which wakes the watchdog, before it begins a turn. So timers never wait behind a stuck turn while the watchdog sleeps.
/// </para>
/// </remarks>
internal sealed partial class Worker
{
    private const int TurnsPerLook = 16;

    private int turnsToLook;
    private bool hasSharpDeadlines;
    private RunQueue? firing;

    /// <summary>The calling worker fires timers: threads that are queued now were woken by them.</summary>
    internal bool IsFiring => firing is not null;

    /// <summary>Queues a thread that a timer has woken; called while <see cref="IsFiring"/>.</summary>
    internal void Fired(ThreadHeader thread) => firing!.PushTimed(thread);

    /// <summary>Between turns. True if something may have been queued.</summary>
    private bool LookAtTimers()
    {
        turnsToLook = TurnsPerLook;
        return LookAtTimers(queue!);
    }

    /// <summary>With the queue in hand, between turns or in one. True if something may have been queued.</summary>
    private bool LookAtTimers(RunQueue mine)
    {
        Timers timers = mine.Timers;
        if (timers.IsIdle)
        {
            return false;
        }

        firing = mine;
        try
        {
            timers.Look(scheduler.Time.Now);
        }
        catch (InvalidOperationException broken)
        {
            // The user's TimeProvider threw.
            timers.Fail(broken);
        }
        finally
        {
            firing = null;
        }

        return !mine.IsEmpty;
    }

    /// <summary>Among the sleepers, after the fence: nothing has come for the timers, and whoever must ring at their time has been told to.</summary>
    private bool MayRest()
    {
        Timers timers = queue!.Timers;
        if (timers.HasAsked)
        {
            return false;
        }

        return scheduler.Time.IsClock || timers.Next == TimeSource.Never || MayRestUntilRung(timers);
    }

    private bool MayRestUntilRung(Timers timers)
    {
        try
        {
            scheduler.Time.Announce(timers.Next);
            return scheduler.Time.Now < timers.Next;
        }
        catch (InvalidOperationException broken)
        {
            // Nobody will ring, so nobody may wait.
            firing = queue;
            timers.Fail(broken);
            firing = null;
            return false;
        }
    }

    /// <summary>Parks, until the next deadline at most; true if the worker was chosen for a wake-up.</summary>
    private bool Rest(bool mayRest)
    {
        turnsToLook = 0;
        long deadline = queue!.Timers.Next;
        if (!mayRest || deadline == TimeSource.Never || !scheduler.Time.IsClock)
        {
            scheduler.CheckQuiet();
            Parker.Park();
            return true;
        }

        if (!hasSharpDeadlines)
        {
            hasSharpDeadlines = true;
            KernelThread.EndDeadlinesSharply();
        }

        if (Parker.ParkUntil(deadline))
        {
            return true;
        }

        if (scheduler.Idle.TryRemove(this))
        {
            return false;
        }

        Parker.Park();
        return true;
    }
}
