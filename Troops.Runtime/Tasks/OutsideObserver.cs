namespace Troops.Tasks;

/// <summary>Ends a <see cref="Task"/> when a task of a thread ends: the task's only awaiter. It counts as a task, so that the thread does not end before it.</summary>
internal sealed class OutsideObserver<T> : TaskCore
{
    private readonly TaskCore<T> observed;
    private readonly TaskCompletionSource<T> outside = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal OutsideObserver(TaskCore<T> observed)
        : base(observed.Thread)
    {
        this.observed = observed;
        Thread!.Adopt(this);
        AwaitOrQueue(observed);
    }

    internal Task<T> Task => outside.Task;

    internal override string Name => "AsTask";

    internal override void Run()
    {
        try
        {
            outside.TrySetResult(observed.TakeResult());
        }
        catch (OperationCanceledException canceled)
        {
            outside.TrySetCanceled(canceled.CancellationToken);
        }
        catch (Exception fault)
        {
            // Handed on to whoever awaits the Task.
            outside.TrySetException(fault);
        }

        Thread!.Release(this);
        Complete();
    }

    internal override void Abandon(Exception killed) => outside.TrySetException(killed);
}
