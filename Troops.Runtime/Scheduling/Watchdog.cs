using Troops.Diagnostics;
using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>
/// A kernel thread that looks every 5 ms for turns that last, reports them, and gives their queue to a spare. When every worker has slept for a while it sleeps too, without a
/// deadline: an idle process makes no wake-ups.
/// </summary>
/// <remarks>
/// <c>asleep</c> is set before the workers are looked at for the last time (full fence between) and read after a sleeper was chosen for a wake-up (under a lock, a full
/// fence): either the watchdog sees the woken worker, or the waker sees <c>asleep</c>.
/// </remarks>
internal sealed class Watchdog
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);
    private static readonly long StuckTicks = Clock.Ticks(TimeSpan.FromMilliseconds(10));

    /// <summary>Looks at an idle process before the watchdog sleeps: bursts do not pay for waking it.</summary>
    private const int IdleLooks = 20;

    private readonly Scheduler scheduler;
    private readonly Parker parker = new();
    private readonly Sighting[] seen;
    private volatile bool stopping;
    private int asleep;

    internal Watchdog(Scheduler scheduler)
    {
        this.scheduler = scheduler;
        seen = new Sighting[scheduler.Queues.Count];
    }

    internal void Start() => KernelThread.Start("Troops watchdog", Run);

    internal void Stop()
    {
        stopping = true;
        parker.Unpark();
    }

    /// <summary>Called when a sleeping worker is about to be woken.</summary>
    internal void Wake()
    {
        if (Volatile.Read(ref asleep) != 0)
        {
            parker.Unpark();
        }
    }

    private void Run()
    {
        int idleLooks = 0;
        while (!stopping)
        {
            parker.Park(Interval);
            if (!scheduler.IsIdle)
            {
                idleLooks = 0;
                CoarseClock.Refresh();
                Look(Clock.Now);
            }
            else if (++idleLooks >= IdleLooks)
            {
                SleepWhileIdle();
                idleLooks = 0;
            }
        }
    }

    private void SleepWhileIdle()
    {
        Interlocked.Exchange(ref asleep, 1);
        if (scheduler.IsIdle && !stopping)
        {
            parker.Park();
        }

        Interlocked.Exchange(ref asleep, 0);
    }

    private void Look(long now)
    {
        bool work = scheduler.HasInjected;
        for (int i = 0; i < seen.Length; i++)
        {
            RunQueue queue = scheduler.Queues[i];
            if (queue.Owner is not { } worker)
            {
                continue;
            }

            if (work || queue.Timers.IsOverdue)
            {
                worker.AskToPoll();
            }

            ref Sighting sighting = ref seen[i];
            long turn = worker.Turns;
            if (sighting.Worker != worker || sighting.Turn != turn || !worker.IsInTurn)
            {
                sighting = new Sighting(worker, turn, now);
            }
            else if (now - sighting.Since >= StuckTicks)
            {
                HandOff(worker, ref sighting, now);
            }
        }
    }

    private void HandOff(Worker worker, ref Sighting sighting, long now)
    {
        if (!sighting.Reported)
        {
            sighting.Reported = true;
            scheduler.Rare.StuckWorker();
            TroopsEventSource.Log.StuckWorker(worker.Describe(), Clock.Span(now - sighting.Since).TotalMilliseconds);
        }

        // Even with nothing waiting now the queue must not stay behind a stuck turn: what comes next would wait for this look.
        scheduler.HandOff(worker);
    }

    /// <summary>A turn as it was first seen.</summary>
    private record struct Sighting(Worker Worker, long Turn, long Since)
    {
        internal bool Reported { get; set; }
    }
}
