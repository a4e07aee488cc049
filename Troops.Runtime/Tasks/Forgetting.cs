using System.Runtime.ExceptionServices;

namespace Troops.Tasks;

/// <summary>The awaiter of a forgotten task: its fault faults the thread at once. It counts as a task, so that the thread does not end before it.</summary>
internal sealed class Forgetting : TaskCore
{
    private readonly TaskCore forgotten;

    private Forgetting(TaskCore forgotten)
        : base(forgotten.Thread)
    {
        this.forgotten = forgotten;
        forgotten.AwaitBy(this);
        Thread!.Adopt(this);
    }

    internal override string Name => $"Forget {forgotten.Name}";

    internal static void Forget(TaskCore task)
    {
        task.CheckUse();
        if (task.IsCompleted)
        {
            Consume(task);
        }
        else
        {
            _ = new Forgetting(task);
        }
    }

    internal override void Run()
    {
        Consume(forgotten);
        Thread!.Release(this);
        Complete();
    }

    private static void Consume(TaskCore task)
    {
        ExceptionDispatchInfo? fault = task.Fault;
        TroopThread thread = task.Thread!;
        task.Mark(TaskFlags.Consumed);
        if (fault is not null)
        {
            thread.Observed(task);
            thread.FaultAtOnce(fault);
        }
    }
}
