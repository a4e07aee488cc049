using System.Collections.Immutable;
using Troops.Diagnostics;
using Troops.Scheduling;

namespace Troops.Tasks;

/// <summary>What is shared while a dump is made: who runs, and the tasks described last, since a million threads mostly do the same.</summary>
internal sealed class DumpBuilder(HashSet<ThreadHeader> inTurn)
{
    /// <summary>Up to so many tasks a thread are found by looking at each.</summary>
    private const int Few = 8;

    /// <summary>Naming a delegate takes microseconds, so of the threads that have not run yet only the first get a name.</summary>
    private int namesLeft = 1_000;

    private readonly List<Seen> seen = [];
    private readonly List<TaskDump?> made = [];
    private readonly Dictionary<TaskCore, int> places = [];
    private readonly Stack<int> unmade = [];
    private ImmutableArray<TaskDump> last = [];

    internal bool MayName => namesLeft-- > 0;

    internal bool IsInTurn(ThreadHeader thread) => inTurn.Contains(thread);

    /// <summary>How many were added since the last <see cref="Take"/>.</summary>
    internal int Count => seen.Count;

    /// <summary>Those from <paramref name="first"/> on were added from the inside out; a dump reads from the outside in.</summary>
    internal void Reverse(int first) => seen.Reverse(first, seen.Count - first);

    /// <summary>A body that has not begun.</summary>
    internal void Add(string name, TaskDumpState state) => seen.Add(new Seen(null, state, name, null, null, 0, null));

    /// <summary>A task, as it is now: of one that runs on meanwhile each field is read once.</summary>
    internal void Add(TaskCore task, TaskDumpState state, TaskCore? waitsFor)
    {
        BodyPlace? place = task.Place;
        int line = place?.File is null ? 0 : task.Line;
        seen.Add(new Seen(task, state, task.Name, waitsFor?.Name, waitsFor?.Subject, line == 0 ? place?.Line ?? 0 : line, task.Awaiter));
    }

    /// <summary>The tasks added since the last call.</summary>
    internal ImmutableArray<TaskDump> Take()
    {
        Find();
        bool same = seen.Count == last.Length;
        for (int i = 0; i < seen.Count; i++)
        {
            MakeWithAwaiters(i);
            same = same && made[i] == last[i];
        }

        if (!same)
        {
            last = [.. made!];
        }

        seen.Clear();
        made.Clear();
        places.Clear();
        return last;
    }

    private void Find()
    {
        for (int i = 0; i < seen.Count; i++)
        {
            made.Add(null);
            if (seen.Count > Few && seen[i].Task is { } task)
            {
                // A list that changes while it is read may show a task twice.
                places.TryAdd(task, i);
            }
        }
    }

    private int PlaceOf(TaskCore? task)
    {
        if (task is null)
        {
            return -1;
        }

        return seen.Count > Few ? places.GetValueOrDefault(task, -1) : seen.FindIndex(one => one.Task == task);
    }

    /// <summary>From the outside in, since each refers to its awaiter. Without recursion: a stack of awaits may be a hundred thousand deep.</summary>
    private void MakeWithAwaiters(int at)
    {
        // More than there are is a circle of tasks that await each other, which is cut somewhere.
        for (; at >= 0 && made[at] is null && unmade.Count <= seen.Count; at = PlaceOf(seen[at].Awaiter))
        {
            unmade.Push(at);
        }

        TaskDump? awaiter = at >= 0 ? made[at] : null;
        while (unmade.TryPop(out int next))
        {
            awaiter = made[next] ??= Make(seen[next], awaiter, next < last.Length ? last[next] : null);
        }
    }

    private static TaskDump Make(Seen task, TaskDump? awaiter, TaskDump? known)
    {
        string? file = task.Task?.Place?.File;
        bool same =
            known is not null
            && known.Name == task.Name
            && known.State == task.State
            && known.WaitsFor == task.WaitsFor
            && known.Subject == task.Subject
            && known.Line == task.Line
            && known.File == file
            && known.AwaitedBy == awaiter;
        return same
            ? known!
            : new TaskDump(task.Name, task.State)
            {
                WaitsFor = task.WaitsFor,
                Subject = task.Subject,
                File = file,
                Line = task.Line,
                AwaitedBy = awaiter,
            };
    }

    private readonly record struct Seen(TaskCore? Task, TaskDumpState State, string Name, string? WaitsFor, string? Subject, int Line, TaskCore? Awaiter);
}
