using Troops.Tasks;

namespace Troops;

/// <content>What a parked thread waits for, for messages. Read from outside of its turns: right while it is parked, and harmless if it is woken meanwhile.</content>
public abstract partial class TroopThread
{
    /// <summary>One of its tasks awaits something that is not ours.</summary>
    internal bool WaitsForOutside => Suspended().Any(static task => task.WaitsFor is ForeignWait);

    /// <summary>Each suspended task and what it waits for.</summary>
    internal string DescribeWaits() =>
        string.Join(
            "; ",
            Suspended()
                .Where(static task => task.WaitsFor is not { } awaited || !awaited.Has(TaskFlags.Adopted))
                .Select(static task => task.WaitsFor is { } last ? $"{task.Name} waits for {last.Name}" : $"{task.Name} waits")
                .DefaultIfEmpty("waits")
        );

    private IEnumerable<TaskCore> Suspended()
    {
        // A list that is being changed may show a task twice; it is never longer than it was plus what has begun meanwhile.
        int most = 1_000_000;
        for (TaskCore? task = Volatile.Read(ref tasks); task is not null && most-- > 0; task = Volatile.Read(ref task.Sibling))
        {
            if (!task.Has(TaskFlags.Released))
            {
                yield return task;
            }
        }
    }
}
