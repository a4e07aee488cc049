using System.Diagnostics.CodeAnalysis;
using Troops.Scheduling;

namespace Troops.Sharing;

/// <summary>A value that is made once, when the first asks for it; whoever asks meanwhile waits.</summary>
/// <remarks>
/// <para>
/// The factory runs in a thread of its own, in the troop that this belongs to, so an asker that is cancelled disturbs nobody: the making goes on, and the value is kept. If the
/// factory faults, everybody who waits gets the fault (the one that waits longest the exception itself, the others copies, as with <see cref="TroopThread.Join"/>), and the next to ask
/// has it made anew: a fault is never kept. If nobody waits any more, the fault is reported as that of a thread that nobody joins.
/// </para>
/// <para>
/// Thread-safe; usable from threads and from ordinary code. It belongs to the troop that made it (made outside of any thread: to the first troop that uses it), and throws in another
/// one. While it belongs to none, ordinary code that asks runs the factory itself.
/// </para>
/// <para>
/// State, guarded by one lock: idle, <c>making</c>, <c>made</c>. Idle to making: the first asker, which is in the queue by then. Making to made, or back to idle: the end of the making
/// thread, whoever brings it about; it takes the whole queue, so nobody is left behind.
/// </para>
/// </remarks>
/// <typeparam name="T">What can be shared: immutable or thread-safe.</typeparam>
/// <example><code>
/// var settings = new Once&lt;Settings&gt;(async () => await Load(path));
/// Settings here = await settings.GetAsync();
/// </code></example>
[ThreadSafe]
[Audited("the runtime's owners", "the factory is a thread entry, and the value is published once, under the gate", "2030-12-31")]
public sealed class Once<[Shareable] T>
{
    private const string What = "A once-made value";

    private readonly Lock gate = new();
    private readonly WaitQueue<OnceOperation<T>> waiters = new();
    private Owner owner = new();

    /// <summary>Null when the value is there: what it captured is garbage then.</summary>
    private Delegate? factory;
    private bool making;
    private TroopThread? maker;

    /// <summary>Written after <see cref="value"/>, once.</summary>
    private bool made;
    private T? value;

    /// <summary>Nothing is made before somebody asks.</summary>
    /// <param name="factory">Runs in a thread of its own: it may capture only what can be shared.</param>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is a Task, a ValueTask or an IAsyncEnumerable: await it inside.</exception>
    public Once([ThreadEntry] Func<T> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        Tasks.ThreadResult<T>.Check(nameof(factory));
        this.factory = factory;
    }

    /// <inheritdoc cref="Once{T}(Func{T})"/>
    public Once([ThreadEntry] Func<TroopTask<T>> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        this.factory = factory;
    }

    /// <summary>The value, if it has been made; asks for nothing.</summary>
    /// <exception cref="InvalidOperationException">It belongs to another troop.</exception>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        owner.Enter(What);
        bool there = Volatile.Read(ref made);
        value = there ? this.value : default;
        return there;
    }

    /// <summary>The value; has it made if nobody has, waits while it is being made.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; a making that has begun goes on.</exception>
    /// <exception cref="InvalidOperationException">It belongs to another troop, or its own factory asks.</exception>
    /// <exception cref="TroopKilledException">The troop that it belongs to was killed.</exception>
    public TroopTask<T> GetAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TroopThread? thread = owner.Enter(What);
        if (Volatile.Read(ref made))
        {
            return new TroopTask<T>(value);
        }

        OnceOperation<T> waiting;
        bool begins;
        lock (gate)
        {
            if (made)
            {
                return new TroopTask<T>(value);
            }

            if (thread is not null && thread == maker)
            {
                throw new InvalidOperationException(
                    "The factory of a once-made value asks for the value that it is making, and would wait for itself. Take that call out of the factory."
                );
            }

            waiting = new OnceOperation<T>(this, thread);
            waiters.Enqueue(waiting);
            begins = !making;
            making = true;
        }

        if (begins)
        {
            Begin(thread);
        }

        waiting.CancelBy(cancellationToken);
        return new TroopTask<T>(waiting);
    }

    /// <summary>The making has ended. True if somebody has the value or the fault.</summary>
    internal bool Ended(Exception? fault, T? result)
    {
        List<OnceOperation<T>> waiting = [];
        lock (gate)
        {
            if (fault is null)
            {
                value = result;
                Volatile.Write(ref made, true);
                factory = null;
            }

            making = false;
            maker = null;
            waiters.DequeueAll(waiting);
        }

        bool heard = fault is null;
        foreach (OnceOperation<T> waiter in waiting)
        {
            if (fault is null)
            {
                waiter.TrySucceed(result!);
            }
            else
            {
                heard |= waiter.TryFail(heard ? TroopFault.CopyOf(fault) : fault);
            }
        }

        return heard;
    }

    /// <summary>A wait was cancelled.</summary>
    internal void Withdraw(OnceOperation<T> waiter)
    {
        lock (gate)
        {
            waiters.Withdraw(waiter);
        }
    }

    /// <param name="asker">The thread that asked first; null for ordinary code.</param>
    private void Begin(TroopThread? asker)
    {
        if (owner.Troop is not { } troop)
        {
            _ = MakeOutside();
            return;
        }

        try
        {
            TroopThread.LaunchJoined<T, OnceJoin<T>>(troop, factory!, asker is null ? null : Ambient.Capture(), Joined);
        }
        catch (Exception refused)
        {
            // The troop takes no more threads. The asker is in the queue, and hears it there.
            Ended(refused, default);
        }
    }

    private OnceJoin<T> Joined(TroopThread<T> making)
    {
        // Before it runs, so that it knows itself.
        lock (gate)
        {
            maker = making;
        }

        return new OnceJoin<T>(this, making);
    }

    /// <summary>Ordinary code asks and there is no troop to make the value in.</summary>
    private async Task MakeOutside()
    {
        T result;
        try
        {
            result = factory is Func<T> function ? function() : await ((Func<TroopTask<T>>)factory!)();
        }
        catch (Exception fault)
        {
            if (!Ended(fault, default))
            {
                // Nobody waits any more: the task is found unobserved.
                throw;
            }

            return;
        }

        Ended(null, result);
    }
}
