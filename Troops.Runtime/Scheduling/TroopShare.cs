namespace Troops.Scheduling;

/// <summary>A troop as the scheduler sees it: who gets which share of the workers.</summary>
internal sealed class TroopShare(Scheduler scheduler, object owner, bool countsTasks = false)
{
    private static volatile bool anyKilled;

    private volatile KillStage stage;

    internal Scheduler Scheduler { get; } = scheduler;

    /// <summary>The troop itself, for the layers above.</summary>
    internal object Owner { get; } = owner;

    /// <summary>Each suspended task is charged.</summary>
    internal bool CountsTasks { get; } = countsTasks;

    /// <summary>Every thread of the troop that has parked once and has not ended.</summary>
    internal ThreadRegistry Registry { get; } = new();

    /// <summary>Only grows. Read at the start of each turn, after each park, and where a worker's attention was called.</summary>
    internal KillStage Stage => stage;

    /// <summary>Some troop of this OS process was killed once: until then nobody need look whether its own was.</summary>
    internal static bool AnyKilled => anyKilled;

    internal bool Killed => stage != KillStage.Alive;

    /// <summary>Threads of this troop in the injection queue, and its virtual time there; guarded by the lock of <see cref="Injection"/>.</summary>
    internal Queue<ThreadHeader> Injected { get; } = new();
    internal long InjectedTime { get; set; }

    /// <summary>Makes every turn of this troop, running or to come, unwind or give up. The caller has stored the reason before.</summary>
    /// <remarks>
    /// Pairs with the end of a turn (park, then read <see cref="Stage"/>): the stage is written before the registry is read, the park is a full fence before the stage is
    /// read, so one of the two sees the other.
    /// </remarks>
    internal void Kill(KillStage next)
    {
        anyKilled = true;
        stage = next;
        Interlocked.MemoryBarrier();
        Scheduler.CallAttention();
        foreach (ThreadHeader thread in Registry.Snapshot())
        {
            thread.Unpark();
        }
    }
}
