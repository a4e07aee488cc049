namespace Troops.Tasks;

/// <summary>An awaiter of ours: it suspends a task without a delegate.</summary>
internal interface ITroopAwaiter
{
    /// <summary>The thread of what is awaited; null if that has none.</summary>
    TroopThread? Thread { get; }

    /// <summary>Queues <paramref name="waiter"/> when what is awaited has ended.</summary>
    void Suspend(TaskCore waiter);
}
