using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <content>Time.</content>
public readonly partial struct TroopTask
{
    /// <summary>
    /// Ends when <paramref name="delay"/> is over: never earlier, and on an idle machine a fraction of a millisecond later. Zero has ended already. A thread goes by the
    /// <see cref="TroopProcessOptions.TimeProvider"/> of its process; ordinary code, which has no process, by .NET's own timers.
    /// </summary>
    /// <param name="delay">Any length; what no clock can count to never ends, and <see cref="Timeout.InfiniteTimeSpan"/> waits for a cancellation or a kill.</param>
    /// <param name="cancellationToken">Ends the delay early. Of cancellation and time exactly one wins.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The process's TimeProvider threw; its exception is the inner one.</exception>
    /// <example><code>
    /// await TroopTask.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
    /// </code></example>
    public static TroopTask Delay(TimeSpan delay, CancellationToken cancellationToken = default)
    {
        Spans.Check(delay);
        cancellationToken.ThrowIfCancellationRequested();
        Worker? worker = Worker.Current;
        if (worker?.Thread is not TroopThread thread)
        {
            return delay == TimeSpan.Zero ? default : DelayOutside(delay, cancellationToken);
        }

        worker.Spend(1);
        if (delay == TimeSpan.Zero)
        {
            return default;
        }

        DelayOperation waiting = new(thread);
        waiting.Arm(delay);
        waiting.CancelBy(cancellationToken);
        return new TroopTask(waiting);
    }

    /// <summary>
    /// Ends as this task does, or with a <see cref="TimeoutException"/> if that takes longer than <paramref name="limit"/>. The task itself goes on, as with
    /// <c>Task.WaitAsync</c>: cancel it if it should not. Having timed out it can be awaited again; if nobody does, a later fault of it is reported and faults the thread.
    /// </summary>
    /// <remarks>It counts as the one await, until it has timed out. In a thread the limit follows the process's TimeProvider.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <example><code>
    /// Page page = await Fetch(address).WithTimeout(TimeSpan.FromSeconds(3));
    /// </code></example>
    public TroopTask WithTimeout(TimeSpan limit)
    {
        Spans.Check(limit);
        return Core is null ? this : new TroopTask(TimeoutTask<Unit>.Limit(Core, limit));
    }

    private static TroopTask DelayOutside(TimeSpan delay, CancellationToken cancellationToken)
    {
        OutsideDelay waiting = new(delay);
        waiting.CancelBy(cancellationToken);
        return new TroopTask(waiting);
    }
}
