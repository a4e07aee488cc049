namespace Troops.Tasks;

/// <summary>
/// The continuation of a body that is not ours (an <c>async Task</c> method, say) and that awaits a task of the thread it was called in: it runs in the thread's turns, as the
/// rest of what touches the thread's objects does.
/// </summary>
internal sealed class ForeignContinuation : TaskCore
{
    private readonly Action continuation;

    private ForeignContinuation(TroopThread thread, Action continuation)
        : base(thread)
    {
        this.continuation = continuation;
        thread.Adopt(this);
        thread.AddObserver(this);
    }

    internal override string Name => "continuation of a foreign body";

    internal static void After(TaskCore awaited, Action continuation)
    {
        awaited.CheckUnawaited();
        new ForeignContinuation(awaited.Thread!, continuation).AwaitOrQueue(awaited);
    }

    /// <summary>For an await of something that is complete, or of a yield.</summary>
    internal static void Queue(TroopThread thread, Action continuation) => thread.Yielded(new ForeignContinuation(thread, continuation));

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

        Thread!.RemoveObserver(this);
        Thread.Release(this);
        Complete();
    }

    /// <summary>The body's own Task would never end: let it see the exception, outside.</summary>
    internal override void Abandon(Exception killed) => Seams.Outside.Post(continuation);
}
