namespace Troops;

/// <summary>A thread that faulted while nobody was joining it.</summary>
public sealed class ThreadFaultedEventArgs : EventArgs
{
    internal ThreadFaultedEventArgs(Troop troop, string thread, Exception fault)
    {
        Troop = troop;
        Thread = thread;
        Fault = fault;
    }

    /// <summary>The troop of the thread.</summary>
    public Troop Troop { get; }

    /// <summary>The thread: its troop, its name or number, its task.</summary>
    public string Thread { get; }

    /// <summary>A copy of the fault, a <see cref="TroopFault"/> mostly; the exception itself is for whoever joins.</summary>
    public Exception Fault { get; }
}
