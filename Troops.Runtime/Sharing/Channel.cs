using System.Threading.Channels;
using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>
/// A bounded queue between threads. Senders wait while it is full, receivers while it is empty, each in the order in which they came; with capacity 0 each send waits for its
/// receive.
/// </summary>
/// <remarks>
/// Thread-safe; usable from threads and from ordinary code. It belongs to the troop that made it (made outside of any thread: to the first troop that uses it), and throws in another
/// one. A value that was sent is received once: cancelling a waiting receive loses none, cancelling a waiting send sends none.
/// </remarks>
/// <typeparam name="T">What can be shared: immutable or thread-safe.</typeparam>
/// <example><code>
/// var pages = new Channel&lt;Page&gt;(capacity: 64);
/// await pages.SendAsync(page);
/// pages.Close();
/// await foreach (Page next in pages) { ... }
/// </code></example>
[ThreadSafe]
public sealed partial class Channel<[Shareable] T>
{
    private readonly Lock gate = new();
    private readonly Queue<T> buffer = new();
    private readonly WaitQueue<IReceiver<T>> receivers = new();
    private readonly WaitQueue<SendOperation<T>> senders = new();
    private Owner owner = new();
    private bool closed;

    /// <summary>A channel that keeps up to <paramref name="capacity"/> values.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is negative.</exception>
    public Channel(int capacity)
    {
        if (capacity < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity of a channel is 0 (each send waits for its receive) or more.");
        }

        Capacity = capacity;
    }

    /// <summary>How many values are kept for receivers to come.</summary>
    public int Capacity { get; }

