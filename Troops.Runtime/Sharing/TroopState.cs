namespace Troops.Sharing;

/// <summary>One value in each troop: made by a factory when a thread of the troop first asks, the same for all threads of that troop, and free when the troop has stopped.</summary>
/// <remarks>
/// The factory runs exactly once a troop (again only if it threw), in the thread that asks first; threads that ask meanwhile wait with their worker, so it should be short. For what takes
/// an <c>await</c> to make, keep a <see cref="Once{T}"/> a troop. A value lives as long as its troop and this object do, whichever ends first; it is not disposed.
/// <para>
/// Thread-safe. Unlike other builtins it belongs to no troop: no two troops see one value, and a static one serves them all. An access costs a look into the troop's table, some 10 ns.
/// </para>
/// </remarks>
/// <typeparam name="T">What can be shared: immutable or thread-safe.</typeparam>
/// <example><code>
/// static readonly TroopState&lt;Atomic&lt;int&gt;&gt; Requests = new(() => new Atomic&lt;int&gt;(0));
/// Requests.Value.Increment();    // counts this troop's
/// </code></example>
[ThreadSafe]
[Audited("the runtime's owners", "each troop has a value of its own, made once, and the factory is a thread entry", "2030-12-31")]
public sealed class TroopState<[Shareable] T>
{
    private const string What = "TroopState.Value";

    private readonly Func<object> make;

    /// <param name="factory">Makes the value of a troop, in it. It may run in any troop, so it captures only what goes between troops as it is. If it throws, the next access tries
    /// again.</param>
    public TroopState([TroopEntry] Func<T> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        make = () => new StateCell<T> { Value = factory(), IsMade = true };
    }

    /// <summary>The value of the current troop.</summary>
    /// <exception cref="InvalidOperationException">The caller runs outside of every thread, or the factory asks for the value that it is making.</exception>
    public T Value
    {
        get
        {
            TroopThread thread = TroopThread.CurrentFor(What);
            return ((StateCell<T>)(thread.Troop.StateFor(this) ?? thread.Troop.MakeState(this, make, thread))).Value!;
        }
    }
}
