using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Troops.Diagnostics;
using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>
/// A worker: one kernel thread. With a run queue it runs the queue's threads, one turn after the other; without one it is a spare, or it ends a turn that was handed off.
/// </summary>
/// <remarks>Fields without a lock belong to the kernel thread itself; what others touch is in Worker.HandOff and Worker.Fuel and says so.</remarks>
internal sealed partial class Worker
{
    /// <summary>The injection queue is polled every so many turns: prime, so that it does not beat with a program's own rhythm.</summary>
    private const int PollInjectionTurns = 61;

    private const int SearchRounds = 20;
    private const int SearchSpin = 10;

    [ThreadStatic]
    private static Worker? current;

    /// <summary>Pinned.</summary>
    private readonly Gauge[] gauges = GC.AllocateArray<Gauge>(1, pinned: true);

    private readonly Scheduler scheduler;
    private static uint lastGauge;
    private Randomness randomness;
    private bool searching;
    private long turns;
    private int turnsToPoll = PollInjectionTurns;
    private AmbientSlots slots;
    private LiveCount? tallied;
    private Tally? tally;

    internal Worker(Scheduler scheduler, uint seed)
    {
        this.scheduler = scheduler;
        Number = (int)seed;
        Gauge.Number = Interlocked.Increment(ref lastGauge);
        randomness = new Randomness(seed * 2654435761);
    }

    /// <summary>The worker of the calling kernel thread; null on every other one.</summary>
    internal static Worker? Current => current;

    /// <summary>The thread whose turn this is; null between turns. Others may read it for dumps and kills, where being late is harmless.</summary>
    internal ThreadHeader? Thread { get; private set; }

    internal Scheduler Scheduler => scheduler;

    /// <summary>No other worker has it while this one's kernel thread lives; small, since a later one takes it over.</summary>
    internal int TallyNumber { get; set; }

    internal Parker Parker { get; } = new();

    /// <summary>How many turns were started: by this the watchdog knows a turn again.</summary>
    internal long Turns => Volatile.Read(ref turns);

    /// <summary>Given to a spare before it is woken.</summary>
    internal StackJob? Job { get; set; }

    /// <summary>True if a task may start at this depth of the stack.</summary>
    internal bool HasStack => KernelThread.HasRoom(Gauge.StackLimit);

    internal ref Gauge Gauge => ref MemoryMarshal.GetArrayDataReference(gauges);

    /// <summary>The ambient state of the kernel thread that runs this worker's code.</summary>
    internal ref readonly AmbientSlots Slots => ref slots;

    /// <summary>Where this worker counts the threads of one troop.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Tally TallyOf(LiveCount live) => live == tallied ? tally! : FindTally(live);

    /// <summary>The kernel thread's life.</summary>
    internal void Run()
    {
        SetCurrent(this);
        Gauge.StackLimit = KernelThread.StackLimit();
        slots = AmbientSlots.OfCaller();
        Parker.Park();
        do
        {
            if (Job is { } job)
            {
                Job = null;
                job.RunFor();
                job.Finish();
            }

            while (queue is not null && Next() is { } thread)
            {
                RunTurn(thread);
            }
        } while (!scheduler.IsStopping && scheduler.Spares.WaitForWork(this));

        scheduler.Dismiss(this);
        scheduler.Spares.Leave();
    }

    /// <summary>Lends the calling kernel thread to this worker: <see cref="Current"/>, the stack limit and the ambient state, until disposed.</summary>
    internal Impersonation Impersonate()
    {
        Impersonation undo = new(current!, this, Gauge.StackLimit, slots);
        Gauge.StackLimit = current!.Gauge.StackLimit;
        slots = current.slots;
        SetCurrent(this);
        return undo;
    }

    private static unsafe void SetCurrent(Worker worker)
    {
        current = worker;
        // SAFETY: the array is pinned and lives as long as the worker, which the line above keeps alive for as long as this kernel thread can find the pointer.
        Gauge.Current = (Gauge*)Unsafe.AsPointer(ref worker.Gauge);
    }

    private Tally FindTally(LiveCount live)
    {
        tallied = live;
        return tally = live.TallyOf(TallyNumber);
    }

