namespace Troops.Tasks;

/// <summary>Faulted tasks of a thread that nobody has awaited yet, the oldest first. The turn's alone.</summary>
/// <remarks>
/// A flag in the task says that it does not count any more (<see cref="TaskFlags.Observed"/>). Mostly a fault is awaited at once, when its task is the newest, and goes from the end of the list; one in the middle stays until those that do not count are more
/// than those that do. So each costs constant time, and a fault that goes up a chain leaves nothing behind.
/// </remarks>
internal sealed class UnobservedTasks
{
    private const int SweepAbove = 16;

    private readonly List<TaskCore> tasks = [];
    private int observed;

    /// <summary>How many from the start have been looked at by <see cref="TakeNew"/>.</summary>
    private int seen;

    internal void Add(TaskCore task)
    {
        task.Mark(TaskFlags.Unobserved);
        tasks.Add(task);
    }

    /// <summary>Somebody has the fault of <paramref name="task"/>, which is here.</summary>
    internal void Remove(TaskCore task)
    {
        task.Mark(TaskFlags.Observed);
        observed++;
        while (tasks is [.., var newest] && newest.Has(TaskFlags.Observed))
        {
            tasks.RemoveAt(tasks.Count - 1);
            observed--;
        }

        if (observed > (tasks.Count / 2) + SweepAbove)
        {
            int gone = tasks.Take(Math.Min(seen, tasks.Count)).Count(static task => task.Has(TaskFlags.Observed));
            tasks.RemoveAll(static task => task.Has(TaskFlags.Observed));
            seen -= gone;
            observed = 0;
        }

        seen = Math.Min(seen, tasks.Count);
    }

    /// <summary>Those that were added since the last call.</summary>
    internal IEnumerable<TaskCore> TakeNew()
    {
        int from = seen;
        seen = tasks.Count;
        return tasks.Skip(from).Where(static task => !task.Has(TaskFlags.Observed));
    }

    /// <summary>All of them.</summary>
    internal IEnumerable<TaskCore> All() => tasks.Where(static task => !task.Has(TaskFlags.Observed));
}
