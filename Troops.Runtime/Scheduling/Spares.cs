using Troops.Diagnostics;
using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>Kernel threads without a run queue: they take over the queue of a stuck worker, or lend their stack to a deep chain of calls.</summary>
/// <remarks>
/// A spare waits for its parker's permit. <see cref="Take"/> hands it to one caller, under the lock, so no spare is given two things; the caller stores the work, then unparks.
/// A kernel thread starts in the same state as a spare that was taken.
/// </remarks>
internal sealed class Spares(Scheduler scheduler, int kept)
{
    /// <summary>Beyond this many kernel threads a stuck turn keeps its queue. Each one is a blocked call of somebody; Go stops at 10,000.</summary>
    private const int MostKernelThreads = 1024;

    private readonly Lock gate = new();
    private readonly Stack<Worker> spares = new();
    private readonly TaskCompletionSource allGone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int alive;
    private int made;
    private bool stopping;

    /// <summary>Kernel threads alive: seated, running alone, and spare.</summary>
    internal int Alive => Volatile.Read(ref alive);

    /// <summary>Ends when every kernel thread has gone.</summary>
    internal Task AllGone => allGone.Task;

    /// <summary>
    /// A kernel thread that waits for its permit, from now on the caller's: it gives it work, or none, and unparks it. Null if there are too many already.
    /// </summary>
    internal Worker? Take()
    {
        int name;
        lock (gate)
        {
            if (spares.TryPop(out Worker? spare))
            {
                return spare;
            }

            if (stopping)
            {
                return null;
            }

            if (alive >= MostKernelThreads)
            {
                TroopsEventSource.Log.OutOfKernelThreads(alive);
                return null;
            }

            alive++;
            name = ++made;
        }

        Worker worker = new(scheduler, (uint)name);
        scheduler.Introduce(worker);
        KernelThread.Start($"Troops worker {name}", worker.Run);
        return worker;
    }

    /// <summary>Blocks the calling spare until it is taken; false if it must go.</summary>
    internal bool WaitForWork(Worker worker)
    {
        lock (gate)
        {
            if (stopping || spares.Count >= kept)
            {
                return false;
            }

            spares.Push(worker);
        }

        worker.Parker.Park();
        return true;
    }

    /// <summary>Called last by each kernel thread.</summary>
    internal void Leave()
    {
        bool last;
        lock (gate)
        {
            alive--;
            last = alive == 0 && stopping;
        }

        if (last)
        {
            allGone.TrySetResult();
        }
    }

    internal void Stop()
    {
        Worker[] idle;
        bool none;
        lock (gate)
        {
            stopping = true;
            idle = [.. spares];
            spares.Clear();
            none = alive == 0;
        }

        foreach (Worker worker in idle)
        {
            worker.Parker.Unpark();
        }

        if (none)
        {
            allGone.TrySetResult();
        }
    }
}
