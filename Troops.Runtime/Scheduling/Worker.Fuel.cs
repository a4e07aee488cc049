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

    /// <summary>Spent by the turn, one a call, an await, a resumption.</summary>
    internal int Fuel;

    /// <summary>Not 0: somebody wants the running turn to look up (a kill). Set by anybody, cleared by the worker.</summary>
    internal int Attention;

    /// <summary>Every native frame down to the thread's loop is of a copy that the one below awaits at once: the thread can be parked at a back-edge. See the README of Tasks for who writes it.</summary>
    internal bool Parkable;

    /// <summary>How many calls and awaits of a copy may pass after the end of the slice until one hands off; 0: the slice is not over.</summary>
    private int patience;

    private long sliceStart;
    private int poll;

    /// <summary>Spends fuel in the middle of a turn: native frames are below, so at the end of the slice the queue is handed off. Throws if the troop was killed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Spend(int units)
    {
        Fuel -= units;
        if (Fuel < 0 || Attention != 0)
        {
            Refuel();
        }
    }

    /// <summary>Spends fuel between two tasks, where the thread can be queued as it is: true if it should be.</summary>
    internal bool SpendBetweenTasks()
    {
        if (--Fuel >= 0)
        {
            return IsAlone;
        }

        Fuel = Refill;
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
    internal void CallAttention() => Interlocked.Exchange(ref Attention, 1);

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

        if (Parkable)
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
        Fuel = 0;
    }

    /// <summary>Where the thread cannot step back: gives the queue away, if the worker still has it.</summary>
    internal void EndSlice()
    {
        patience = 0;
        Fuel = Refill;
        HandOff();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refuel()
    {
        if (!LookUp())
        {
            return;
        }

        if (Parkable && --patience > 0)
        {
            // Looks again at the next call.
            Fuel = 0;
            return;
        }

        EndSlice();
    }

    /// <summary>Follows kills, refills, looks at timers and clock; true if the slice is over and somebody waits.</summary>
    private bool LookUp()
    {
        siteLine = 0;
        if (Attention != 0)
        {
            // Full fence: cleared before the flag is read, so a kill that follows calls again.
            Interlocked.Exchange(ref Attention, 0);
            if (Thread!.Share.Killed)
            {
                Attention = 1;
                Thread.ThrowKilled();
            }
        }

        if (Fuel >= 0)
        {
            return false;
        }

        if (patience > 0)
        {
            return true;
        }

        Fuel = Refill;
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
