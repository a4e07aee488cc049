using System.ComponentModel;
using System.Runtime.CompilerServices;
using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <summary>What <see cref="TroopFuel.Refill"/> returns. Infrastructure.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RefillAwaitable : ICriticalNotifyCompletion, ITroopAwaiter
{
    private readonly int line;

    internal RefillAwaitable(int line) => this.line = line;

    /// <summary>False if the thread steps back here. Throws if the troop was killed.</summary>
    public bool IsCompleted => Worker.Current is not { Thread: not null } worker || !worker.MustStepBack();

    /// <summary>What <c>await</c> uses.</summary>
    public RefillAwaitable GetAwaiter() => this;

    /// <summary>Throws if the troop was killed meanwhile.</summary>
    public void GetResult()
    {
        if (TroopShare.AnyKilled && Worker.Current is { Thread: not null } worker)
        {
            worker.Spend(0);
        }
    }

    /// <summary>Called by a body of somebody else's builder, whose thread cannot step back: the queue is handed off, and the body goes on at once.</summary>
    public void OnCompleted(Action continuation) => GoOn(continuation);

    /// <inheritdoc cref="OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => GoOn(continuation);

    /// <inheritdoc/>
    TaskCore? ITroopAwaiter.Awaited => null;

    /// <inheritdoc/>
    void ITroopAwaiter.Suspend(TaskCore waiter)
    {
        waiter.Line = line;
        waiter.Thread!.Preempt(waiter);
    }

    private static void GoOn(Action continuation)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        bool was = TroopFuel.BeginApart();
        if (Worker.Current is { Thread: not null } worker)
        {
            worker.EndSlice();
        }

        // Inline, and once a turn at most: from here on the worker does not ask anybody to step back.
        continuation();
        TroopFuel.EndApart(was);
    }
}
