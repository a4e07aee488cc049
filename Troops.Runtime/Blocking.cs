using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <summary>Calls that block their kernel thread (a file, a socket, a lock of somebody's), run where they hold up no worker.</summary>
/// <remarks>
/// The calls run on kernel threads of the process's own, one each: up to 512 at a time, those beyond wait in the order in which they came. A kernel thread that has had no call for 5 s ends.
/// Ordinary code has 512 for all of it. The troops of a process share its kernel threads, and a call that has begun keeps its own until it returns, also after a kill: a troop that is not trusted
/// can use them up. Thread-safe.
/// </remarks>
/// <example><code>
/// byte[] bytes = await Blocking.Run(() => File.ReadAllBytes(path));
/// </code></example>
public static class Blocking
{
    /// <summary>
    /// Runs <paramref name="call"/> and moves its exception, if there is one, to the caller. Inside, the caller's ambient values are there, but no thread is:
    /// <see cref="TroopThread.Current"/> throws.
    /// </summary>
    /// <param name="call">A thread boundary: it captures only what can be shared.</param>
    /// <param name="cancellationToken">
    /// Ends the wait. The call itself cannot be ended: if it has begun it runs on, as it does after a kill, and if it then throws, or outlives its process, that is reported.
    /// </param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static TroopTask Run([ThreadEntry] Action call, CancellationToken cancellationToken = default) => new(Start<Unit>(call, cancellationToken));

    /// <summary>As <see cref="Run(Action, CancellationToken)"/>; the result moves to the caller as well.</summary>
    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is a Task, a ValueTask or an IAsyncEnumerable: what does not block is awaited, not run here.</exception>
    public static TroopTask<T> Run<T>([ThreadEntry] Func<T> call, CancellationToken cancellationToken = default)
    {
        ThreadResult<T>.Check(nameof(call));
        return new TroopTask<T>(Start<T>(call, cancellationToken));
    }

    private static BlockingOperation<T> Start<T>(Delegate call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        cancellationToken.ThrowIfCancellationRequested();
        Worker? worker = Worker.Current;
        TroopThread? thread = worker?.Thread as TroopThread;
        if (thread is not null)
        {
            worker!.Spend(Worker.StartFuel);
        }

        BlockingOperation<T> waiting = new(thread, call);
        BlockingThreads threads = thread?.Share.Scheduler.BlockingThreads ?? BlockingThreads.Shared;
        if (!threads.Start(waiting))
        {
            throw new InvalidOperationException("The process is disposed: it runs no more blocking calls.");
        }

        waiting.CancelBy(cancellationToken);
        return waiting;
    }
}
