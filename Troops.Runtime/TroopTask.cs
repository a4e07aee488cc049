using System.ComponentModel;
using System.Runtime.CompilerServices;
using Troops.Tasks;

namespace Troops;

/// <summary>
/// A task: a coroutine inside one <see cref="TroopThread"/>. Calling an <c>async TroopTask</c> method runs it inline up to its first suspension; <c>await</c> is where other
/// tasks of the thread get their turn. Between two suspensions no other task of the thread runs, so tasks share its mutable objects without locks.
/// </summary>
/// <remarks>
/// A task is awaited once, given to a WhenAll, handed out with <see cref="AsTask"/>, or <see cref="Forget"/>-ed. After any await, whatever was awaited and however, it goes on in
/// its own thread. Completing something never runs who waits for it: they are queued. One that completes without suspending is a plain value and allocates nothing.
/// <para>Not thread-safe: a task is used by its own thread alone, and says so if it is not.</para>
/// </remarks>
/// <example><code>
/// [TroopTask]
/// static async TroopTask&lt;int&gt; Sum(Channel&lt;int&gt; numbers)
/// {
///     int sum = 0;
///     await foreach (int number in numbers)
///     {
///         sum += number;
///     }
///
///     return sum;
/// }
/// </code></example>
[AsyncMethodBuilder(typeof(TroopTaskMethodBuilder))]
public readonly partial struct TroopTask
{
    internal TroopTask(TaskCore<Unit>? core) => Core = core;

    /// <summary>A task that has completed.</summary>
    public static TroopTask CompletedTask => default;

    /// <summary>True if an await would not suspend.</summary>
    /// <exception cref="InvalidOperationException">The task belongs to another thread, or was awaited.</exception>
    public bool IsCompleted => TaskUse.IsCompleted(Core);

    /// <summary>Null: it completed inline.</summary>
    internal TaskCore<Unit>? Core { get; }

    /// <summary>A task that has completed with <paramref name="result"/>.</summary>
    public static TroopTask<T> FromResult<T>(T result) => new(result);

    /// <summary>Lets the other ready tasks of the thread run, and, if its slice is over or everybody here has yielded, other threads.</summary>
    public static YieldAwaitable Yield() => default;

    /// <summary>What <c>await</c> uses.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TroopTaskAwaiter GetAwaiter() => new(Core);

    /// <summary>Nobody will await the task. If it faults, its thread faults at once: its token is cancelled and the fault is what <see cref="TroopThread.Join"/> throws.</summary>
    public void Forget() => TaskUse.Forget(Core);

    /// <summary>The end of this task for observers outside of the thread. It counts as the one await.</summary>
    public Task AsTask() => TaskUse.AsTask(Core, default);
}
