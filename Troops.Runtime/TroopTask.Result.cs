using System.ComponentModel;
using System.Runtime.CompilerServices;
using Troops.Tasks;

namespace Troops;

/// <summary>A <see cref="TroopTask"/> with a result.</summary>
/// <typeparam name="T">Any type: the result stays in the thread.</typeparam>
[AsyncMethodBuilder(typeof(TroopTaskMethodBuilder<>))]
public readonly struct TroopTask<T>
{
    internal TroopTask(TaskCore<T> core)
    {
        Core = core;
        Result = default;
    }

    internal TroopTask(T? result)
    {
        Core = null;
        Result = result;
    }

    /// <inheritdoc cref="TroopTask.IsCompleted"/>
    public bool IsCompleted => TaskUse.IsCompleted(Core);

    /// <summary>Null: it completed inline with <see cref="Result"/>.</summary>
    internal TaskCore<T>? Core { get; }

    internal T? Result { get; }

    /// <inheritdoc cref="TroopTask.GetAwaiter"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TroopTaskAwaiter<T> GetAwaiter() => new(Core, Result);

    /// <inheritdoc cref="TroopTask.Forget"/>
    public void Forget() => TaskUse.Forget(Core);

    /// <inheritdoc cref="TroopTask.AsTask"/>
    public Task<T> AsTask() => TaskUse.AsTask(Core, Result);

    /// <inheritdoc cref="TroopTask.WithTimeout"/>
    public TroopTask<T> WithTimeout(TimeSpan limit)
    {
        Spans.Check(limit);
        return Core is null ? this : new TroopTask<T>(TimeoutTask<T>.Limit(Core, limit));
    }

    /// <summary>The result of a task that has ended without a fault and that the caller has taken.</summary>
    internal T ResultInThread => Core is null ? Result! : Core.Result!;
}
