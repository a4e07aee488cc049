using Troops.Diagnostics;
using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>Who holds the run queue: the worker, or somebody who took it away because its turn lasts.</summary>
/// <remarks>
/// Two words. <c>mode</c>: Scheduling (1) or InTurn (0), written by the worker alone, with plain stores. <c>claim</c>: Owned, Asked, Taken.
/// <para>
/// The worker touches its queue only in mode Scheduling, and after it has seen that the queue is still its own: store mode, then load claim.
/// In a turn each queue operation is bracketed by <see cref="EnterQueue"/> and <see cref="ExitQueue"/>; between turns the mode stays Scheduling.
/// </para>
/// <para>
/// The watchdog, or a troop whose killed turn does not come back, one at a time: claim Owned -> Asked (compare-and-swap), process-wide fence, load mode. If InTurn: Asked -> Taken; if that wins, the queue is its to give away. If
/// Scheduling, the worker is not stuck: Asked -> Owned. A worker that finds Asked takes it back (Asked -> Owned): it is alive.
/// </para>
/// <para>
/// Why both cannot hold the queue: after the fence either the watchdog sees mode Scheduling (and withdraws), or the worker's load of claim comes after the store of
/// Asked, and then the two compare-and-swaps on the same word decide. The queue's content is released by the store of InTurn and acquired by the watchdog's load.
/// </para>
/// Rejected: a lock around each queue operation (20 ns a wake-up); waiting for the worker to leave the queue (it may be descheduled there: the watchdog would hang with it).
/// </remarks>
internal sealed partial class Worker
{
    private const int InTurn = 0;
    private const int Scheduling = 1;

    private const int Owned = 0;
    private const int Asked = 1;
    private const int Taken = 2;

    private RunQueue? queue;
    private int mode = Scheduling;
    private int claim = Owned;

    /// <summary>Safe from anywhere; a hint.</summary>
    internal bool IsInTurn => Volatile.Read(ref mode) == InTurn;

    /// <summary>The running turn has lost its queue: it should end where it can.</summary>
    internal bool IsAlone => Volatile.Read(ref claim) == Taken;

    /// <summary>True while the worker is in a turn of <paramref name="thread"/>; safe from anywhere, a hint.</summary>
    internal bool IsStuck(ThreadHeader thread) => IsInTurn && Thread == thread;

    /// <summary>Gives a queue that nobody holds to a spare that was taken, and lets it run.</summary>
    internal void Seat(RunQueue given)
    {
        queue = given;
        claim = Owned;
        given.Owner = this;
        turnsToLook = 0;
        Parker.Unpark();
    }

    /// <summary>In a turn: the queue, to be used until <see cref="ExitQueue"/>; null if it was taken away.</summary>
    internal RunQueue? EnterQueue()
    {
        Volatile.Write(ref mode, Scheduling);
        // Pairs with TryTakeQueue's fence: the mode is visible before the claim is read.
        if (Volatile.Read(ref claim) == Owned || Interlocked.CompareExchange(ref claim, Owned, Asked) == Asked)
        {
            return queue;
        }

        Volatile.Write(ref mode, InTurn);
        return null;
    }

    internal void ExitQueue() => Volatile.Write(ref mode, InTurn);

    /// <summary>In a turn that cannot be parked and whose slice is over: gives the queue to a spare. The turn goes on alone.</summary>
    internal void HandOff()
    {
        if (EnterQueue() is not { } given)
        {
            return;
        }

        if (scheduler.Spares.Take() is { } spare)
        {
            // A watchdog that asks at this moment finds its compare-and-swap lost.
            Interlocked.Exchange(ref claim, Taken);
            queue = null;
            scheduler.TurnGoesAlone();
            spare.Seat(given);
            scheduler.Rare.HandOff();
            trace?.Add(TraceKind.HandOff, Thread);
            TroopsEventSource.Log.HandOff(Describe());
        }

        ExitQueue();
    }

    /// <summary>Called under the lock of <see cref="Scheduler.HandOff"/>: gives the queue of this worker's stuck turn to <paramref name="spare"/>; false if it was not stuck after all.</summary>
    internal bool TryHandOffTo(Worker spare)
    {
        if (TryTakeQueue() is not { } taken)
        {
            return false;
        }

        spare.Seat(taken);
        return true;
    }

    private RunQueue? TryTakeQueue()
    {
        if (Interlocked.CompareExchange(ref claim, Asked, Owned) != Owned)
        {
            return null;
        }

        // Pairs with EnterQueue: from here on the worker sees Asked, or its mode is visible to me.
        Fence.ProcessWide();
        if (Volatile.Read(ref mode) != InTurn)
        {
            Interlocked.CompareExchange(ref claim, Owned, Asked);
            return null;
        }

        // Read before the claim is won: after that the turn may end and let go of the queue. While the claim is Asked it does not change.
        RunQueue? taken = queue;
        return Interlocked.CompareExchange(ref claim, Taken, Asked) == Asked ? taken : null;
    }

    /// <summary>What runs here, in one line; safe from anywhere.</summary>
    internal string Describe() => Thread?.Describe() ?? "no thread";

    private void TurnBegins() => Volatile.Write(ref mode, InTurn);

    private void TurnEnds()
    {
        Volatile.Write(ref mode, Scheduling);
        if (Volatile.Read(ref claim) != Owned && Interlocked.CompareExchange(ref claim, Owned, Asked) == Taken)
        {
            queue = null;
        }
    }
}
