using System.Threading.Channels;

namespace Troops.Sharing;

/// <summary>Sends each value to everybody who has subscribed, in one order for all.</summary>
/// <remarks>
/// Each subscription keeps values that it has not received yet, up to its capacity; what happens to a slow one is its own choice, see <see cref="WhenFull"/>. A send waits until every
/// subscription has room and then reaches all of them at once: cancelled before, it has reached none. Senders take turns in the order in which they came. With no subscription a value
/// goes to nobody.
/// <para>
/// Thread-safe; usable from threads and from ordinary code. It belongs to the troop that made it (made outside of any thread: to the first troop that uses it), and throws in another
/// one.
/// </para>
/// <para>
/// One lock guards the broadcast and its subscriptions; those who wait are queued under it, never run, and nobody's code is called. Senders wait only while <c>full</c>, the number of
/// subscriptions that they must wait for, is above 0; a subscription has waiting receivers only while it is empty.
/// </para>
/// </remarks>
/// <typeparam name="T">What can be shared: immutable or thread-safe.</typeparam>
/// <example><code>
/// var prices = new Broadcast&lt;Price&gt;();
/// using Subscription&lt;Price&gt; mine = prices.Subscribe(capacity: 16);
/// await prices.SendAsync(price);
/// await foreach (Price price in mine) { ... }
/// </code></example>
[ThreadSafe]
[Audited("the runtime's owners", "subscriptions are read and changed under the gate alone", "2030-12-31")]
public sealed class Broadcast<[Shareable] T>
{
    private const string What = "A broadcast";

    private readonly List<Subscription<T>> subscriptions = [];
    private readonly WaitQueue<BroadcastSend<T>> senders = new();
    private Owner owner = new();
    private int full;
    private bool closed;
    private Exception? error;

    /// <summary>True after <see cref="Close"/>; subscriptions may have values left.</summary>
    public bool IsClosed
    {
        get
        {
            lock (Gate)
            {
                return closed;
            }
        }
    }

    internal Lock Gate { get; } = new();

    /// <summary>Subscribes to what is sent from now on.</summary>
    /// <param name="capacity">How many values are kept for it.</param>
    /// <param name="whenFull">Whether senders wait for it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is less than 1, or there is no such <paramref name="whenFull"/>.</exception>
    /// <exception cref="ChannelClosedException">The broadcast is closed.</exception>
    /// <exception cref="InvalidOperationException">The broadcast belongs to another troop.</exception>
    public Subscription<T> Subscribe(int capacity, WhenFull whenFull = WhenFull.Wait)
    {
        if (capacity < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "A subscription keeps at least 1 value.");
        }

        if (!Enum.IsDefined(whenFull))
        {
            throw new ArgumentOutOfRangeException(nameof(whenFull), whenFull, "There is no such choice.");
        }

        Enter();
        Subscription<T> subscription = new(this, capacity, whenFull);
        lock (Gate)
        {
            CheckOpen("subscribed to");
            subscriptions.Add(subscription);
        }

        return subscription;
    }

    /// <summary>Sends to every subscription; waits while one that must not miss anything is full.</summary>
    /// <exception cref="ChannelClosedException">The broadcast is closed, or is closed while this waits: the value was not sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled: the value was sent to nobody.</exception>
    /// <exception cref="InvalidOperationException">The broadcast belongs to another troop.</exception>
    public TroopTask SendAsync(T value, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TroopThread? thread = Enter();
        BroadcastSend<T> waiting;
        lock (Gate)
        {
            if (TryDeliver(value))
            {
                return default;
            }

            waiting = new BroadcastSend<T>(this, thread, value);
            senders.Enqueue(waiting);
        }

        waiting.CancelBy(cancellationToken);
        return new TroopTask(waiting);
    }

    /// <summary>Sends if that needs no waiting; false, and nobody gets the value, if it does.</summary>
    /// <exception cref="ChannelClosedException">The broadcast is closed.</exception>
    /// <exception cref="InvalidOperationException">The broadcast belongs to another troop.</exception>
    public bool TrySend(T value)
    {
        Enter();
        lock (Gate)
        {
            return TryDeliver(value);
        }
    }

    /// <summary>
    /// No more sends. What was sent can still be received; then receives throw, and <c>await foreach</c> ends, or throws too if there is an <paramref name="error"/>. Closing again
    /// changes nothing.
    /// </summary>
    /// <param name="error">Why; null: all is well. Subscribers get a copy of it, as the inner exception of theirs.</param>
    /// <exception cref="InvalidOperationException">The broadcast belongs to another troop.</exception>
    public void Close(Exception? error = null)
    {
        Enter();
        List<BroadcastSend<T>> refused = [];
        List<ISubscriber<T>> done = [];
        lock (Gate)
        {
            if (closed)
            {
                return;
            }

            closed = true;
            this.error = error is null ? null : TroopFault.CopyOf(error);
            senders.DequeueAll(refused);
            foreach (Subscription<T> subscription in subscriptions)
            {
                subscription.DequeueAll(done);
            }
        }

        foreach (BroadcastSend<T> sender in refused)
        {
            sender.TryFail(Closed("sent to", this.error));
        }

        foreach (ISubscriber<T> subscriber in done)
        {
            subscriber.TellClosed(this.error is null ? null : Closed("received from", this.error));
        }
    }

    internal static ChannelClosedException Closed(string used, Exception? error) =>
        error is null
            ? new ChannelClosedException($"A broadcast was {used} after it was closed.")
            : new ChannelClosedException($"A broadcast was {used} after it was closed with an error.", TroopFault.CopyOf(error));

    internal TroopThread? Enter() => owner.Enter(What);

    /// <summary>Under the lock. Null: it is open. Else what to throw, or, for a step of an <c>await foreach</c>, whether to throw.</summary>
    internal ChannelClosedException? ClosedFor(string used, out bool withError)
    {
        withError = error is not null;
        return closed ? Closed(used, error) : null;
    }

    /// <summary>Under the lock. A subscription that senders wait for has no room any more.</summary>
    internal void Filled() => full++;

    /// <summary>Under the lock. Undoes <see cref="Filled"/>: those who wait to send may have their turn.</summary>
    internal void HasRoom()
    {
        full--;
        while (full == 0 && senders.TryDequeue(out BroadcastSend<T>? sender))
        {
            if (sender.TryClaim())
            {
                Deliver(sender.Value);
                sender.Publish();
            }
        }
    }

    /// <summary>Under the lock.</summary>
    internal void Leave(Subscription<T> subscription) => subscriptions.Remove(subscription);

    /// <summary>A send was cancelled.</summary>
    internal void Withdraw(BroadcastSend<T> sender)
    {
        lock (Gate)
        {
            senders.Withdraw(sender);
        }
    }

    /// <summary>Under the lock. False: wait.</summary>
    private bool TryDeliver(T value)
    {
        CheckOpen("sent to");
        if (full > 0)
        {
            return false;
        }

        Deliver(value);
        return true;
    }

    private void Deliver(T value)
    {
        foreach (Subscription<T> subscription in subscriptions)
        {
            subscription.Put(value);
        }
    }

    private void CheckOpen(string used)
    {
        if (closed)
        {
            throw Closed(used, error);
        }
    }
}
