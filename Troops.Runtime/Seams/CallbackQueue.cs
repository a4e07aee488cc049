namespace Troops.Seams;

/// <summary>Runs callbacks on the pool of .NET, one at a time, in the order in which they were posted.</summary>
internal sealed class CallbackQueue
{
    private readonly Lock gate = new();
    private Task last = Task.CompletedTask;

    [Audited("the runtime's owners", "this is what callbacks are made of; each caller hands its own to the queue alone", "2030-12-31")]
    internal void Post(Action callback)
    {
        lock (gate)
        {
            last = last.ContinueWith(
                static (_, callback) => ((Action)callback!)(),
                callback,
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default
            );
        }
    }

    /// <summary>Ends when everything that was posted before has run.</summary>
    internal Task Drained()
    {
        lock (gate)
        {
            return last;
        }
    }
}
