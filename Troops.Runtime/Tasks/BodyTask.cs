namespace Troops.Tasks;

/// <summary>An <c>async</c> body that has suspended, as its builder ends it.</summary>
internal abstract class BodyTask<T> : TaskCore<T>
{
    private protected BodyTask(TroopThread thread)
        : base(thread) { }

    internal void SetResult(T result)
    {
        if (Has(TaskFlags.Ending))
        {
            EndPassed(Thread!.TakeEnding(this));
            return;
        }

        Result = result;
        End();
    }

    internal void SetException(Exception exception)
    {
        if (Has(TaskFlags.Ending))
        {
            // A finally block has thrown: that is what counts.
            Thread!.TakeEnding(this);
        }

        SetFault(Thread!.CaptureFault(exception));
        End();
    }

    /// <summary>What it waited for has faulted, and the body has no handler there: it ends as if it had been resumed and had thrown.</summary>
    private protected void PassOn(TaskCore awaited)
    {
        KeepFault(awaited.PassOnTo(this));
        End();
    }

    /// <summary>As above, before it has suspended.</summary>
    internal void EndPassed(object fault)
    {
        KeepFault(fault);
        End();
    }

    private void End()
    {
        Thread!.Release(this);
        Complete();
    }
}
