using System.Runtime.CompilerServices;
using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>Fuel and slices: how a turn notices that its time is up without reading the clock at each step.</summary>
internal sealed partial class Worker
{
    /// <summary>About 20 us of calls and awaits.</summary>
    private const int Refill = 1024;

    private const int Patience = 128;

    /// <summary>What a start costs: a loop that starts threads looks up after 128 of them.</summary>
    internal const int StartFuel = Refill / 128;

    private static readonly long SliceTicks = Clock.Ticks(TimeSpan.FromMilliseconds(1));

    /// <summary>How many calls and awaits of a copy may pass after the end of the slice until one hands off; 0: the slice is not over.</summary>
    private int patience;

    private long sliceStart;
    private int poll;

    /// <summary>Spends fuel in the middle of a turn: native frames are below, so at the end of the slice the queue is handed off. Throws if the troop was killed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Spend(int units)
    {
        ref Gauge gauge = ref Gauge;
        gauge.Fuel -= units;
        if (gauge.Fuel < 0 || gauge.Attention != 0)
        {
            Refuel();
        }
    }

    /// <summary>Spends fuel between two tasks, where the thread can be queued as it is: true if it should be.</summary>
    internal bool SpendBetweenTasks()
    {
        if (--Gauge.Fuel >= 0)
        {
            return IsAlone;
        }

        Gauge.Fuel = Refill;
        if (patience > 0)
        {
            return true;
        }

        if (EnterQueue() is { } mine)
        {
            LookAtTimers(mine);
            ExitQueue();
        }

        return IsAlone || (SliceIsOver() && HasOtherWork());
    }

    /// <summary>Between two tasks: would another thread profit if this one stepped back?</summary>
    internal bool HasOtherWork()
    {
        if (scheduler.HasInjected)
        {
            return true;
        }

        if (EnterQueue() is not { } mine)
        {
            return true;
        }

        bool other = !mine.IsEmpty;
        ExitQueue();
        return other;
    }

    /// <summary>Makes the running turn look up; safe from anywhere.</summary>
    internal void CallAttention() => Interlocked.Exchange(ref Gauge.Attention, 1);

    /// <summary>Makes the worker look at the injection queue after this turn; safe from anywhere.</summary>
    internal void AskToPoll() => Volatile.Write(ref poll, 1);

    /// <summary>At the back-edge of a copy that has run out of fuel: true if the thread must step back. Throws if the troop was killed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal bool MustStepBack()
    {
        if (!LookUp() && !IsAlone)
        {
            return false;
        }

        if (Gauge.Parkable)
        {
            return true;
        }

        EndSlice();
        return false;
    }

    /// <summary>For tests, which must not go by the clock: as if the slice of the running turn were over and somebody waited.</summary>
    internal void ExpireSlice()
    {
        patience = Patience;
        Gauge.Fuel = 0;
    }

    /// <summary>Where the thread cannot step back: gives the queue away, if the worker still has it.</summary>
    internal void EndSlice()
    {
        patience = 0;
        Gauge.Fuel = Refill;
        HandOff();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Refuel(bool followKill = true)
    {
        if (!LookUp(followKill))
        {
            return;
        }

        if (Gauge.Parkable && --patience > 0)
        {
            // Looks again at the next call.
            Gauge.Fuel = 0;
            return;
        }

        EndSlice();
    }

    /// <summary>Follows kills, refills, looks at timers and clock; true if the slice is over and somebody waits.</summary>
    private bool LookUp(bool followKill = true)
    {
        siteLine = 0;
        if (followKill && Gauge.Attention != 0)
        {
            // Full fence: cleared before the flag is read, so a kill that follows calls again.
            Interlocked.Exchange(ref Gauge.Attention, 0);
            if (Thread!.Share.Killed)
            {
                Gauge.Attention = 1;
                Thread.ThrowKilled();
            }
        }

        if (Gauge.Fuel >= 0)
        {
            return false;
        }

        if (patience > 0)
        {
            return true;
        }

        Gauge.Fuel = Refill;
        if (EnterQueue() is { } mine)
        {
            bool flushed = LookAtTimers(mine) | mine.FlushWoken();
            ExitQueue();
            if (flushed)
            {
                scheduler.Idle.Notify();
            }

            if (SliceIsOver() && HasOtherWork())
            {
                patience = Patience;
                return true;
            }
        }

        return false;
    }

    private bool SliceIsOver()
    {
        long now = Clock.Now;
        if (sliceStart == 0)
        {
            // The first look of the turn: the clock was not read at its start.
            sliceStart = now;
            return false;
        }

        if (now - sliceStart < SliceTicks)
        {
            return false;
        }

        sliceStart = now;
        return true;
    }

    private bool TakePoll()
    {
        if (Volatile.Read(ref poll) == 0)
        {
            return false;
        }

        Volatile.Write(ref poll, 0);
        return true;
    }
}
