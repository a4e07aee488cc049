using System.Threading.Channels;
using Troops.Scheduling;

namespace Troops.Sharing;

/// <summary>
/// A queue between threads. Senders wait while it is full, receivers while it is empty, each in the order in which they came; with capacity 0 each send waits for its
/// receive, and with <see cref="Channel.Unbounded"/> no send waits.
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
[Audited("the runtime's owners", "each side is changed under its own gate; the protocol is in the header of Channel.Buffer.cs", "2030-12-31")]
public sealed partial class Channel<[Shareable] T>
{
    private readonly long capacity;
    private Owner owner = new();
    private volatile bool closed;

    /// <summary>A channel that keeps up to <paramref name="capacity"/> values.</summary>
    /// <param name="capacity">0: each send waits for its receive. <see cref="Channel.Unbounded"/>: memory is the only bound.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is negative.</exception>
    public Channel(int capacity)
    {
        if (capacity < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(capacity),
                capacity,
                "The capacity of a channel is 0 (each send waits for its receive), the number of values that it keeps, or Channel.Unbounded."
            );
        }

        Capacity = capacity;
        this.capacity = capacity == Channel.Unbounded ? long.MaxValue : capacity;
    }

    /// <summary>How many values are kept for receivers to come.</summary>
    public int Capacity { get; }

    /// <summary>How many values are kept now; out of date at once.</summary>
    public int Count
    {
        get
        {
            // In this order: what is taken after the look makes the channel look fuller than it is, never less than empty.
            long taken = Volatile.Read(ref receiving.Taken);
            return (int)Math.Min(Volatile.Read(ref sending.Kept) - taken, Capacity);
        }
    }

    /// <summary>True after <see cref="Close()"/>; values may be left to receive.</summary>
    public bool IsClosed => closed;

    /// <summary>No other channel has it.</summary>
    internal long Order { get; } = Channel.NextOrder();

    /// <summary>Sends; waits while the channel is full.</summary>
    /// <exception cref="ChannelClosedException">The channel is closed, or is closed while this waits: the value was not sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled: the value was not sent.</exception>
    /// <exception cref="InvalidOperationException">The channel belongs to another troop.</exception>
    public TroopTask SendAsync(T value, CancellationToken cancellationToken = default)
    {
        TroopThread? thread = Enter(cancellationToken);
        return TryKeepFast(value) ? default : SendSlowly(thread, value, cancellationToken);
    }

    /// <summary>Sends if that needs no waiting; false if the channel is full.</summary>
    /// <exception cref="ChannelClosedException">The channel is closed.</exception>
    /// <exception cref="InvalidOperationException">The channel belongs to another troop.</exception>
    public bool TrySend(T value)
    {
        Enter(default);
        return TryKeepFast(value) || SendOrWait(value, null);
    }

    /// <summary>Receives; waits while the channel is empty.</summary>
    /// <exception cref="ChannelClosedException">The channel is closed and empty; the inner exception is the error that it was closed with.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; no value was taken.</exception>
    /// <exception cref="InvalidOperationException">The channel belongs to another troop.</exception>
    public TroopTask<T> ReceiveAsync(CancellationToken cancellationToken = default)
    {
        TroopThread? thread = Enter(cancellationToken);
        return TryTakeFast(out T value) ? new TroopTask<T>(value) : ReceiveSlowly(thread, cancellationToken);
    }

    /// <summary>Receives if there is something; false if the channel is empty, closed or not.</summary>
    /// <exception cref="InvalidOperationException">The channel belongs to another troop.</exception>
    public bool TryReceive([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
    {
        Enter(default);
        return TryTakeFast(out value) || ReceiveOrWait(null, out value) == Reception.Received;
    }

    /// <summary>No more sends. What was sent can still be received; then receives throw and <c>await foreach</c> ends. Closing again changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The channel belongs to another troop.</exception>
    public void Close()
    {
        Enter(default);
        End(null);
    }

    /// <summary>As <see cref="Close()"/>, but who receives beyond the last value gets the error, <c>await foreach</c> included, and so does who sends.</summary>
    /// <param name="error">The inner exception of what they get, as a copy, a <see cref="TroopFault"/>: an exception belongs to the thread that caught it.</param>
    /// <exception cref="InvalidOperationException">The channel belongs to another troop.</exception>
    public void Close(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Enter(default);
        End(TroopFault.CopyOf(error));
    }

    /// <summary>A receive for <see cref="Select"/>.</summary>
    public ReceiveCase<T> ReceiveCase() => new(this);

    /// <summary>A send for <see cref="Select"/>.</summary>
    public SendCase<T> SendCase(T value) => new(this, value);

    /// <summary>For <c>await foreach</c>: receives until the channel is closed and empty. Several enumerations share the values.</summary>
    public Enumerator GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new(new Enumeration<T>(this, TroopThread.Of(Worker.Current), cancellationToken));

    /// <summary>Checks that the caller may use the channel; returns its thread, null for ordinary code.</summary>
    internal TroopThread? Enter(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return owner.Enter("A channel");
    }

    private TroopTask SendSlowly(TroopThread? thread, T value, CancellationToken cancellationToken)
    {
        // Mostly a receiver waits: then there is no need for an operation.
        if (SendOrWait(value, null))
        {
            return default;
        }

        SendOperation<T> waiting = new(this, thread, value);
        if (SendOrWait(value, waiting))
        {
            return default;
        }

        waiting.CancelBy(cancellationToken);
        return new TroopTask(waiting);
    }

    private TroopTask<T> ReceiveSlowly(TroopThread? thread, CancellationToken cancellationToken)
    {
        ReceiveOperation<T> waiting = new(this, thread);
        switch (ReceiveOrWait(waiting, out T value))
        {
            case Reception.Received:
                return new TroopTask<T>(value);
            case Reception.Ended:
                throw NothingLeft(Error);
            default:
                waiting.CancelBy(cancellationToken);
                return new TroopTask<T>(waiting);
        }
    }
}
