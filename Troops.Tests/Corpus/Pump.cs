using System.Collections.Concurrent;
using Troops.Tests.Support;

namespace Troops.Tests.Corpus;

/// <summary>
/// Runs plain tasks on the calling thread, first in, first out. Every piece of work gets a context of its own, so that completing a task never runs its waiter inside the completer: it is
/// queued, as law 1 has it. That makes the order of siblings comparable.
/// </summary>
internal sealed class Pump : IDisposable
{
    private readonly BlockingCollection<Action> queue = [];

    /// <summary>Runs the body to its end, and then what it has left behind.</summary>
    internal static string Run(Func<Task<string>> body)
    {
        using Pump pump = new();
        SynchronizationContext? before = SynchronizationContext.Current;
        try
        {
            return pump.Drive(body);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public void Dispose() => queue.Dispose();

    private string Drive(Func<Task<string>> body)
    {
        Task<string>? task = null;
        Step(() => task = body());
        // A body may end on another thread, after a ConfigureAwait(false).
        Task wake = task!.ContinueWith(
            _ => queue.Add(static () => { }),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        while (!wake.IsCompleted || queue.Count > 0)
        {
            if (!queue.TryTake(out Action? work, InThread.Guard))
            {
                throw new TimeoutException("The plain body did not end.");
            }

            Step(work);
        }

        return task.GetAwaiter().GetResult();
    }

    private void Step(Action work)
    {
        SynchronizationContext.SetSynchronizationContext(new PumpContext(queue));
        work();
    }
}
