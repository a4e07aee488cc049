using System.Runtime.ExceptionServices;

namespace Troops.Tasks;

/// <summary>Ends when one of its tasks has, with its index. It consumes none: whoever awaits the tasks later gets results and faults.</summary>
internal sealed class AnyTask : TaskCore<int>
{
    private readonly TaskCore?[] tasks;

    internal AnyTask(TroopThread thread, TaskCore?[] tasks)
        : base(thread)
    {
        this.tasks = tasks;
        foreach (TaskCore? task in tasks)
        {
            task?.CheckUse();
        }

        int ended = Array.FindIndex(tasks, static task => task is null or { IsCompleted: true });
        if (ended >= 0)
        {
            Result = ended;
            Complete();
            return;
        }

        foreach (TaskCore? task in tasks)
        {
            task!.AwaitBy(this);
        }
    }

    internal override string Name => "WhenAny";

    internal override void ChildCompleted(TaskCore child)
    {
        Result = Array.IndexOf(tasks, child);
        StopAwaiting();
        Thread!.EndedUnawaited(child);
        Thread!.MakeReady(this);
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
        if (!IsCompleted)
        {
            StopAwaiting();
            SetFault(ExceptionDispatchInfo.Capture(killed));
            Complete();
        }
    }

    private void StopAwaiting()
    {
        foreach (TaskCore? task in tasks)
        {
            task!.StopAwaiting(this);
        }
    }
}
