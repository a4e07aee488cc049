using System.Runtime.CompilerServices;

namespace Troops.Tests.Support;

/// <summary>An awaitable that does what the test says, with INotifyCompletion alone.</summary>
internal sealed class CustomAwaitable(Action<Action> onCompleted, Func<bool>? isCompleted = null, Func<int>? getResult = null) : INotifyCompletion
{
    public bool IsCompleted => isCompleted?.Invoke() ?? false;

    public CustomAwaitable GetAwaiter() => this;

    public int GetResult() => getResult?.Invoke() ?? 1;

    public void OnCompleted(Action continuation) => onCompleted(continuation);
}
