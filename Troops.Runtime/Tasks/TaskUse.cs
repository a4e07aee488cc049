using System.Diagnostics;
using System.Runtime.CompilerServices;
using Troops.Scheduling;

namespace Troops.Tasks;

/// <summary>What can be done with a task, in its thread, and with an operation, in ordinary code.</summary>
internal static class TaskUse
{
    internal static bool IsCompleted<T>(TaskCore<T>? core) =>
        core switch
        {
            null => true,
            { Thread: null } => Outside(core).IsCompleted,
            _ => core.IsCompletedForUser(),
        };

    /// <summary>For an await: true if it need not suspend.</summary>
    internal static bool Poll<T>(TaskCore<T> core) => core.Thread is null ? IsCompleted(core) : core.Poll();

    [StackTraceHidden]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Take<T>(TaskCore<T> core) => core.TryTake(out T? result) ? result : TakeWithCare(core);

    [StackTraceHidden]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T TakeWithCare<T>(TaskCore<T> core)
    {
        if (core.Thread is not null)
        {
            if (core.UnwindsAwaiter && core.TryUnwind())
            {
                return default!;
            }

            core.CheckTake();
            return core.TakeResult();
        }

        Task<T> task = Outside(core);
        return task.IsCompleted ? task.GetAwaiter().GetResult() : throw Mistakes.NotCompleted(core);
    }

    internal static void Forget<T>(TaskCore<T>? core)
    {
        // Ordinary code has no thread to fault; its Task reports to TaskScheduler.UnobservedTaskException.
        if (core?.Thread is not null)
        {
            Forgetting.Forget(core);
        }
    }

    internal static Task<T> AsTask<T>(TaskCore<T>? core, T? result)
    {
        if (core is null)
        {
            return Task.FromResult(result!);
        }

        if (core.Thread is null)
        {
            return Outside(core);
        }

        core.CheckUse();
        OutsideObserver<T> observer = new(core);
        return observer.Task;
    }

    /// <summary>A body that is not ours awaits: in ordinary code as it would await a <see cref="Task"/>, in a thread as a part of the thread.</summary>
    [Audited("the runtime's owners", "inside a thread the continuation stays on it, outside it is the caller who awaits from there", "2030-12-31")]
    internal static void OnCompleted<T>(TaskCore<T>? core, Action continuation, bool flowContext)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        if (core?.Thread is not null)
        {
            core.CheckUse();
            ForeignContinuation.After(core, continuation);
            return;
        }

        if (core is null && Worker.Current?.Thread is TroopThread thread)
        {
            ForeignContinuation.Queue(thread, continuation);
            return;
        }

        System.Runtime.CompilerServices.TaskAwaiter<T> awaiter = AsTask(core, default).GetAwaiter();
        if (flowContext)
        {
            awaiter.OnCompleted(continuation);
        }
        else
        {
            awaiter.UnsafeOnCompleted(continuation);
        }
    }

    private static Task<T> Outside<T>(TaskCore<T> core) => Worker.Current?.Thread is null ? ((Operation<T>)core).OutsideTask : throw Mistakes.ForeignTask(core);
}
