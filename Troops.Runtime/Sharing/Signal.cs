namespace Troops.Sharing;

/// <summary>
/// Wakes one at a time: each <see cref="Set"/> lets one <see cref="WaitAsync"/> through, the one that waits longest. If nobody waits, the set is kept for the next to come; it is
/// kept once, however often it is repeated (an auto-reset event). For a gate that stays open use a <see cref="Latch"/> of 1.
/// </summary>
/// <remarks>
/// Thread-safe; usable from threads and from ordinary code. It belongs to the troop that made it (made outside of any thread: to the first troop that uses it), and throws in another
/// one. A wait that is cancelled takes no set: one that was given to it in the same moment goes to the next.
/// <para>All that is here is guarded by one lock; a waiter is told outside of it, and is queued, never run.</para>
/// </remarks>
/// <example><code>
/// var changed = new Signal();
/// changed.Set();                 // something has changed, once or many times
/// await changed.WaitAsync();     // look what
/// </code></example>
[ThreadSafe]
[Audited("the runtime's owners", "state and waiters are changed under the gate alone", "2030-12-31")]
public sealed class Signal
{
    private const string What = "A signal";

    private readonly Lock gate = new();
    private readonly WaitQueue<SignalOperation> waiters = new();
    private Owner owner = new();

    /// <summary>Nobody waits while it is true.</summary>
    private bool isSet;

    /// <summary>True: the next wait goes through at once. Out of date at once.</summary>
    public bool IsSet
    {
        get
        {
            lock (gate)
            {
                return isSet;
            }
        }
    }

    /// <summary>Lets the one that waits longest go on; if nobody waits, the next to come.</summary>
    /// <exception cref="InvalidOperationException">The signal belongs to another troop.</exception>
    public void Set()
    {
        owner.Enter(What);
        while (true)
        {
            SignalOperation? waiter;
            lock (gate)
            {
                if (!waiters.TryDequeue(out waiter))
                {
                    isSet = true;
                    return;
                }
            }

            // One that was cancelled, or whose thread is over, leaves the set here, for the next.
            if (waiter.TrySucceed(default))
            {
                return;
            }
        }
    }

    /// <summary>Takes back a set that is kept for the next to come; false if there is none.</summary>
    /// <exception cref="InvalidOperationException">The signal belongs to another troop.</exception>
    public bool Reset() => TryWait();

    /// <summary>Takes a set that is kept, if that needs no waiting; false if there is none.</summary>
    /// <exception cref="InvalidOperationException">The signal belongs to another troop.</exception>
    public bool TryWait()
    {
        owner.Enter(What);
        lock (gate)
        {
            bool taken = isSet;
            isSet = false;
            return taken;
        }
    }

    /// <summary>Waits for a <see cref="Set"/> of its own.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; no set was taken.</exception>
    /// <exception cref="InvalidOperationException">The signal belongs to another troop.</exception>
    public TroopTask WaitAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TroopThread? thread = owner.Enter(What);
        SignalOperation waiting;
        lock (gate)
        {
            if (isSet)
            {
                isSet = false;
                return default;
            }

            waiting = new SignalOperation(this, thread);
            waiters.Enqueue(waiting);
        }

        waiting.CancelBy(cancellationToken);
        return new TroopTask(waiting);
    }

    /// <summary>A wait was cancelled.</summary>
    internal void Withdraw(SignalOperation waiter)
    {
        lock (gate)
        {
            waiters.Withdraw(waiter);
        }
    }
}
