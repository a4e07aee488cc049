using System.Runtime.CompilerServices;

namespace Troops.Seams;

/// <summary>
/// Blocks one kernel thread until it gets a permit. One permit at most is kept: an <see cref="Unpark"/> before a
/// <see cref="Park()"/> makes that park return at once, two before it count as one.
/// </summary>
/// <remarks>
/// Only the owner parks; anybody may unpark. One word: Empty, Permit, or Parked. The owner goes Empty -> Parked and takes the permit when it leaves; an unpark exchanges the word
/// with Permit, and whoever finds Parked there wakes the kernel thread. The kernel looks at the word again before it blocks (futex), or the gate is held from the look to the wait
/// (Monitor), so no wake-up is lost. A permit that comes when a limit is just over is taken by the exchange that leaves, so neither end loses it.
/// <para>Source: the parker of Rust's standard library (library/std/src/sys/sync/thread_parking/futex.rs).</para>
/// </remarks>
internal sealed unsafe class Parker(bool futex)
{
    private const int Parked = -1;
    private const int Empty = 0;
    private const int Permit = 1;

    /// <summary>A kernel wait of 1 ms ends 50 to 200 us late: it is asked to end early, and the rest is spun.</summary>
    private static readonly long SpinTicks = Clock.Ticks(TimeSpan.FromMicroseconds(100));

    private const int SpinIterations = 4;

    private readonly object gate = new();

    /// <summary>The word, in a cache line of its own and where the collector does not move it: the kernel knows it by its address.</summary>
    private readonly int[] words = GC.AllocateArray<int>(32, pinned: true);

    internal Parker()
        : this(Futex.IsSupported) { }

    private ref int Word => ref words[16];

    // SAFETY: the array is pinned for its life, and alive as long as this is.
    private int* Address => (int*)Unsafe.AsPointer(ref Word);

    internal void Park()
    {
        if (Interlocked.Decrement(ref Word) == Empty)
        {
            return;
        }

        while (Interlocked.CompareExchange(ref Word, Empty, Permit) != Permit)
        {
            Block(-1);
        }
    }

    /// <summary>Parks for <paramref name="limit"/> at most; true if a permit ended it.</summary>
    internal bool Park(TimeSpan limit)
    {
        if (Interlocked.Decrement(ref Word) == Empty)
        {
            return true;
        }

        long start = Clock.Now;
        long ticks = Clock.Ticks(limit);
        for (long left = ticks; left > 0 && Volatile.Read(ref Word) == Parked; left = ticks - (Clock.Now - start))
        {
            Block(Clock.Nanoseconds(left));
        }

        return Interlocked.Exchange(ref Word, Empty) == Permit;
    }

    /// <summary>
    /// Parks until <paramref name="deadline"/> (of <see cref="Clock.Now"/>); true if a permit ended it. It ends when it is due, not when the kernel gets round to it: the last 100 us
    /// are spun.
    /// </summary>
    internal bool ParkUntil(long deadline)
    {
        if (Interlocked.Decrement(ref Word) == Empty)
        {
            return true;
        }

        for (long left = deadline - Clock.Now; left > 0 && Volatile.Read(ref Word) == Parked; left = deadline - Clock.Now)
        {
            if (left > SpinTicks)
            {
                Block(Clock.Nanoseconds(left - SpinTicks));
            }
            else
            {
                KernelThread.Spin(SpinIterations);
            }
        }

        return Interlocked.Exchange(ref Word, Empty) == Permit;
    }

    internal void Unpark()
    {
        if (Interlocked.Exchange(ref Word, Permit) != Parked)
        {
            return;
        }

        if (futex)
        {
            Futex.Wake(Address);
            return;
        }

        lock (gate)
        {
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Blocks while the word is Parked; returns when it is not, when the time is over, or for no reason.</summary>
    private void Block(long nanoseconds)
    {
        if (futex)
        {
            Futex.Wait(Address, Parked, nanoseconds);
            return;
        }

        lock (gate)
        {
            if (Volatile.Read(ref Word) != Parked)
            {
                return;
            }

            if (nanoseconds < 0)
            {
                Monitor.Wait(gate);
            }
            else
            {
                // A millisecond more than is left at the most: the caller looks at the clock.
                Monitor.Wait(gate, (int)Math.Min(int.MaxValue, (nanoseconds / 1_000_000) + 1));
            }
        }
    }
}
