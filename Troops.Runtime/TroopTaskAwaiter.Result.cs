using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Troops.Tasks;

namespace Troops;

/// <summary>What the C# compiler awaits a <see cref="TroopTask{T}"/> with. Infrastructure.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TroopTaskAwaiter<T> : ICriticalNotifyCompletion, ITroopAwaiter
{
    private readonly TaskCore<T>? core;
    private readonly T? result;

    internal TroopTaskAwaiter(TaskCore<T>? core, T? result)
    {
        this.core = core;
        this.result = result;
    }

    /// <inheritdoc cref="TroopTask.IsCompleted"/>
    public bool IsCompleted => core is null || TaskUse.Poll(core);

    /// <summary>The result; throws the fault, if there was one. A second call throws.</summary>
    [StackTraceHidden]
    public T GetResult() => core is null ? result! : TaskUse.Take(core);

    /// <summary>Called by bodies that are not ours.</summary>
    public void OnCompleted(Action continuation) => TaskUse.OnCompleted(core, continuation, flowContext: true);

    /// <inheritdoc cref="OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => TaskUse.OnCompleted(core, continuation, flowContext: false);

    /// <inheritdoc/>
    TaskCore? ITroopAwaiter.Awaited => core;

    /// <inheritdoc/>
    void ITroopAwaiter.Suspend(TaskCore waiter) => core!.Suspend(waiter);
}
