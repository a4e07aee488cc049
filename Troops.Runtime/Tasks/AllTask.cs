using System.Runtime.ExceptionServices;

namespace Troops.Tasks;

/// <summary>Ends when all of its tasks have, with the first fault in their order if there was one. It consumes them.</summary>
internal sealed class AllTask<T> : TaskCore<T>
{
    private readonly TaskCore?[] tasks;
    private readonly Func<T> gather;
    private int pending;

    /// <param name="gather">Takes the tasks' results; called once, in the thread.</param>
    internal AllTask(TroopThread thread, TaskCore?[] tasks, Func<T> gather)
        : base(thread)
    {
        this.tasks = tasks;
        this.gather = gather;
        foreach (TaskCore? task in tasks)
        {
            task?.CheckUse();
            if (task is { IsCompleted: false })
            {
                task.AwaitBy(this);
                pending++;
            }
        }

        if (pending == 0)
        {
            Run();
        }
    }

    internal override string Name => "WhenAll";

    internal override void ChildCompleted(TaskCore child)
    {
        if (--pending == 0)
        {
            Thread!.MakeReady(this);
        }
    }

    internal override void Run()
    {
        if (IsCompleted)
        {
            return;
        }

        ExceptionDispatchInfo? first = null;
        foreach (TaskCore? task in tasks)
        {
            if (task is { IsFaulted: true })
            {
                // The first one is thrown; the others stay unobserved, so that they are reported.
                first ??= Take(task);
            }
        }

        if (first is not null)
        {
            SetFault(first);
        }
        else
        {
            Result = gather();
        }

        Complete();
    }

    internal override void Kill(Exception killed)
    {
        if (!IsCompleted)
        {
            foreach (TaskCore? task in tasks)
            {
                task?.StopAwaiting(this);
            }

            SetFault(ExceptionDispatchInfo.Capture(killed));
            Complete();
        }
    }

    private ExceptionDispatchInfo Take(TaskCore task)
    {
        task.Mark(TaskFlags.Consumed);
        Thread!.Observed(task);
        return task.Fault!;
    }
}