    /// <remarks>Not inlined into <see cref="Run"/>, which is called once and so never gets the JIT's best code; the same for <see cref="Next"/>.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunTurn(ThreadHeader thread)
    {
        TroopShare share = thread.Share;
        bool leavesWork = !queue!.IsEmpty;
        bool timed = queue!.IsContended;
        long start = timed ? Clock.Now : 0;
        sliceStart = start;
        Gauge.Fuel = Refill;
        patience = 0;
        Thread = thread;
        turns++;
        TurnBegins();
        if (leavesWork)
        {
            // What stays behind is somebody else's chance while this turn lasts. Pairs with Sleep: the mode is stored before the sleepers are read, so I see the sleeper or it
            // sees that this queue's owner is in a turn.
            scheduler.Idle.Notify();
        }

        if (share.Killed)
        {
            Volatile.Write(ref Gauge.Attention, 1);
        }

        TurnEnd end = trace is { } traced ? RunTraced(traced, thread) : thread.RunTurn(this);
        TurnEnds();
        Gauge.Fuel = -1;
        Thread = null;
        if (end == TurnEnd.Left)
        {
            Counts.Parks++;
        }

        if (queue is null)
        {
            if (end == TurnEnd.Requeue)
            {
                scheduler.Inject(thread);
            }

            scheduler.TurnCameBack();
            return;
        }

        if (timed)
        {
            queue.Charge(share, Clock.Now - start);
        }

        if (end == TurnEnd.Requeue)
        {
            queue.PushReady(thread);
        }
    }

    /// <summary>The next thread to run; parks while there is none. Null if the process stops.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ThreadHeader? Next()
    {
        while (!scheduler.IsStopping)
        {
            if (--turnsToLook <= 0)
            {
                LookAtTimers();
            }

            if ((--turnsToPoll <= 0 || TakePoll()) && Poll() is { } polled)
            {
                return EndSearch(polled);
            }

            if ((queue!.Pop() ?? scheduler.TakeInjected(queue) ?? Search()) is { } thread)
            {
                return EndSearch(thread);
            }

            if (!LookAtTimers())
            {
                Sleep();
            }
        }

        return null;
    }

    private ThreadHeader? Poll()
    {
        turnsToPoll = PollInjectionTurns;
        LookAtTimers();
        scheduler.RefreshClockIfNobodyElseDoes();
        return scheduler.TakeInjected(queue!);
    }

    private ThreadHeader? Search()
    {
        searching = searching || scheduler.Idle.TryBeginSearch();
        for (int round = 0; searching && round < SearchRounds; round++)
        {
            if (scheduler.Steal(queue!, ref randomness) is { } stolen)
            {
                Counts.Steals++;
                trace?.Add(TraceKind.Steal, stolen);
                return stolen;
            }

            if (scheduler.TakeInjected(queue!) is { } found)
            {
                return found;
            }

            KernelThread.Spin(SearchSpin);
        }

        return null;
    }

    private ThreadHeader EndSearch(ThreadHeader found)
    {
        if (searching)
        {
            searching = false;
            if (scheduler.Idle.EndSearch())
            {
                // The last searcher leaves: if there is more, somebody else should look for it.
                scheduler.Idle.Notify();
            }
        }

        return found;
    }

    /// <summary>See <see cref="Idle"/> for the order of the steps.</summary>
    private void Sleep()
    {
        queue!.Wipe();
        scheduler.Idle.Add(this);
        if (searching)
        {
            searching = false;
            scheduler.Idle.EndSearch();
        }

        Fence.ProcessWide();
        bool mayRest = queue.IsEmpty && !scheduler.HasWork() && !scheduler.IsStopping && MayRest();
        if (!mayRest && scheduler.Idle.TryRemove(this))
        {
            return;
        }

        searching = trace is { } traced ? RestTraced(traced, mayRest) : Rest(mayRest);
        CoarseClock.Refresh();
    }

    /// <summary>Undoes <see cref="Impersonate"/>.</summary>
    internal readonly ref struct Impersonation(Worker lender, Worker borrower, nuint limit, AmbientSlots slots)
    {
        public void Dispose()
        {
            borrower.Gauge.StackLimit = limit;
            borrower.slots = slots;
            SetCurrent(lender);
        }
    }
}
