namespace Troops.Tests.Support;

/// <summary>Something happens once; awaitable from anywhere, never runs the waiter inside the setter.</summary>
internal sealed class OneSignal
{
    private readonly TaskCompletionSource happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Task => happened.Task.OrHang();

    /// <summary>The same without the guard, for tasks that a test leaves waiting on purpose.</summary>
    internal Task Unguarded => happened.Task;

    internal void Set() => happened.TrySetResult();
}
