using Troops.Tasks;

namespace Troops.Tests.Support;

/// <summary>Awaits many operations of one thread and only counts how they end. An exception thrown and caught for each would cost more than what is tested.</summary>
internal sealed class Collector : TaskCore
{
    private int pending;

    internal Collector()
        : base(TroopThread.Current) { }

    internal int Succeeded { get; private set; }

    internal int Faulted { get; private set; }

    /// <summary>What is to be done with an operation that succeeded.</summary>
    internal Action<TaskCore>? OnSuccess { get; init; }

    internal void Add(TaskCore? operation)
    {
        if (operation is null)
        {
            Succeeded++;
        }
        else
        {
            pending++;
            operation.AwaitBy(this);
        }
    }

    /// <summary>Waits until all have ended; whoever ends them has done so already, or does soon.</summary>
    internal async TroopTask End()
    {
        while (pending > 0)
        {
            await TroopTask.Yield();
        }
    }

    internal override void Run() { }

    internal override void ChildCompleted(TaskCore child)
    {
        pending--;
        child.Mark(TaskFlags.Consumed);
        if (child.IsFaulted)
        {
            Faulted++;
        }
        else
        {
            Succeeded++;
            OnSuccess?.Invoke(child);
        }
    }
}
