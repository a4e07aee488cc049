using System.Threading.Tasks.Sources;

namespace Troops.Tests.Support;

/// <summary>A ValueTask that is no Task.</summary>
internal sealed class PooledSource : IValueTaskSource<int>
{
    private ManualResetValueTaskSourceCore<int> core;

    internal PooledSource(bool runContinuationsAsynchronously = false) => core.RunContinuationsAsynchronously = runContinuationsAsynchronously;

    internal ValueTask<int> Task => new(this, core.Version);

    public int GetResult(short token) => core.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        core.OnCompleted(continuation, state, token, flags);

    internal void Set(int value) => core.SetResult(value);
}
