using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>The ambient state of a turn: the execution context of its thread, and no synchronization context.</summary>
/// <remarks>All of it belongs to the kernel thread that calls. Nothing is installed for a thread that was started in the default context.</remarks>
internal static class Ambient
{
    private static readonly ExecutionContext? Default = KernelThread.DefaultContext();

    /// <summary>The caller's context, to be installed in each turn of a new thread; null if it is the default or its flow is suppressed.</summary>
    internal static ExecutionContext? Capture()
    {
        ExecutionContext? context = ExecutionContext.Capture();
        return context == Default ? null : context;
    }

    internal static void Install(ExecutionContext? context)
    {
        if (context is not null)
        {
            ExecutionContext.Restore(context);
        }
    }

    /// <summary>Leaves the kernel thread clean for the next turn; returns what the thread's next turn must install.</summary>
    internal static ExecutionContext? Remove()
    {
        if (SynchronizationContext.Current is not null)
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }

        ExecutionContext? context = ExecutionContext.Capture();
        if (context is null)
        {
            // Somebody suppressed its flow and left it so: that too is a state of the kernel thread.
            ExecutionContext.RestoreFlow();
            context = ExecutionContext.Capture();
        }

        if (context == Default)
        {
            return null;
        }

        Install(Default);
        return context;
    }
}
