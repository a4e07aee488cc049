namespace Troops.Seams;

/// <summary>
/// Blocks one kernel thread until it gets a permit. One permit at most is kept: an <see cref="Unpark"/> before a
/// <see cref="Park"/> makes that park return at once, two before it count as one.
/// </summary>
/// <remarks>Only the owner parks; anybody may unpark. The permit is set before the gate is taken, so a wake-up cannot be lost.</remarks>
internal sealed class Parker
{
    private readonly object gate = new();
    private int permit;

    internal void Park()
    {
        if (Interlocked.Exchange(ref permit, 0) == 1)
        {
            return;
        }

        lock (gate)
        {
            while (Interlocked.Exchange(ref permit, 0) == 0)
            {
                Monitor.Wait(gate);
            }
        }
    }

    /// <summary>Parks for <paramref name="limit"/> at most; true if a permit ended it.</summary>
    internal bool Park(TimeSpan limit)
    {
        if (Interlocked.Exchange(ref permit, 0) == 1)
        {
            return true;
        }

        lock (gate)
        {
            if (Volatile.Read(ref permit) == 0)
            {
                Monitor.Wait(gate, limit);
            }

            return Interlocked.Exchange(ref permit, 0) == 1;
        }
    }

    internal void Unpark()
    {
        if (Interlocked.Exchange(ref permit, 1) == 0)
        {
            lock (gate)
            {
                Monitor.Pulse(gate);
            }
        }
    }
}
