using System.Runtime.CompilerServices;
using Troops.Scheduling;

namespace Troops.Tasks;

/// <summary>The wait for an awaitable that is not ours, a <see cref="Task"/> for example. Its callback may come from any kernel thread, inline or not, and, if the awaitable is
/// broken, more than once: only the first counts.</summary>
/// <remarks>
/// It queues the task in its thread and never runs it, whatever ConfigureAwait said: that is how a task never leaves its thread. A kill cannot end it, since only the awaiter
/// knows how: the thread's token asks for that, and the end of the grace drops the task.
/// </remarks>
internal sealed class ForeignWait : Operation<Unit>
{
    private ForeignWait(TroopThread thread)
        : base(thread) { }

    internal override string Name => "foreign awaitable";

    internal override void Kill(Exception killed) { }

    [Audited("the runtime's owners", "the end of a wait goes through the inbox of its thread", "2030-12-31")]
    internal static void Suspend<TAwaiter>(ref TAwaiter awaiter, TaskCore waiter)
        where TAwaiter : INotifyCompletion
    {
        ForeignWait wait = new(waiter.Thread!);
        wait.AwaitBy(waiter);
        try
        {
            awaiter.OnCompleted(wait.Ended);
        }
        catch
        {
            wait.TakeBack(waiter);
            throw;
        }
    }

    [Audited("the runtime's owners", "the end of a wait goes through the inbox of its thread", "2030-12-31")]
    internal static void SuspendUnsafe<TAwaiter>(ref TAwaiter awaiter, TaskCore waiter)
        where TAwaiter : ICriticalNotifyCompletion
    {
        ForeignWait wait = new(waiter.Thread!);
        wait.AwaitBy(waiter);
        try
        {
            awaiter.UnsafeOnCompleted(wait.Ended);
        }
        catch
        {
            wait.TakeBack(waiter);
            throw;
        }
    }

    private void Ended() => TrySucceed(default);

    /// <summary>The awaiter threw instead of taking the callback: the body goes on with the exception, a late callback finds nobody.</summary>
    private void TakeBack(TaskCore waiter)
    {
        StopAwaiting(waiter);
        waiter.WaitsFor = null;
        TryClaim();
    }
}
