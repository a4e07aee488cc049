using System.Runtime.CompilerServices;
using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>
/// What a worker works off: a lane a troop, picked by virtual time. It outlives workers: a hand-off gives it to another one.
/// </summary>
/// <remarks>
/// Everything but <see cref="StealFor"/>, <see cref="HasStealable"/> and <see cref="Owner"/> belongs to the worker that holds it, see
/// Worker.HandOff. The array of lanes is replaced, never changed, so that thieves can walk it.
/// </remarks>
internal sealed partial class RunQueue
{
    /// <summary>Children may go first for this long, then what waits in order gets one turn.</summary>
    private static readonly long ChildrenFirstTicks = Clock.Ticks(TimeSpan.FromMilliseconds(1));

    private const int ChildrenFirstPops = 64;
    private const int StealAtMost = 64;

    private readonly Injection injection;
    private readonly ThreadHeader[] hands = new ThreadHeader[Injection.TakeAtMost];
    private Lane[] lanes = [];
    private Lane? recent;
    private int pops;
    private long readyServed;

    /// <summary>The virtual time of the lane served last; never goes back (start-time fair queueing, Goyal et al. 1996).</summary>
    private long clock;

    /// <param name="time">What its timers go by; null: the clock.</param>
    internal RunQueue(Injection injection, TimeSource? time = null)
    {
        this.injection = injection;
        Timers = new Timers(time ?? ClockTime.Instance);
    }

    /// <summary>The timers, which go where the queue goes.</summary>
    internal Timers Timers { get; }

