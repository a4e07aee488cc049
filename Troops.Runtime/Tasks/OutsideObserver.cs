using System.Runtime.ExceptionServices;

namespace Troops.Tasks;

/// <summary>Ends a <see cref="Task"/> when a task of a thread ends: the task's only awaiter. It counts as a task, so that the thread does not end before it.</summary>
internal sealed class OutsideObserver<T> : TaskCore<T>
{
    private readonly TaskCore<T> observed;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ExceptionDispatchInfo? fault;

    internal OutsideObserver(TaskCore<T> observed)
        : base(observed.Thread)
    {
        this.observed = observed;
        Task = End();
        if (observed.IsCompleted)
        {
            Take();
            return;
        }

        observed.CheckUnawaited();
        Thread!.Adopt(this);
        Thread.AddObserver(this);
        observed.AwaitBy(this);
    }

    internal Task<T> Task { get; }

    internal override string Name => "AsTask";

    internal override void Run()
    {
        Take();
        Thread!.RemoveObserver(this);
        Thread.Release(this);
        Complete();
    }

    internal override void Abandon(Exception killed)
    {
        // Before it is told, so that it can only see this; a turn that still runs may end the task too, and then comes second.
        Interlocked.CompareExchange(ref fault, ExceptionDispatchInfo.Capture(killed), null);
        ended.TrySetResult();
    }

    private void Take()
    {
        observed.Mark(TaskFlags.Consumed);
        Thread!.Observed(observed);
        Result = observed.Result;
        fault = observed.Fault;
        ended.TrySetResult();
    }

    /// <summary>An async method, so that a cancellation keeps its exception and still counts as one.</summary>
    private async Task<T> End()
    {
        await ended.Task.ConfigureAwait(false);
        fault?.Throw();
        return Result!;
    }
}
