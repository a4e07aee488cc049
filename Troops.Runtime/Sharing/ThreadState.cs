using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>One value in each thread: made by a factory when the thread first asks, seen by the tasks of that thread alone, and free when the thread ends.</summary>
/// <remarks>
/// The value may be anything, also mutable: it never leaves its thread. It is not disposed. A value lives as long as its thread and this object do, whichever ends first.
/// <para>
/// Thread-safe. Unlike other builtins it belongs to no troop: no two threads see one value, so there is nothing in it that troops could share, and a static one serves them all. An
/// access costs a look into the thread's table, some 10 ns; the first one in a thread makes the table.
/// </para>
/// </remarks>
/// <typeparam name="T">Any type.</typeparam>
/// <example><code>
/// static readonly ThreadState&lt;StringBuilder&gt; Buffer = new(() => new StringBuilder());
/// Buffer.Value.Clear().Append(word);
/// </code></example>
[ThreadSafe]
[Audited("the runtime's owners", "each thread has a value of its own, and the factory is a thread entry", "2030-12-31")]
public sealed class ThreadState<T>
{
    private const string What = "ThreadState.Value";

    private readonly Func<T> factory;

    /// <param name="factory">Makes the value of a thread, in it. It may run in any thread of any troop, so it captures only what goes between troops as it is. If it throws, the next
    /// access tries again.</param>
    public ThreadState([TroopEntry] Func<T> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        this.factory = factory;
    }

    /// <summary>The value of the current thread. Setting it first makes the factory unnecessary.</summary>
    /// <exception cref="InvalidOperationException">The caller runs outside of every thread, or the factory asks for the value that it is making.</exception>
    public T Value
    {
        get
        {
            StateCell<T> cell = Cell(out TroopThread thread);
            if (!cell.IsMade)
            {
                Make(cell, thread);
            }

            return cell.Value!;
        }
        set
        {
            StateCell<T> cell = Cell(out TroopThread thread);
            cell.Value = value;
            cell.IsMade = true;
            thread.States.TryAdd(this, cell);
        }
    }

    /// <summary>True if the current thread has its value already.</summary>
    /// <exception cref="InvalidOperationException">The caller runs outside of every thread.</exception>
    public bool IsValueMade => Cell(out _).IsMade;

    /// <summary>The current thread's cell; one that is not in its table yet if there is none.</summary>
    private StateCell<T> Cell(out TroopThread thread)
    {
        thread = TroopThread.CurrentFor(What);
        return thread.States.TryGetValue(this, out object? cell) ? (StateCell<T>)cell : new StateCell<T>();
    }

    private void Make(StateCell<T> cell, TroopThread thread)
    {
        if (!thread.States.TryAdd(this, cell))
        {
            throw Mistakes.MakesItself("thread state");
        }

        try
        {
            T value = factory();
            if (!cell.IsMade)
            {
                cell.Value = value;
                cell.IsMade = true;
            }
        }
        finally
        {
            if (!cell.IsMade)
            {
                thread.States.Remove(this);
            }
        }
    }
}
