using System.ComponentModel;
using System.Runtime.CompilerServices;
using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <summary>What <see cref="TroopTask.Yield"/> returns. In ordinary code it goes on on the pool of .NET; in a body that is not ours, but runs in a thread, in the thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct YieldAwaitable : ICriticalNotifyCompletion, ITroopAwaiter
{
    /// <summary>Never: it always gives way.</summary>
    public bool IsCompleted
    {
        get
        {
            ThrowIfKilled();
            return false;
        }
    }

    /// <summary>What <c>await</c> uses.</summary>
    public YieldAwaitable GetAwaiter() => this;

    /// <summary>Throws if the troop was killed meanwhile.</summary>
    public void GetResult() => ThrowIfKilled();

    /// <summary>Called by bodies that are not ours.</summary>
    [Audited("the runtime's owners", "inside a thread the continuation stays on it, outside it is the caller who awaits from there", "2030-12-31")]
    public void OnCompleted(Action continuation)
    {
        if (Worker.Current?.Thread is TroopThread thread)
        {
            ForeignContinuation.Queue(thread, continuation);
        }
        else
        {
            Task.Yield().GetAwaiter().OnCompleted(continuation);
        }
    }

    /// <inheritdoc cref="OnCompleted"/>
    [Audited("the runtime's owners", "inside a thread the continuation stays on it, outside it is the caller who awaits from there", "2030-12-31")]
    public void UnsafeOnCompleted(Action continuation)
    {
        if (Worker.Current?.Thread is TroopThread thread)
        {
            ForeignContinuation.Queue(thread, continuation);
        }
        else
        {
            Task.Yield().GetAwaiter().UnsafeOnCompleted(continuation);
        }
    }

    /// <inheritdoc/>
    TaskCore? ITroopAwaiter.Awaited => null;

    /// <inheritdoc/>
    void ITroopAwaiter.Suspend(TaskCore waiter) => waiter.Thread!.Yielded(waiter);

    /// <summary>The resumption spends the fuel, so all that is left is the kill.</summary>
    private static void ThrowIfKilled()
    {
        if (TroopShare.AnyKilled && Worker.Current is { Thread: not null } worker)
        {
            worker.Spend(0);
        }
    }
}