    /// <summary>How many values are kept now; out of date at once.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return buffer.Count;
            }
        }
    }

    /// <summary>True after <see cref="Close"/>; values may be left to receive.</summary>
    public bool IsClosed
    {
        get
        {
            lock (gate)
            {
                return closed;
            }
        }
    }

    /// <summary>Sends; waits while the channel is full.</summary>
    /// <exception cref="ChannelClosedException">The channel is closed, or is closed while this waits: the value was not sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled: the value was not sent.</exception>
    /// <exception cref="InvalidOperationException">The channel belongs to another troop.</exception>
    public TroopTask SendAsync(T value, CancellationToken cancellationToken = default)
    {
        TroopThread? thread = Enter(cancellationToken);
        SendOperation<T> waiting;
        while (true)
        {
            IReceiver<T> receiver;
            lock (gate)
            {
                if (TryKeep(value, out receiver!))
                {
                    return default;
                }

                if (receiver is null)
                {
                    waiting = new SendOperation<T>(this, thread, value);
                    senders.Enqueue(waiting);
                    break;
                }
            }

            // Outside of the lock: this may queue the receiver's thread. One that has gone away leaves the value here, for the next.
            if (receiver.TryGive(value))
            {
                return default;
            }
        }

        waiting.CancelBy(cancellationToken);
        return new TroopTask(waiting);
    }

    /// <summary>Sends if that needs no waiting; false if the channel is full.</summary>
    /// <exception cref="ChannelClosedException">The channel is closed.</exception>
    /// <exception cref="InvalidOperationException">The channel belongs to another troop.</exception>
    public bool TrySend(T value)
    {
        Enter(default);
        while (true)
        {
            IReceiver<T> receiver;
            lock (gate)
            {
                if (TryKeep(value, out receiver!))
                {
                    return true;
                }
            }

            if (receiver is null)
            {
                return false;
            }

            if (receiver.TryGive(value))
            {
                return true;
            }
        }
    }

    /// <summary>Receives; waits while the channel is empty.</summary>
    /// <exception cref="ChannelClosedException">The channel is closed and empty.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; no value was taken.</exception>
    /// <exception cref="InvalidOperationException">The channel belongs to another troop.</exception>
    public TroopTask<T> ReceiveAsync(CancellationToken cancellationToken = default)
    {
        TroopThread? thread = Enter(cancellationToken);
        ReceiveOperation<T> waiting;
        lock (gate)
        {
            if (TryTake(out T value, out SendOperation<T>? refilled))
            {
                // The sender's turn comes later; it is only queued here, and its lock is none of ours.
                refilled?.Publish();
                return new TroopTask<T>(value);
            }

            if (closed)
            {
                throw Closed("received from");
            }

            waiting = new ReceiveOperation<T>(this, thread);
            receivers.Enqueue(waiting);
        }

        waiting.CancelBy(cancellationToken);
        return new TroopTask<T>(waiting);
    }

    /// <summary>Receives if there is something; false if the channel is empty, closed or not.</summary>
    /// <exception cref="InvalidOperationException">The channel belongs to another troop.</exception>
    public bool TryReceive([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
    {
        Enter(default);
        lock (gate)
        {
            bool received = TryTake(out value, out SendOperation<T>? refilled);
            refilled?.Publish();
            return received;
        }
    }

    /// <summary>No more sends. What was sent can still be received; then receives throw and <c>await foreach</c> ends. Closing again changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The channel belongs to another troop.</exception>
    public void Close()
    {
        Enter(default);
        List<SendOperation<T>> refused = [];
        List<IReceiver<T>> done = [];
        lock (gate)
        {
            closed = true;
            senders.DequeueAll(refused);
            receivers.DequeueAll(done);
        }

        foreach (SendOperation<T> sender in refused)
        {
            sender.TryFail(Closed("sent to"));
        }

        foreach (IReceiver<T> receiver in done)
        {
            receiver.TellClosed();
        }
    }

    /// <summary>For <c>await foreach</c>: receives until the channel is closed and empty. Several enumerations share the values.</summary>
    public Enumerator GetAsyncEnumerator(CancellationToken cancellationToken = default) => new(this, cancellationToken);

    internal static ChannelClosedException Closed(string used) => new($"A channel was {used} after it was closed.");

    /// <summary>As <see cref="ReceiveAsync"/>, but the end is a result.</summary>
    internal TroopTask<bool> MoveNext(Enumerator into, CancellationToken cancellationToken)
    {
        TroopThread? thread = Enter(cancellationToken);
        MoveNextOperation<T> waiting;
        lock (gate)
        {
            if (TryTake(out T value, out SendOperation<T>? refilled))
            {
                refilled?.Publish();
                into.Current = value;
                return new TroopTask<bool>(true);
            }

            if (closed)
            {
                return new TroopTask<bool>(false);
            }

            waiting = new MoveNextOperation<T>(this, thread, into);
            receivers.Enqueue(waiting);
        }

        waiting.CancelBy(cancellationToken);
        return new TroopTask<bool>(waiting);
    }

    private TroopThread? Enter(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return owner.Enter("A channel");
    }

    /// <summary>An operation was cancelled while it waited.</summary>
    internal void Withdraw(IReceiver<T> receiver)
    {
        lock (gate)
        {
            receivers.Withdraw(receiver);
        }
    }

    /// <inheritdoc cref="Withdraw(IReceiver{T})"/>
    internal void Withdraw(SendOperation<T> sender)
    {
        lock (gate)
        {
            senders.Withdraw(sender);
        }
    }

    /// <summary>Under the lock. True: the value is kept. False and a receiver: give it the value. False and none: wait.</summary>
    private bool TryKeep(T value, out IReceiver<T>? receiver)
    {
        if (closed)
        {
            throw Closed("sent to");
        }

        receiver = null;
        if (buffer.Count == 0 && receivers.TryDequeue(out receiver))
        {
            return false;
        }

        if (buffer.Count >= Capacity)
        {
            return false;
        }

        buffer.Enqueue(value);
        return true;
    }

    /// <summary>Under the lock. The oldest value, and the sender whose value took its place, claimed.</summary>
    private bool TryTake(out T value, out SendOperation<T>? refilled)
    {
        bool kept = buffer.TryDequeue(out value!);
        while (senders.TryDequeue(out refilled))
        {
            if (!refilled.TryClaimAlive())
            {
                continue;
            }

            if (kept)
            {
                buffer.Enqueue(refilled.Value);
            }
            else
            {
                value = refilled.Value;
            }

            return true;
        }

        return kept;
    }
}
