using Troops.Diagnostics;
using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>The run queues, the workers that hold them, and what they share. See the README of this folder for the whole.</summary>
internal sealed partial class Scheduler
{
    private readonly RunQueue[] queues;
    private readonly Injection injection = new();
    private readonly Watchdog? watchdog;
    private readonly Lock workersGate = new();
    private readonly Lock handOffGate = new();
    private readonly List<Worker> workers = [];

    /// <summary>Those of workers that have gone.</summary>
    private readonly Stack<int> numbers = [];
    private volatile bool stopping;

    /// <param name="count">How many run queues, and so how many turns at a time (those that were handed off come on top).</param>
    /// <param name="withWatchdog">False: a turn that never calls, awaits or ends keeps its worker.</param>
    /// <param name="time">What timers go by; null: the clock.</param>
    internal Scheduler(int count, bool withWatchdog, TimeSource? time = null)
    {
        Time = time ?? ClockTime.Instance;
        Idle = new Idle(count);
        Spares = new Spares(this, (2 * count) + 8);
        queues = new RunQueue[count];
        for (int i = 0; i < count; i++)
        {
            queues[i] = new RunQueue(injection, Time);
        }

        if (Time is ProviderTime provided)
        {
            provided.Ring = Ring;
            provided.NextDeadline = NextDeadline;
        }

        if (withWatchdog)
        {
            watchdog = new Watchdog(this);
            Idle.OnWake = watchdog.Wake;
        }
    }

    internal Idle Idle { get; }

    internal Spares Spares { get; }

    internal IReadOnlyList<RunQueue> Queues => queues;

    internal bool IsStopping => stopping;

    /// <summary>Turns that went on alone since the start.</summary>
    internal long HandOffs => Rare.HandOffs;

    internal bool HasInjected => injection.Count > 0;

    /// <summary>Every worker sleeps.</summary>
    internal bool IsIdle => Idle.Sleeping == queues.Length;

    internal void Start()
    {
        foreach (RunQueue queue in queues)
        {
            Spares.Take()!.Seat(queue);
        }

        watchdog?.Start();
    }

    /// <summary>The worker of this process that calls; null on every other kernel thread.</summary>
    internal Worker? CallersWorker => Worker.Current is { Thread: not null } worker && worker.Scheduler == this ? worker : null;

    /// <summary>Queues a thread that has just been woken; safe from anywhere. On a worker of this process it runs next there.</summary>
    internal void Queue(ThreadHeader thread) => Queue(Worker.Current, thread);

    /// <inheritdoc cref="Queue(ThreadHeader)"/>
    internal void Queue(Worker? caller, ThreadHeader thread)
    {
        if (caller is { IsFiring: true } && caller.Scheduler == this)
        {
            caller.Fired(thread);
        }
        else if (caller is { Thread: not null } worker && worker.Scheduler == this && worker.EnterQueue() is { } queue)
        {
            bool displaced = queue.PushWoken(thread);
            worker.ExitQueue();
            worker.Trace?.Add(TraceKind.Wake, thread);
            if (displaced)
            {
                Idle.Notify();
            }
        }
        else
        {
            Inject(thread);
        }
    }

    /// <summary>Queues a new thread; safe from anywhere.</summary>
    internal void QueueChild(ThreadHeader thread) => QueueChild(Worker.Current, thread);

    /// <inheritdoc cref="QueueChild(ThreadHeader)"/>
    internal void QueueChild(Worker? caller, ThreadHeader thread)
    {
        if (caller is { Thread: not null } worker && worker.Scheduler == this && worker.EnterQueue() is { } queue)
        {
            queue.PushChild(thread);
            worker.ExitQueue();
            Idle.Notify();
        }
        else
        {
            Inject(thread);
        }
    }

    /// <summary>Queues a thread where any worker finds it.</summary>
    internal void Inject(ThreadHeader thread)
    {
        injection.Push(thread);
        // A full fence between the push and the look at the sleepers: the lock's release alone is none.
        Interlocked.MemoryBarrier();
        Idle.Notify();
    }

    internal ThreadHeader? TakeInjected(RunQueue queue) => queue.TakeInjected(queues.Length);

    /// <summary>Tries every other queue once, from a random one on.</summary>
    internal ThreadHeader? Steal(RunQueue thief, ref Randomness randomness)
    {
        int start = randomness.Next(queues.Length);
        for (int i = 0; i < queues.Length; i++)
        {
            RunQueue victim = queues[(start + i) % queues.Length];
            if (victim != thief && victim.StealFor(thief) is { } thread)
            {
                return thread;
            }
        }

        return null;
    }

    /// <summary>Would a search find something?</summary>
    internal bool HasWork()
    {
        if (HasInjected)
        {
            return true;
        }

        foreach (RunQueue queue in queues)
        {
            if (queue.HasStealable())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes each running turn look up.</summary>
    internal void CallAttention()
    {
        foreach (Worker worker in Workers())
        {
            worker.CallAttention();
        }
    }

    /// <summary>Every kernel thread of the process, spares included.</summary>
    internal Worker[] Workers()
    {
        lock (workersGate)
        {
            return [.. workers];
        }
    }

    internal void Introduce(Worker worker)
    {
        lock (workersGate)
        {
            worker.TallyNumber = numbers.Count > 0 ? numbers.Pop() : workers.Count;
            workers.Add(worker);
            if (trace is { } traced)
            {
                worker.BeginTrace(traced.AddBuffer(worker.Number));
            }
        }
    }

    internal void Dismiss(Worker worker)
    {
        lock (workersGate)
        {
            workers.Remove(worker);
            worker.EndTrace();
            numbers.Push(worker.TallyNumber);
            worker.AddTo(ref gone);
        }
    }

    /// <summary>Gives the queue of a turn that lasts to a spare; nothing if it was not stuck after all.</summary>
    /// <remarks>One asker at a time: with two, a claim could go Asked -> Owned -> Asked unseen by the first.</remarks>
    internal void HandOff(Worker stuck)
    {
        lock (handOffGate)
        {
            if (Spares.Take() is not { } spare)
            {
                return;
            }

            TurnGoesAlone();
            ThreadHeader? thread = stuck.Thread;
            if (stuck.TryHandOffTo(spare))
            {
                Volatile.Read(ref ownTrace)?.Add(TraceKind.HandOff, thread);
                Rare.HandOff();
            }
            else
            {
                TurnCameBack();
                // Back to the spares, without work.
                spare.Parker.Unpark();
            }
        }
    }

    /// <summary>Lets every kernel thread end after its turn. Comes after the last thread has ended or was given up.</summary>
    internal void Stop()
    {
        stopping = true;
        Time.Stop();
        watchdog?.Stop();
        Idle.WakeAll();
        Spares.Stop();
    }
}
