using System.Runtime.ExceptionServices;
using Troops.Diagnostics;
using Troops.Scheduling;

namespace Troops.Tasks;

/// <summary>A <c>TroopThread.ForEach</c>: a task of the caller takes item after item from the source and starts a thread for each, as many at a time as there may be.</summary>
/// <remarks>
/// The source stays in the caller's thread; each body has a thread of its own, and with it its own objects and its own token. <c>running</c>, <c>threads</c>, <c>fault</c> and
/// <c>waiting</c> are guarded by the lock: the caller's task counts a thread up before it is queued, whoever ends it counts it down, once, through its join. The first fault is kept, the
/// running threads are cancelled, and nothing more starts; the task ends when <c>running</c> is 0. A second fault is reported as that of a thread that nobody joins.
/// </remarks>
internal sealed class ForEachRun
{
    private readonly TroopThread home;
    private readonly int degree;
    private readonly Lock gate = new();
    private readonly HashSet<TroopThread> threads = [];
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenRegistration registration;
    private ExceptionDispatchInfo? fault;

    /// <summary>The caller's task, if it waits: for one thread to end, or for all.</summary>
    private ForEachWait? waiting;
    private bool waitsForAll;
    private int running;

    [Audited("the runtime's owners", "a run is failed through its claim, which any thread may take", "2030-12-31")]
    internal ForEachRun(TroopThread home, int degree, CancellationToken cancellationToken)
    {
        this.home = home;
        this.degree = degree;
        registration = cancellationToken.UnsafeRegister(static (run, token) => ((ForEachRun)run!).TryFail(new OperationCanceledException(token)), this);
    }

    /// <summary>Cancelled at the first fault: for a source that waits.</summary>
    internal CancellationToken Stop => stop.Token;

    /// <param name="bind">Makes the body of the thread for an item.</param>
    internal async TroopTask Over<T>(IEnumerable<T> items, Func<T, Delegate> bind)
    {
        try
        {
            using IEnumerator<T> source = items.GetEnumerator();
            while (await HasRoom() && source.MoveNext())
            {
                Start(bind(source.Current));
            }
        }
        catch (Exception thrown)
        {
            Fail(thrown);
        }

        await End();
    }

    /// <inheritdoc cref="Over{T}(IEnumerable{T}, Func{T, Delegate})"/>
    internal async TroopTask Over<T>(IAsyncEnumerable<T> items, Func<T, Delegate> bind)
    {
        try
        {
            IAsyncEnumerator<T> source = items.GetAsyncEnumerator(Stop);
            try
            {
                while (await HasRoom() && await source.MoveNextAsync())
                {
                    Start(bind(source.Current));
                }
            }
            finally
            {
                await source.DisposeAsync();
            }
        }
        catch (Exception thrown)
        {
            Fail(thrown);
        }

        await End();
    }

    /// <inheritdoc cref="Over{T}(IEnumerable{T}, Func{T, Delegate})"/>
    /// <param name="next">Waits for the next item; false: there are no more.</param>
    /// <param name="current">The item.</param>
    internal async TroopTask Over<T>(Func<TroopTask<bool>> next, Func<T> current, Func<T, Delegate> bind)
    {
        try
        {
            while (await HasRoom() && await next())
            {
                Start(bind(current()));
            }
        }
        catch (Exception thrown)
        {
            Fail(thrown);
        }

        await End();
    }

    /// <summary>A thread has ended, and is told apart from the others by <paramref name="thread"/>. True if its fault, if any, is heard of.</summary>
    internal bool Ended(TroopThread thread, Exception? thrown)
    {
        // Stopped because it was asked to: no news.
        bool heard = thrown is null || TryFail(thrown) || thrown is OperationCanceledException;
        ForEachWait? wake = null;
        lock (gate)
        {
            running--;
            threads.Remove(thread);
            if (!waitsForAll || running == 0)
            {
                wake = waiting;
                waiting = null;
            }
        }

        wake?.TrySucceed(default);
        return heard;
    }

    private void Start(Delegate body)
    {
        if (Volatile.Read(ref fault) is not null)
        {
            return;
        }

        Worker.Current!.Spend(Worker.StartFuel);
        TroopThread.LaunchJoined<Unit, ForEachJoin>(home.Troop, body, Ambient.Capture(), Joined);
    }

    /// <summary>Before the thread can run, so that its end finds it counted.</summary>
    private ForEachJoin Joined(TroopThread<Unit> thread)
    {
        bool late;
        lock (gate)
        {
            running++;
            threads.Add(thread);
            late = fault is not null;
        }

        if (late)
        {
            thread.AskToStop();
        }

        return new ForEachJoin(this, thread);
    }

    /// <summary>Waits until one more thread may start; false if none may, ever.</summary>
    private async TroopTask<bool> HasRoom()
    {
        TroopTask room = default;
        lock (gate)
        {
            if (running == degree && fault is null)
            {
                waiting = new ForEachWait(home);
                room = new TroopTask(waiting);
            }
        }

        await room;
        return Volatile.Read(ref fault) is null;
    }

    /// <summary>Waits until all threads have ended; throws the first fault.</summary>
    private async TroopTask End()
    {
        TroopTask all = default;
        lock (gate)
        {
            waitsForAll = true;
            if (running > 0)
            {
                waiting = new ForEachWait(home);
                all = new TroopTask(waiting);
            }
        }

        await all;
        registration.Unregister();
        fault?.Throw();
    }

    /// <summary>The source, or a start, has thrown.</summary>
    private void Fail(Exception thrown)
    {
        if (!TryFail(thrown) && thrown is not OperationCanceledException && !home.Troop.IsOwnEnd(thrown))
        {
            TroopsEventSource.Log.UnobservedFault(home.Describe(), FaultText.Full(thrown));
        }
    }

    /// <summary>False if there was a fault before.</summary>
    private bool TryFail(Exception thrown)
    {
        TroopThread[] cancelled;
        ForEachWait? wake = null;
        lock (gate)
        {
            if (fault is not null)
            {
                return false;
            }

            Volatile.Write(ref fault, ExceptionDispatchInfo.Capture(thrown));
            cancelled = [.. threads];
            if (!waitsForAll)
            {
                wake = waiting;
                waiting = null;
            }
        }

        wake?.TrySucceed(default);
        Cancelling.Cancel(stop);
        foreach (TroopThread thread in cancelled)
        {
            thread.AskToStop();
        }

        return true;
    }
}
