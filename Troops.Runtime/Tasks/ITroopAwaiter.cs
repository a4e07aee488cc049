namespace Troops.Tasks;

/// <summary>An awaiter of ours: it suspends a task without a delegate.</summary>
internal interface ITroopAwaiter
{
    /// <summary>What is awaited; null if that is no task.</summary>
    TaskCore? Awaited { get; }

    /// <summary>Queues <paramref name="waiter"/> when what is awaited has ended.</summary>
    void Suspend(TaskCore waiter);
}
