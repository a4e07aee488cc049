using Troops.Tasks;

namespace Troops;

/// <content>The suspended tasks of the thread. Everything here belongs to the turn.</content>
/// <remarks>
/// A single list through <see cref="TaskCore.Sibling"/>, so that a kill and a dump can find every task. A task that ends is unlinked if it is the head, as it mostly is (the one
/// suspended last ends first); the others stay until they are more than the living ones: constant work a task, at most twice the list.
/// </remarks>
public abstract partial class TroopThread
{
    private const int SweepAbove = 16;

    private TaskCore? tasks;
    private int suspended;
    private int ended;

    /// <summary>Counts a task that has suspended: the thread does not end before it.</summary>
    internal void Adopt(TaskCore task, TaskFlags flags = TaskFlags.Adopted)
    {
        if (Share.CountsTasks)
        {
            Troop.TaskSuspends();
        }

        task.Mark(flags);
        task.Sibling = tasks;
        tasks = task;
        suspended++;
    }

    /// <summary>Undoes <see cref="Adopt"/>: the task has ended.</summary>
    internal void Release(TaskCore task)
    {
        if (Share.CountsTasks)
        {
            Troop.TasksEnd(1);
        }

        suspended--;
        task.Mark(TaskFlags.Released);
        ended++;
        while (tasks is { } head && head.Has(TaskFlags.Released))
        {
            tasks = head.Sibling;
            head.Sibling = null;
            ended--;
        }

        if (ended > suspended + SweepAbove)
        {
            Sweep();
        }
    }

    private void Sweep()
    {
        TaskCore? kept = null;
        TaskCore? task = tasks;
        tasks = null;
        ended = 0;
        while (task is not null)
        {
            TaskCore? next = task.Sibling;
            task.Sibling = null;
            if (!task.Has(TaskFlags.Released))
            {
                if (kept is null)
                {
                    tasks = task;
                }
                else
                {
                    kept.Sibling = task;
                }

                kept = task;
            }

            task = next;
        }
    }
}
