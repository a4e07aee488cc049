using Troops.Tasks;

namespace Troops;

/// <content>The suspended tasks of the thread. Everything here belongs to the turn.</content>
/// <remarks>
/// Each is counted; a kill and a dump must find each. A single list through <see cref="TaskCore.Sibling"/> holds all but those that have suspended once only, and for a suspended body of
/// this thread: they are found through it (<see cref="TaskCore.Awaiter"/>), so a chain of calls has one link. Who is not found like that is in the ready list, or runs. Tasks that await each
/// other in a circle are linked: nobody has the task of a body before that has suspended, so whoever closes the circle suspends for the second time at least.
/// A task that ends is unlinked if it is the head, as it mostly is (the one suspended last ends first); the others stay until they are more than the living ones: constant work a task, at
/// most twice the list.
/// </remarks>
public abstract partial class TroopThread
{
    private const int SweepAbove = 16;

    private TaskCore? tasks;
    private int suspended;
    private int ended;

    /// <summary>Counts a task that has suspended, and links it: the thread does not end before it.</summary>
    internal void Adopt(TaskCore task)
    {
        Count(task, TaskFlags.Adopted);
        Link(task);
    }

    /// <summary>Counts a task that has suspended. It waits for one that is counted, or is linked next.</summary>
    internal void Count(TaskCore task, TaskFlags flags)
    {
        if (Share.CountsTasks)
        {
            Troop.TaskSuspends();
        }

        task.Mark(flags);
        suspended++;
    }

    /// <summary>Lets kills and dumps find a task.</summary>
    internal void Link(TaskCore task)
    {
        task.Mark(TaskFlags.Linked);
        task.Sibling = tasks;
        tasks = task;
    }

    /// <summary>Undoes <see cref="Count"/> and <see cref="Link"/>: the task has ended.</summary>
    internal void Release(TaskCore task)
    {
        if (Share.CountsTasks)
        {
            Troop.TasksEnd(1);
        }

        suspended--;
        task.Mark(TaskFlags.Released);
        if (task.Has(TaskFlags.Linked))
        {
            Unlink();
        }
    }

    /// <summary>The next task outwards from <paramref name="task"/>, which has not ended, that is in no list.</summary>
    private static TaskCore? Outwards(TaskCore task) =>
        task.Awaiter is { } awaiter && awaiter.Has(TaskFlags.Adopted) && !awaiter.Has(TaskFlags.Linked) ? awaiter : null;

    private void Unlink()
    {
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
