namespace Troops.Tasks;

/// <summary>
/// The continuation of a body that is not ours (an <c>async Task</c> method, say) and that awaits a task of the thread it was called in: it runs in the thread's turns, as the
/// rest of what touches the thread's objects does.
/// </summary>
internal sealed class ForeignContinuation : TaskCore
{
    private readonly Action continuation;

    internal ForeignContinuation(TaskCore awaited, Action continuation)
        : base(awaited.Thread)
    {
        this.continuation = continuation;
        awaited.AwaitBy(this);
        Thread!.Adopt(this);
    }

    internal override string Name => "continuation of a foreign body";

    internal override void Run()
    {
        try
        {
            continuation();
        }
        catch (Exception fault)
        {
            // A compiled body stores its exceptions; a hand-written callback has nobody else to tell.
            Thread!.FaultAtOnce(System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(fault));
        }

        Thread!.Release(this);
        Complete();
    }

    /// <summary>The body's own Task would never end: let it see the exception, outside.</summary>
    internal override void Abandon(Exception killed) => Seams.Outside.Post(continuation);
}
