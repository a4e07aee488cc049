using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Troops.Sharing;

/// <summary>What one subscriber of a <see cref="Broadcast{T}"/> has not received yet. Dispose it to leave: until then senders may wait for it.</summary>
/// <remarks>Thread-safe, like its broadcast, whose lock guards it. Several threads that receive from one subscription share its values.</remarks>
[ThreadSafe]
[Audited("the runtime's owners", "the buffer is read and changed under the gate of its broadcast alone", "2030-12-31")]
public sealed partial class Subscription<[Shareable] T> : IDisposable
{
    private readonly Broadcast<T> broadcast;
    private readonly Queue<T> buffer = new();
    private readonly WaitQueue<ISubscriber<T>> receivers = new();
    private readonly WhenFull whenFull;
    private long missed;
    private bool disposed;

    internal Subscription(Broadcast<T> broadcast, int capacity, WhenFull whenFull)
    {
        this.broadcast = broadcast;
        this.whenFull = whenFull;
        Capacity = capacity;
    }

    /// <summary>How many values are kept.</summary>
    public int Capacity { get; }

    /// <summary>How many values are kept now; out of date at once.</summary>
    public int Count
    {
        get
        {
            lock (broadcast.Gate)
            {
                return buffer.Count;
            }
        }
    }

    /// <summary>How many values were dropped because this subscription was full; always 0 with <see cref="WhenFull.Wait"/>.</summary>
    public long Missed
    {
        get
        {
            lock (broadcast.Gate)
            {
                return missed;
            }
        }
    }

    /// <summary>Receives the next value; waits for it.</summary>
    /// <exception cref="ChannelClosedException">The broadcast is closed and everything was received; if it was closed with an error, that is the inner exception.</exception>
    /// <exception cref="ObjectDisposedException">The subscription is disposed, or is disposed while this waits.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; no value was taken.</exception>
    /// <exception cref="InvalidOperationException">The broadcast belongs to another troop.</exception>
    public TroopTask<T> ReceiveAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TroopThread? thread = broadcast.Enter();
        SubscriptionReceive<T> waiting;
        lock (broadcast.Gate)
        {
            if (TryTake(out T? value))
            {
                return new TroopTask<T>(value);
            }

            if (broadcast.ClosedFor("received from", out _) is { } over)
            {
                throw over;
            }

            waiting = new SubscriptionReceive<T>(this, thread);
            receivers.Enqueue(waiting);
        }

        waiting.CancelBy(cancellationToken);
        return new TroopTask<T>(waiting);
    }

    /// <summary>Receives if there is something; false if nothing is there, closed or not.</summary>
    /// <exception cref="ObjectDisposedException">The subscription is disposed.</exception>
    /// <exception cref="InvalidOperationException">The broadcast belongs to another troop.</exception>
    public bool TryReceive([MaybeNullWhen(false)] out T value)
    {
        broadcast.Enter();
        lock (broadcast.Gate)
        {
            return TryTake(out value);
        }
    }

    /// <summary>Leaves: nothing more is received, those who wait here are told, and senders no longer wait for it. Again: nothing.</summary>
    /// <exception cref="InvalidOperationException">The broadcast belongs to another troop.</exception>
    public void Dispose()
    {
        broadcast.Enter();
        List<ISubscriber<T>> done = [];
        lock (broadcast.Gate)
        {
            if (disposed)
            {
                return;
            }

            disposed = true;
            broadcast.Leave(this);
            bool held = IsHoldingSenders;
            buffer.Clear();
            receivers.DequeueAll(done);
            if (held)
            {
                broadcast.HasRoom();
            }
        }

        foreach (ISubscriber<T> subscriber in done)
        {
            subscriber.TellClosed(new ObjectDisposedException(nameof(Subscription<>), "A subscription was disposed while somebody received from it."));
        }
    }

    /// <summary>For <c>await foreach</c>: receives until the broadcast is closed and everything was received. Several enumerations share the values.</summary>
    public Enumerator GetAsyncEnumerator(CancellationToken cancellationToken = default) => new(this, cancellationToken);

    /// <summary>As <see cref="ReceiveAsync"/>, but the end without an error is a result.</summary>
    internal TroopTask<bool> MoveNext(Enumerator into, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TroopThread? thread = broadcast.Enter();
        SubscriptionMoveNext<T> waiting;
        lock (broadcast.Gate)
        {
            if (TryTake(out T? value))
            {
                into.Current = value;
                return new TroopTask<bool>(true);
            }

            if (broadcast.ClosedFor("received from", out bool withError) is { } over)
            {
                return withError ? throw over : new TroopTask<bool>(false);
            }

            waiting = new SubscriptionMoveNext<T>(this, thread, into);
            receivers.Enqueue(waiting);
        }

        waiting.CancelBy(cancellationToken);
        return new TroopTask<bool>(waiting);
    }

    /// <summary>Under the lock. The value goes to the receiver that waits longest, or is kept.</summary>
    internal void Put(T value)
    {
        while (receivers.TryDequeue(out ISubscriber<T>? receiver))
        {
            if (receiver.TryGive(value))
            {
                return;
            }
        }

        if (buffer.Count == Capacity)
        {
            buffer.Dequeue();
            missed++;
        }

        buffer.Enqueue(value);
        if (IsHoldingSenders)
        {
            broadcast.Filled();
        }
    }

    /// <summary>Under the lock.</summary>
    internal void DequeueAll(List<ISubscriber<T>> into) => receivers.DequeueAll(into);

    /// <summary>A receive was cancelled.</summary>
    internal void Withdraw(ISubscriber<T> receiver)
    {
        lock (broadcast.Gate)
        {
            receivers.Withdraw(receiver);
        }
    }

    private bool IsHoldingSenders => whenFull == WhenFull.Wait && buffer.Count == Capacity;

    /// <summary>Under the lock.</summary>
    private bool TryTake([MaybeNullWhen(false)] out T value)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        bool held = IsHoldingSenders;
        bool taken = buffer.TryDequeue(out value);
        if (held)
        {
            broadcast.HasRoom();
        }

        return taken;
    }
}
