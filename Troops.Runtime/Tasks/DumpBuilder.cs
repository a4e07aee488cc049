using System.Collections.Immutable;
using Troops.Scheduling;

namespace Troops.Tasks;

/// <summary>What is shared while a dump is made: who runs, and the tasks described last, since a million threads mostly do the same.</summary>
internal sealed class DumpBuilder(HashSet<ThreadHeader> inTurn)
{
    /// <summary>Naming a delegate takes microseconds, so of the threads that have not run yet only the first get a name.</summary>
    private int namesLeft = 1_000;

    private readonly List<TaskDump> tasks = [];
    private ImmutableArray<TaskDump> last = [];

    internal bool MayName => namesLeft-- > 0;

    internal bool IsInTurn(ThreadHeader thread) => inTurn.Contains(thread);

    internal void Add(string name, TaskDumpState state, string? waitsFor = null, string? subject = null)
    {
        int at = tasks.Count;
        TaskDump? known = at < last.Length ? last[at] : null;
        bool same = known is not null && known.Name == name && known.State == state && known.WaitsFor == waitsFor && known.Subject == subject;
        tasks.Add(same ? known! : new TaskDump(name, state, waitsFor, subject));
    }

    /// <summary>The tasks added since the last call.</summary>
    internal ImmutableArray<TaskDump> Take()
    {
        bool same = tasks.Count == last.Length;
        for (int i = 0; same && i < tasks.Count; i++)
        {
            same = tasks[i] == last[i];
        }

        if (!same)
        {
            last = [.. tasks];
        }

        tasks.Clear();
        return last;
    }
}
