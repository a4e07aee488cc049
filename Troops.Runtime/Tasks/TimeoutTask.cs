using System.Runtime.ExceptionServices;

namespace Troops.Tasks;

/// <summary>Ends as another task does, or with a <see cref="TimeoutException"/>. In time it has consumed the task; afterwards it leaves it as if it had never been awaited.</summary>
internal sealed class TimeoutTask<T> : TaskCore<T>
{
    private readonly TaskCore<T> limited;
    private readonly DelayOperation timer;
    private readonly TimeSpan limit;
    private bool ended;

    private TimeoutTask(TaskCore<T> limited, TimeSpan limit)
        : base(limited.Thread)
    {
        this.limited = limited;
        this.limit = limit;
        timer = new DelayOperation(Thread!);
        timer.Arm(limit);
        timer.AwaitBy(this);
        limited.AwaitBy(this);
    }

    internal override string Name => $"WithTimeout of {limited.Name}";

    /// <summary><paramref name="task"/> with a limit; itself, if it has ended or there is none.</summary>
    internal static TaskCore<T> Limit(TaskCore<T> task, TimeSpan limit)
    {
        if (task.Thread is null)
        {
            return limit == Timeout.InfiniteTimeSpan ? task : new OutsideTimeout<T>(task, limit);
        }

        task.CheckUse();
        task.CheckUnawaited();
        if (task.IsCompleted || limit == Timeout.InfiniteTimeSpan)
        {
            return task;
        }

        return limit == TimeSpan.Zero ? new FaultedTask<T>(task.Thread, TimedOut(task, limit)) : new TimeoutTask<T>(task, limit);
    }

    internal static TimeoutException TimedOut(TaskCore task, TimeSpan limit) =>
        new($"{task.Name} did not end within {limit}. It goes on; cancel it if it should not.");

    internal override void ChildCompleted(TaskCore child)
    {
        if (ended)
        {
            return;
        }

        End();
        if (child == timer && !limited.IsCompleted)
        {
            SetFault(timer.Fault ?? ExceptionDispatchInfo.Capture(TimedOut(limited, limit)));
        }
        else
        {
            limited.Mark(TaskFlags.Consumed);
            Thread!.Observed(limited);
            Result = limited.Result;
            if (limited.Fault is { } fault)
            {
                SetFault(fault);
            }
        }

        Thread!.MakeReady(this);
    }

    internal override void Run()
    {
        if (!IsCompleted)
        {
            Complete();
        }
    }

    internal override void Kill(Exception killed)
    {
        if (!ended)
        {
            End();
            SetFault(ExceptionDispatchInfo.Capture(killed));
            Complete();
        }
    }

    private void End()
    {
        ended = true;
        timer.StopAwaiting(this);
        timer.Abort();
        limited.StopAwaiting(this);
    }
}
