using System.Collections.Immutable;

namespace Troops;

/// <summary>A thread in a <see cref="ProcessDump"/>.</summary>
[Immutable]
public sealed class ThreadDump
{
    internal ThreadDump(long id, string? name, ThreadDumpState state, TimeSpan age, ImmutableArray<TaskDump> tasks)
    {
        Id = id;
        Name = name;
        State = state;
        Age = age;
        Tasks = tasks;
    }

    /// <summary><see cref="TroopThread.Id"/>.</summary>
    public long Id { get; }

    /// <summary><see cref="TroopThread.Name"/>; null if it has none.</summary>
    public string? Name { get; }

    /// <summary>Where it was.</summary>
    public ThreadDumpState State { get; }

    /// <summary>Since its start, within some 10 ms.</summary>
    public TimeSpan Age { get; }

    /// <summary>Its suspended tasks, the newest first, and what runs. Empty: it has not run yet, or it was seen between two tasks.</summary>
    public ImmutableArray<TaskDump> Tasks { get; }

    /// <summary>Those of its tasks that others of them await: they stand on the stacks of the innermost ones.</summary>
    internal HashSet<TaskDump> Awaiters()
    {
        HashSet<TaskDump> awaiters = [];
        if (Tasks.Length > 1)
        {
            foreach (TaskDump task in Tasks)
            {
                if (task.AwaitedBy is { } awaiter)
                {
                    awaiters.Add(awaiter);
                }
            }
        }

        return awaiters;
    }

    /// <summary>
    /// True: the thread was held still while it was looked at, so all of it is of one instant. False: it was queued or running, and went on meanwhile: a task may be missing, or have ended.
    /// </summary>
    public bool IsExact => State == ThreadDumpState.Parked;
}
