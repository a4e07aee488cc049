namespace Troops.Tasks;

/// <summary>An <c>async</c> body that has suspended, as its builder ends it.</summary>
internal abstract class BodyTask<T> : TaskCore<T>
{
    private protected BodyTask(TroopThread thread)
        : base(thread) { }

    internal void SetResult(T result)
    {
        Result = result;
        End();
    }

    internal void SetException(Exception exception)
    {
        SetFault(Thread!.CaptureFault(exception));
        End();
    }

    /// <summary>What the body held is garbage now, even if the task is kept.</summary>
    private protected abstract void DropStateMachine();

    private void End()
    {
        DropStateMachine();
        Thread!.Release(this);
        Complete();
    }
}
