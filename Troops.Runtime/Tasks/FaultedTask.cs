namespace Troops.Tasks;

/// <summary>A task that faulted before it suspended.</summary>
internal sealed class FaultedTask<T> : TaskCore<T>
{
    internal FaultedTask(TroopThread thread, Exception exception)
        : base(thread)
    {
        SetFault(thread.CaptureFault(exception));
        Complete();
    }

    /// <param name="thread">Of the body.</param>
    /// <param name="fault">What <see cref="TaskCore.PassOn"/> has returned.</param>
    internal FaultedTask(TroopThread thread, object fault)
        : base(thread)
    {
        KeepFault(fault);
        Complete();
    }

    /// <summary>What threw knows its state machine, but nobody tells the builder: the messages that name it have "The task" before.</summary>
    internal override string Name => KeptFault is PassedFault passed ? passed.Place.Name : "that faulted before it had suspended";

    /// <summary>Never queued: it has ended.</summary>
    internal override void Run() { }
}
