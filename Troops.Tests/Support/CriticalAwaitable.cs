using System.Runtime.CompilerServices;

namespace Troops.Tests.Support;

/// <summary>An awaitable that does what the test says, with ICriticalNotifyCompletion.</summary>
internal sealed class CriticalAwaitable(Action<Action> onCompleted, Func<bool>? isCompleted = null, Func<int>? getResult = null) : ICriticalNotifyCompletion
{
    public bool IsCompleted => isCompleted?.Invoke() ?? false;

    public CriticalAwaitable GetAwaiter() => this;

    public int GetResult() => getResult?.Invoke() ?? 1;

    public void OnCompleted(Action continuation) => throw new NotSupportedException("A compiled body calls UnsafeOnCompleted.");

    public void UnsafeOnCompleted(Action continuation) => onCompleted(continuation);
}
