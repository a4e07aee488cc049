using System.Runtime.CompilerServices;

namespace Troops.Seams;

/// <summary>The only place that makes kernel threads and knows their stacks.</summary>
internal static class KernelThread
{
    /// <summary>Reserved, not committed: a thread pays for the pages that it touches.</summary>
    private const int StackBytes = 4 * 1024 * 1024;

    /// <summary>What must stay free below a task's first segment: room for the library code that it calls.</summary>
    private const int ReserveBytes = 512 * 1024;

    /// <summary>Starts a background kernel thread; it inherits no execution context.</summary>
    [Audited("the runtime's owners", "this is what threads are made of; each caller hands its body to the new kernel thread alone", "2030-12-31")]
    internal static void Start(string name, Action body) => new Thread(() => body(), StackBytes) { IsBackground = true, Name = name }.UnsafeStart();

    /// <summary>The lowest address that a new task may start at on the calling kernel thread, which <see cref="Start"/> made and which is near its base.</summary>
    internal static unsafe nuint StackLimit()
    {
        byte here;
        // SAFETY: only the address is used, never what it points to.
        return (nuint)(&here) - StackBytes + ReserveBytes;
    }

    /// <summary>True if the stack pointer is still above <paramref name="limit"/>. Replaces TryEnsureSufficientExecutionStack, which takes 5 ns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe bool HasRoom(nuint limit)
    {
        byte here;
        // SAFETY: only the address is used, never what it points to.
        return (nuint)(&here) > limit;
    }

    /// <summary>The context of a kernel thread that nobody has given one; .NET has no name for it.</summary>
    [Audited("the runtime's owners", "Join orders the assignment before the read", "2030-12-31")]
    internal static ExecutionContext? DefaultContext()
    {
        ExecutionContext? context = null;
        Thread thread = new(() => context = ExecutionContext.Capture()) { IsBackground = true };
        thread.UnsafeStart();
        thread.Join();
        return context;
    }

    /// <summary>Asks the kernel to end the deadlines of the calling kernel thread when they are due.</summary>
    internal static void EndDeadlinesSharply() => Futex.EndDeadlinesSharply();

    /// <summary>Burns a few nanoseconds without giving the core away.</summary>
    internal static void Spin(int iterations) => Thread.SpinWait(iterations);
}
