using System.Globalization;
using System.Text;

namespace Troops.Diagnostics;

/// <summary>A dump as text. A troop with more than <see cref="Single"/> threads is summed up: threads that do the same are one entry with their number.</summary>
internal static class DumpText
{
    private const int Single = 20;

    /// <summary>Kinds of threads that a summary tells apart, and tasks and awaiters that it shows of each thread; the JSON has all.</summary>
    private const int MostKinds = 100;
    private const int MostTasks = 20;

    internal static string Of(ProcessDump dump)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"process '{dump.Name}': {dump.Workers} workers, {dump.KernelThreads} kernel threads\n");
        foreach (TroopDump troop in dump.Troops)
        {
            Append(text, troop);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, TroopDump troop)
    {
        int running = Count(troop, ThreadDumpState.Running);
        int queued = Count(troop, ThreadDumpState.Queued);
        int parked = Count(troop, ThreadDumpState.Parked);
        string stopped = troop.IsStopped ? ", stopped" : "";
        text.Append(
            CultureInfo.InvariantCulture,
            $"  troop '{troop.Name}'{stopped}: {(troop.Threads.Length == 1 ? "1 thread" : $"{troop.Threads.Length} threads")}, {running} running, {queued} queued, {parked} parked\n"
        );
        if (troop.Threads.Length <= Single)
        {
            foreach (ThreadDump thread in troop.Threads)
            {
                AppendThread(text, thread, 1, thread.Age, thread.Age);
            }

            return;
        }

        // What can hold the others up comes first, then the largest crowds.
        List<Kind> kinds = Kinds(troop);
        foreach (
            Kind kind in kinds.OrderBy(static kind => kind.First.State != ThreadDumpState.Running).ThenByDescending(static kind => kind.Count).Take(MostKinds)
        )
        {
            AppendThread(text, kind.First, kind.Count, kind.Youngest, kind.Oldest);
        }

        if (kinds.Count > MostKinds)
        {
            text.Append(CultureInfo.InvariantCulture, $"    and {kinds.Count - MostKinds} more kinds of threads, which the JSON has\n");
        }
    }

    private static int Count(TroopDump troop, ThreadDumpState state)
    {
        int count = 0;
        foreach (ThreadDump thread in troop.Threads)
        {
            count += thread.State == state ? 1 : 0;
        }

        return count;
    }

    private static List<Kind> Kinds(TroopDump troop)
    {
        Dictionary<ThreadDump, Kind> kinds = new(new SameWork());
        foreach (ThreadDump thread in troop.Threads)
        {
            if (!kinds.TryGetValue(thread, out Kind? kind))
            {
                kinds.Add(thread, kind = new Kind(thread));
            }

            kind.Add(thread.Age);
        }

        return [.. kinds.Values];
    }

    private static void AppendThread(StringBuilder text, ThreadDump thread, int count, TimeSpan youngest, TimeSpan oldest)
    {
        string label =
            count > 1 ? $"{count} threads"
            : thread.Name is null ? $"thread {thread.Id}"
            : $"thread {thread.Id} '{thread.Name}'";
        string age = youngest == oldest ? Seconds(oldest) : $"{Seconds(youngest)} to {Seconds(oldest)}";
        string news = thread.Tasks.IsEmpty ? ", no task suspended" : "";
        text.Append(CultureInfo.InvariantCulture, $"    {label}, {DumpWords.Of(thread.State)}, {age}{news}\n");

        // Who awaits another task is shown under that one.
        HashSet<TaskDump> awaiters = thread.Awaiters();
        List<TaskDump> innermost = [.. thread.Tasks.Where(task => !awaiters.Contains(task))];
        foreach (TaskDump task in innermost.Take(MostTasks))
        {
            text.Append(CultureInfo.InvariantCulture, $"      {task}\n");
            AppendAwaiters(text, task);
        }

        if (innermost.Count > MostTasks)
        {
            text.Append(CultureInfo.InvariantCulture, $"      and {innermost.Count - MostTasks} more tasks\n");
        }
    }

    private static void AppendAwaiters(StringBuilder text, TaskDump task)
    {
        int level = 0;
        for (TaskDump? awaiter = task.AwaitedBy; awaiter is not null; awaiter = awaiter.AwaitedBy)
        {
            if (level++ < MostTasks)
            {
                text.Append(CultureInfo.InvariantCulture, $"        awaited by {awaiter.Where}\n");
            }
        }

        if (level > MostTasks)
        {
            text.Append(CultureInfo.InvariantCulture, $"        and by {level - MostTasks} more, one after the other\n");
        }
    }

    private static string Seconds(TimeSpan age) => string.Create(CultureInfo.InvariantCulture, $"{age.TotalSeconds:0.##} s");

    private sealed class Kind(ThreadDump first)
    {
        internal ThreadDump First => first;

        internal int Count { get; private set; }

        internal TimeSpan Youngest { get; private set; } = first.Age;

        internal TimeSpan Oldest { get; private set; } = first.Age;

        internal void Add(TimeSpan age)
        {
            Count++;
            Youngest = age < Youngest ? age : Youngest;
            Oldest = age > Oldest ? age : Oldest;
        }
    }

    /// <summary>Equal: in the same state, with equal tasks, whatever their ids and ages. A name is somebody's wish to see a thread for itself, so only equal names are equal.</summary>
    private sealed class SameWork : IEqualityComparer<ThreadDump>
    {
        public bool Equals(ThreadDump? x, ThreadDump? y)
        {
            if (x!.State != y!.State || x.Name != y.Name || x.Tasks.Length != y.Tasks.Length)
            {
                return false;
            }

            for (int i = 0; i < x.Tasks.Length; i++)
            {
                if (x.Tasks[i] != y.Tasks[i] && !x.Tasks[i].IsLike(y.Tasks[i]))
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode(ThreadDump thread)
        {
            HashCode hash = default;
            hash.Add(thread.State);
            hash.Add(thread.Name);
            foreach (TaskDump task in thread.Tasks)
            {
                hash.Add(task.Name);
                hash.Add(task.WaitsFor);
                hash.Add(task.Line);
            }

            return hash.ToHashCode();
        }
    }
}
