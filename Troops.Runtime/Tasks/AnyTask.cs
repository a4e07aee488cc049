using System.Runtime.ExceptionServices;

namespace Troops.Tasks;

/// <summary>Ends when one of its tasks has, with its index. It consumes none: whoever awaits the tasks later gets results and faults.</summary>
internal sealed class AnyTask : TaskCore<int>
{
    private readonly TaskCore?[] tasks;
    private readonly AnyWatch?[] watches;
    private bool ended;

    internal AnyTask(TroopThread thread, TaskCore?[] tasks)
        : base(thread)
    {
        this.tasks = tasks;
        watches = new AnyWatch?[tasks.Length];
        foreach (TaskCore? task in tasks)
        {
            task?.CheckUse();
        }

        int first = Array.FindIndex(tasks, static task => task is null or { IsCompleted: true });
        if (first >= 0)
        {
            Result = first;
            Complete();
            return;
        }

        for (int i = 0; i < tasks.Length; i++)
        {
            watches[i] = new AnyWatch(this, i);
            tasks[i]!.WatchBy(watches[i]!);
        }
    }

    internal override string Name => "WhenAny";

    /// <summary>One of the tasks has ended; the first one counts.</summary>
    internal void MemberEnded(int index)
    {
        if (!ended)
        {
            Result = index;
            StopWatching();
            Thread!.MakeReady(this);
        }
    }

    internal override void Run()
    {
        if (!IsCompleted)
        {
            Complete();
        }
    }

    internal override void Kill(Exception killed)
    {
        if (!ended)
        {
            StopWatching();
            SetFault(ExceptionDispatchInfo.Capture(killed));
            Complete();
        }
    }

    private void StopWatching()
    {
        ended = true;
        for (int i = 0; i < tasks.Length; i++)
        {
            tasks[i]!.StopWatching(watches[i]!);
        }
    }
}
