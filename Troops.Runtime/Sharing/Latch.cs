namespace Troops.Sharing;

/// <summary>A gate that opens when so many things have happened, and stays open.</summary>
/// <remarks>
/// Thread-safe; usable from threads and from ordinary code. It belongs to the troop that made it (made outside of any thread: to the first troop that uses it), and throws in another
/// one.
/// <para>All that is here is guarded by one lock; those who wait are told outside of it, in the order in which they came, and are queued, never run.</para>
/// </remarks>
/// <example><code>
/// var ready = new Latch(3);
/// ready.CountDown();             // in each of three threads
/// await ready.WaitAsync();       // in any number of them
/// </code></example>
[ThreadSafe]
[Audited("the runtime's owners", "count and waiters are changed under the gate alone", "2030-12-31")]
public sealed class Latch
{
    private const string What = "A latch";

    private readonly Lock gate = new();
    private readonly WaitQueue<LatchOperation> waiters = new();
    private Owner owner = new();

    /// <summary>0: open, for good. Written under the lock.</summary>
    private int count;

    /// <summary>A latch that opens after <paramref name="count"/> counts; 0: it is open.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public Latch(int count) =>
        this.count = count >= 0 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "A latch counts down from 0 (it is open) or more.");

    /// <summary>How many counts are missing; out of date at once, unless it is 0.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>True: nobody waits any more.</summary>
    public bool IsOpen => Count == 0;

    /// <summary>Counts down by <paramref name="by"/>; at 0 the latch opens.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is less than 1.</exception>
    /// <exception cref="InvalidOperationException">Fewer than <paramref name="by"/> are missing (nothing was counted), or the latch belongs to another troop.</exception>
    public void CountDown(int by = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, 1);
        owner.Enter(What);
        List<LatchOperation> through = [];
        lock (gate)
        {
            if (by > count)
            {
                throw new InvalidOperationException(
                    $"A latch was counted down by {by} when only {count} were missing. Make it with the number of counts that will come, or Add those that join later before they count."
                );
            }

            Volatile.Write(ref count, count - by);
            if (count == 0)
            {
                waiters.DequeueAll(through);
            }
        }

        foreach (LatchOperation waiter in through)
        {
            waiter.TrySucceed(default);
        }
    }

    /// <summary>Asks for <paramref name="more"/> counts; only while the latch is closed.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="more"/> is less than 1.</exception>
    /// <exception cref="OverflowException">There would be more than <see cref="int.MaxValue"/>.</exception>
    /// <exception cref="InvalidOperationException">The latch is open, for good, or belongs to another troop.</exception>
    public void Add(int more = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(more, 1);
        owner.Enter(What);
        lock (gate)
        {
            if (count == 0)
            {
                throw new InvalidOperationException("A latch that is open stays open. Add before the last count, or make another latch.");
            }

            Volatile.Write(ref count, checked(count + more));
        }
    }

    /// <summary>Waits until the latch is open.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The latch belongs to another troop.</exception>
    public TroopTask WaitAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TroopThread? thread = owner.Enter(What);
        if (IsOpen)
        {
            return default;
        }

        LatchOperation waiting;
        lock (gate)
        {
            if (count == 0)
            {
                return default;
            }

            waiting = new LatchOperation(this, thread);
            waiters.Enqueue(waiting);
        }

        waiting.CancelBy(cancellationToken);
        return new TroopTask(waiting);
    }

    /// <summary>A wait was cancelled.</summary>
    internal void Withdraw(LatchOperation waiter)
    {
        lock (gate)
        {
            waiters.Withdraw(waiter);
        }
    }
}
