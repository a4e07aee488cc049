using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>Kernel threads for calls that block: as many as there are calls, up to <see cref="Most"/>; beyond that calls wait in order.</summary>
/// <remarks>
/// Everything is under one lock, which is held for no call. A kernel thread without a call is idle: it stands in <c>idle</c> and is parked. Who has a call takes one off the list, gives it
/// the call, and its permit; a kernel thread whose wait is over takes itself off and ends, or, if it is on the list no more, waits for the permit that is on its way. So an idle process
/// has no kernel threads of this kind after a while, and makes no wake-ups.
/// </remarks>
internal sealed class BlockingThreads(int most = BlockingThreads.Most)
{
    /// <summary>More calls than this at a time wait. Each one holds a kernel thread with its stack.</summary>
    internal const int Most = 512;

    private static readonly TimeSpan IdleAtMost = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Queue<IBlockingCall> waiting = new();
    private readonly HashSet<IBlockingCall> running = [];
    private readonly List<BlockingThread> idle = [];
    private int alive;
    private bool stopping;

    /// <summary>For ordinary code, which has no process.</summary>
    internal static BlockingThreads Shared { get; } = new();

    /// <summary>Called when the last call has ended and nobody waits.</summary>
    internal Action? OnQuiet { get; set; }

    /// <summary>Kernel threads alive; a hint.</summary>
    internal int Alive => Volatile.Read(ref alive);

    /// <summary>No call runs or waits.</summary>
    internal bool IsQuiet
    {
        get
        {
            lock (gate)
            {
                return running.Count == 0 && waiting.Count == 0;
            }
        }
    }

    /// <summary>The calls that run now, for messages.</summary>
    internal string[] Running
    {
        get
        {
            lock (gate)
            {
                return [.. running.Select(static call => call.Name)];
            }
        }
    }

    /// <summary>Runs <paramref name="call"/> as soon as a kernel thread is free. False if no more calls are taken.</summary>
    internal bool Start(IBlockingCall call)
    {
        BlockingThread free;
        lock (gate)
        {
            if (stopping)
            {
                return false;
            }

            if (idle.Count == 0 && alive == most)
            {
                waiting.Enqueue(call);
                return true;
            }

            running.Add(call);
            if (idle.Count == 0)
            {
                alive++;
                free = new BlockingThread(call);
                KernelThread.Start("Troops blocking call", () => Run(free));
                return true;
            }

            free = idle[^1];
            idle.RemoveAt(idle.Count - 1);
            free.Call = call;
        }

        free.Parker.Unpark();
        return true;
    }

    /// <summary>Takes no more calls, forgets those that wait, and lets each kernel thread end. Waits for none: gives the names of the calls that still run.</summary>
    internal string[] Stop()
    {
        BlockingThread[] rest;
        lock (gate)
        {
            stopping = true;
            waiting.Clear();
            rest = [.. idle];
            idle.Clear();
        }

        foreach (BlockingThread thread in rest)
        {
            thread.Parker.Unpark();
        }

        return Running;
    }

    private void Run(BlockingThread mine)
    {
        do
        {
            // By a local: what is handed over while this one is idle is taken after its permit, never before.
            IBlockingCall? call = mine.Call;
            while (call is not null)
            {
                call.Call();
                call = NextAfter(call, mine);
            }
        } while (WaitsForCall(mine));
    }

    /// <summary>The call that has waited longest; null: <paramref name="mine"/> is idle now.</summary>
    private IBlockingCall? NextAfter(IBlockingCall ended, BlockingThread mine)
    {
        lock (gate)
        {
            running.Remove(ended);
            if (waiting.TryDequeue(out IBlockingCall? next))
            {
                running.Add(next);
                return next;
            }

            // Before it can be chosen: whoever chooses it writes the call.
            mine.Call = null;
            if (!stopping)
            {
                idle.Add(mine);
            }

            if (running.Count > 0)
            {
                return null;
            }
        }

        OnQuiet?.Invoke();
        return null;
    }

    /// <summary>False: the kernel thread is not needed.</summary>
    private bool WaitsForCall(BlockingThread mine)
    {
        if (!Volatile.Read(ref stopping) && !mine.Parker.Park(IdleAtMost))
        {
            lock (gate)
            {
                if (idle.Remove(mine))
                {
                    alive--;
                    return false;
                }
            }

            // Chosen in this moment.
            mine.Parker.Park();
        }

        if (mine.Call is not null)
        {
            return true;
        }

        lock (gate)
        {
            alive--;
        }

        return false;
    }
}
