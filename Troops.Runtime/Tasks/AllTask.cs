using System.Runtime.ExceptionServices;

namespace Troops.Tasks;

/// <summary>Ends when all of its tasks have, with the first fault in their order if there was one. It consumes them.</summary>
internal sealed class AllTask<T> : TaskCore<T>
{
    private readonly TaskCore?[] tasks;
    private readonly Func<T> gather;
    private int pending;

    /// <param name="gather">Makes the result of the tasks' results, which are all there; called once, in the thread.</param>
    internal AllTask(TroopThread thread, TaskCore?[] tasks, Func<T> gather)
        : base(thread)
    {
        this.tasks = tasks;
        this.gather = gather;
        Claim(tasks);
        foreach (TaskCore? task in tasks)
        {
            if (task is { IsCompleted: false })
            {
                task.AwaitBy(this);
                pending++;
            }
            else
            {
                task?.Mark(TaskFlags.Consumed);
            }
        }

        if (pending == 0)
        {
            Run();
        }
    }

    internal override string Name => "WhenAll";

    internal override string Subject => $"{pending} of {tasks.Length} tasks";

    internal override void ChildCompleted(TaskCore child)
    {
        child.Mark(TaskFlags.Consumed);
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

        TaskCore? thrown = Thrown();
        foreach (TaskCore? task in tasks)
        {
            if (task is not { IsFaulted: true })
            {
                continue;
            }

            if (task == thrown || task.IsCancelled)
            {
                Thread!.Observed(task);
            }
            else if (!task.Has(TaskFlags.Unobserved))
            {
                // One fault can be thrown; nobody will hear of the others unless they are reported.
                Thread!.EndedUnawaited(task);
            }
        }

        if (thrown is not null)
        {
            SetFault(thrown.Fault!);
        }
        else
        {
            Result = gather();
        }

        Complete();
    }

    /// <summary>The first that has faulted; one that was only cancelled if no other has: it says nothing that is not known.</summary>
    private TaskCore? Thrown()
    {
        TaskCore? cancelled = null;
        foreach (TaskCore? task in tasks)
        {
            if (task is { IsFaulted: true })
            {
                if (!task.IsCancelled)
                {
                    return task;
                }

                cancelled ??= task;
            }
        }

        return cancelled;
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

    /// <summary>All or none: throws before the first of them is taken.</summary>
    private static void Claim(TaskCore?[] tasks)
    {
        int named = 0;
        try
        {
            for (; named < tasks.Length; named++)
            {
                if (tasks[named] is not { } task)
                {
                    continue;
                }

                task.CheckUse();
                task.CheckUnawaited();
                if (task.Has(TaskFlags.Named))
                {
                    throw Mistakes.AwaitedTwice(task);
                }

                task.Mark(TaskFlags.Named);
            }
        }
        finally
        {
            // Only those that were marked: the one that was refused may be another thread's.
            foreach (TaskCore? task in tasks.AsSpan(0, named))
            {
                task?.Unmark(TaskFlags.Named);
            }
        }
    }
}