    /// <summary>The worker that holds the queue; written at each hand-off.</summary>
    internal Worker? Owner
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }

    /// <summary>True if the last <see cref="Pop"/> chose between troops: then the turn is timed and charged.</summary>
    internal bool IsContended { get; private set; }

    internal bool IsEmpty
    {
        get
        {
            foreach (Lane lane in lanes)
            {
                if (!lane.IsEmpty)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>A new thread: runs before its elder siblings.</summary>
    internal void PushChild(ThreadHeader thread)
    {
        Lane lane = LaneOf(thread.Share);
        if (!lane.Children.TryPush(thread))
        {
            Overflow(lane.Children);
            lane.Children.TryPush(thread);
        }
    }

    /// <summary>A thread that waits for its turn in order.</summary>
    internal void PushReady(ThreadHeader thread)
    {
        Lane lane = LaneOf(thread.Share);
        if (!lane.Ready.TryPush(thread))
        {
            Overflow(lane.Ready);
            lane.Ready.TryPush(thread);
        }
    }

    /// <summary>A thread that was woken in the running turn: it runs next. True if it displaced another one, which thieves may take now.</summary>
    internal bool PushWoken(ThreadHeader thread)
    {
        if (LaneOf(thread.Share).ReplaceWokenLast(thread) is not { } displaced)
        {
            return false;
        }

        PushReady(displaced);
        return true;
    }

    /// <summary>A thread that a timer has woken: it goes before those in order.</summary>
    internal void PushTimed(ThreadHeader thread)
    {
        if (!LaneOf(thread.Share).TryPushTimed(thread))
        {
            PushReady(thread);
        }
    }

    /// <summary>Makes the threads woken last stealable: the running turn takes long. True if there were any.</summary>
    internal bool FlushWoken()
    {
        bool any = false;
        foreach (Lane lane in lanes)
        {
            if (lane.ReplaceWokenLast(null) is { } woken)
            {
                PushReady(woken);
                any = true;
            }
        }

        return any;
    }

    /// <summary>Takes threads that no queue holds: one to run, the others in order. Null if there is none.</summary>
    internal ThreadHeader? TakeInjected(int workers)
    {
        if (injection.Count == 0)
        {
            return null;
        }

        // Into my hands first: pushing may overflow, which goes to the injection queue again.
        int taken = injection.Take(hands, workers);
        ThreadHeader? first = taken > 0 ? hands[0] : null;
        for (int i = 1; i < taken; i++)
        {
            PushReady(hands[i]);
        }

        Array.Clear(hands, 0, taken);
        return first;
    }

    internal ThreadHeader? Pop()
    {
        bool readyFirst = MustServeReady();
        while (NextLane() is { } lane)
        {
            // Null: a thief was faster, and another lane may have work.
            if (lane.Pop(readyFirst) is { } thread)
            {
                return thread;
            }
        }

        return null;
    }

    /// <summary>Charges a turn to its troop. Comes before the thread is queued again.</summary>
    internal void Charge(TroopShare share, long ticks)
    {
        foreach (Lane lane in lanes)
        {
            if (lane.Share == share)
            {
                lane.VirtualTime += ticks;
            }
        }
    }

    /// <summary>Called by a thief: moves up to half of one lane to <paramref name="thief"/> and returns one thread of it to run.</summary>
    internal ThreadHeader? StealFor(RunQueue thief)
    {
        Lane? from = StealableLane();
        if (from is null)
        {
            return null;
        }

        // What a timer woke has been late already.
        StealableDeque? timed = from.Timed is { Count: > 0 } late ? late : null;
        bool children = timed is null && from.Ready.Count == 0;
        StealableDeque deque = timed ?? (children ? from.Children : from.Ready);
        int more = Math.Min(deque.Count / 2, StealAtMost);
        ThreadHeader? first = deque.TakeOldest();
        while (first is not null && --more > 0 && deque.TakeOldest() is { } next)
        {
            if (children)
            {
                thief.PushChild(next);
            }
            else
            {
                thief.PushReady(next);
            }
        }

        return first;
    }

    /// <summary>Would <see cref="StealFor"/> find something?</summary>
    internal bool HasStealable() => StealableLane() is not null;

    /// <summary>Forgets threads that have passed through; called when the owner goes idle.</summary>
    internal void Wipe()
    {
        foreach (Lane lane in lanes)
        {
            lane.Children.Wipe();
            lane.Ready.Wipe();
            lane.Timed?.Wipe();
        }
    }

    /// <summary>
    /// The lane to steal from: of the troop furthest behind. Null if there is a single thread and the owner is between turns: it takes it itself, sooner than a thief could.
    /// </summary>
    private Lane? StealableLane()
    {
        Lane? from = null;
        int total = 0;
        foreach (Lane lane in Volatile.Read(ref lanes))
        {
            int count = lane.Stealable;
            if (count > 0 && (from is null || lane.VirtualTime < from.VirtualTime))
            {
                from = lane;
            }

            total += count;
        }

        return total >= 2 || (total == 1 && Owner is { IsInTurn: true }) ? from : null;
    }

    private bool MustServeReady()
    {
        if (++pops < ChildrenFirstPops)
        {
            return false;
        }

        pops = 0;
        long now = Clock.Now;
        if (now - readyServed < ChildrenFirstTicks)
        {
            return false;
        }

        readyServed = now;
        return true;
    }

    /// <summary>Null only if every lane is empty.</summary>
    private Lane? NextLane()
    {
        if (lanes.Length != 1)
        {
            return FurthestBehind();
        }

        return recent!.IsEmpty ? null : recent;
    }

    private Lane? FurthestBehind()
    {
        Lane? best = null;
        IsContended = false;
        foreach (Lane lane in lanes)
        {
            if (lane.IsEmpty)
            {
                continue;
            }

            IsContended = best is not null;
            if (best is null || lane.VirtualTime < best.VirtualTime)
            {
                best = lane;
            }
        }

        if (best is not null)
        {
            clock = Math.Max(clock, best.VirtualTime);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lane LaneOf(TroopShare share) => recent?.Share == share && lanes.Length == 1 ? recent : FindLane(share);

    private Lane FindLane(TroopShare share)
    {
        Lane? found = null;
        Lane? free = null;
        foreach (Lane lane in lanes)
        {
            if (lane.Share == share)
            {
                found = lane;
            }
            else if (lane.IsEmpty && lane != recent)
            {
                free = lane;
            }
        }

        if (found is null)
        {
            found = free ?? AddLane(share);
            found.Share = share;
            found.VirtualTime = clock;
        }

        // A troop that comes (back) starts at the time of the one served last: idling earns no credit, and no debt for those who stayed.
        if (found.IsEmpty)
        {
            found.VirtualTime = Math.Max(found.VirtualTime, clock);
        }

        return recent = found;
    }

    private Lane AddLane(TroopShare share)
    {
        Lane added = new(share);
        Volatile.Write(ref lanes, [.. lanes, added]);
        return added;
    }

    /// <summary>Half of a full deque, the older half, goes where every worker finds it.</summary>
    private void Overflow(StealableDeque deque)
    {
        for (int i = 0; i < StealableDeque.Capacity / 2 && deque.PopOldest() is { } thread; i++)
        {
            injection.Push(thread);
        }
    }
}
