using System.Collections.Concurrent;

namespace Troops.Benchmarks.Peers;

/// <summary>A kernel thread that runs the continuations of .NET's tasks and never sleeps: what a task pinned to a core can hope for.</summary>
internal sealed class OneThread : SynchronizationContext, IDisposable
{
    private const int PollsBeforeYield = 1000;

    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> queue = new();
    private readonly Thread thread;
    private volatile bool stopping;

    [Audited("the benchmarks' owners", "the queue is concurrent, and the flag volatile", "2030-12-31")]
    internal OneThread()
    {
        thread = new Thread(Pump) { IsBackground = true, Name = "benchmark peer" };
        thread.Start();
    }

    /// <summary>Runs <paramref name="body"/> there, and what follows its awaits.</summary>
    [Audited("the benchmarks' owners", "the thread alone runs the body, and the caller waits for its result", "2030-12-31")]
    internal Task<T> RunAsync<T>(Func<Task<T>> body)
    {
        TaskCompletionSource<T> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(_ => Forward(body, ended), null);
        return ended.Task;
    }

    public override void Post(SendOrPostCallback d, object? state) => queue.Enqueue((d, state));

    public void Dispose()
    {
        stopping = true;
        thread.Join();
    }

    private static async void Forward<T>(Func<Task<T>> body, TaskCompletionSource<T> ended)
    {
        try
        {
            ended.SetResult(await body());
        }
        catch (Exception fault)
        {
            ended.SetException(fault);
        }
    }

    private void Pump()
    {
        SetSynchronizationContext(this);
        int idle = 0;
        while (!stopping)
        {
            if (queue.TryDequeue(out (SendOrPostCallback Callback, object? State) next))
            {
                next.Callback(next.State);
                idle = 0;
            }
            else if (++idle % PollsBeforeYield == 0)
            {
                // On a machine with something else to do, two that only spin would wait for each other's time slice.
                Thread.Yield();
            }
        }
    }
}
