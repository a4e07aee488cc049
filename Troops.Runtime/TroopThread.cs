using System.Runtime.CompilerServices;
using Troops.Diagnostics;
using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <summary>
/// A lightweight thread: it owns mutable objects and runs its tasks one at a time, on whatever worker is free. Start millions.
/// </summary>
/// <remarks>
/// A thread ends when all its tasks have. <see cref="Join"/> gives the result of its body, or the first fault. The handle is thread-safe; between threads go only values
/// that can be shared (immutable or thread-safe), which the analyzers check.
/// </remarks>
/// <example><code>
/// TroopThread&lt;int&gt; counting = TroopThread.Start(() => Count(page));
/// int words = await counting.Join();
/// </code></example>
[ThreadSafe]
[Audited("the runtime's owners", "the states and their writers are in Scheduling/README.md and Tasks/README.md", "2030-12-31")]
public abstract partial class TroopThread : ThreadHeader
{
    private ThreadExtras? extras;

    private protected TroopThread(Troop troop, Delegate body, ExecutionContext? context)
        : base(troop.Share)
    {
        current = body;
        if (context is not null)
        {
            Extras.Context = context;
        }
    }

    /// <summary>The thread whose task is calling.</summary>
    /// <exception cref="InvalidOperationException">The caller runs outside of every thread.</exception>
    public static TroopThread Current => Of(Worker.Current) ?? throw Mistakes.OutsideThread("TroopThread.Current");

    /// <summary>The troop that the thread belongs to.</summary>
    public Troop Troop => (Troop)Share.Owner;

    /// <summary>A name for events and dumps; null until it is set.</summary>
    /// <exception cref="InvalidOperationException">It is set in another troop.</exception>
    public string? Name
    {
        get => Volatile.Read(ref extras)?.Name;
        set
        {
            CheckTroop(Of(Worker.Current));
            Extras.Name = value;
        }
    }

    /// <summary>A number that no other thread of this OS process has.</summary>
    public long Id => GivenId;

    /// <summary>Ends like <see cref="Join"/>, but moves nothing: for any number of observers.</summary>
    /// <remarks>The fault comes as a copy, a <see cref="TroopFault"/>. It does not count as a join.</remarks>
    public TroopTask Completion => new(Observe(new JoinOperation(JoiningThread(), this, moves: false)));

    private ThreadExtras Extras
    {
        get
        {
            if (Volatile.Read(ref extras) is { } known)
            {
                return known;
            }

            ThreadExtras made = new();
            return Interlocked.CompareExchange(ref extras, made, null) ?? made;
        }
    }

    /// <summary>Starts a thread in the current troop. It runs <paramref name="body"/>, which must not capture anything mutable.</summary>
    /// <exception cref="InvalidOperationException">The caller runs outside of every thread.</exception>
    /// <exception cref="TroopKilledException">The troop was killed, or this start exceeds its <see cref="TroopLimits.MaxThreads"/>, which kills it.</exception>
    public static TroopThread Start([ThreadEntry] Action body) => Launch<Unit>(body);

    /// <inheritdoc cref="Start(Action)"/>
    public static TroopThread Start([ThreadEntry] Func<TroopTask> body) => Launch<Unit>(body);

    /// <inheritdoc cref="Start(Action)"/>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is a Task, a ValueTask or an IAsyncEnumerable: await it inside.</exception>
    public static TroopThread<T> Start<T>([ThreadEntry] Func<T> body)
    {
        ThreadResult<T>.Check(nameof(body));
        return Launch<T>(body);
    }

    /// <inheritdoc cref="Start(Action)"/>
    public static TroopThread<T> Start<T>([ThreadEntry] Func<TroopTask<T>> body) => Launch<T>(body);

    /// <summary>Waits for the end. The first join gets the fault itself; later ones get a copy, a <see cref="TroopFault"/>.</summary>
    /// <exception cref="InvalidOperationException">A thread joins itself, or one of another troop.</exception>
    public TroopTask Join() => new(Observe(new JoinOperation(JoiningThread(), this, moves: ClaimFirstJoin())));

    /// <summary>The troop, the name or number, and the task that was resumed last.</summary>
    public override string ToString() => Describe();

    /// <summary>The thread whose turn <paramref name="worker"/> runs; null if there is none.</summary>
    /// <remarks>Without a type check, which looks at each base class: whatever runs the code of a body is a TroopThread.</remarks>
    internal static TroopThread? Of(Worker? worker) => Unsafe.As<TroopThread?>(worker?.Thread);

    /// <param name="worker">The caller's, if it is of this process; null otherwise.</param>
    /// <param name="troop">Where the thread belongs.</param>
    /// <param name="body">One of the four delegates.</param>
    /// <param name="context">What <see cref="Ambient.Capture"/> gave; null in another troop, to which nobody's objects may go.</param>
    internal static TroopThread<T> Launch<T>(Worker? worker, Troop troop, Delegate body, ExecutionContext? context)
    {
        TroopThread<T> thread = Make<T>(worker, troop, body, context);
        troop.Share.Scheduler.QueueChild(worker, thread);
        return thread;
    }

    internal sealed override string Describe()
    {
        string task = (Volatile.Read(ref current) as TaskCore)?.Name ?? StartName ?? "none";
        return $"troop '{Troop.Name}', {Label}, task {task}";
    }

    /// <summary>A thread that counts, and is not queued yet.</summary>
    private static TroopThread<T> Make<T>(Worker? worker, Troop troop, Delegate body, ExecutionContext? context)
    {
        ArgumentNullException.ThrowIfNull(body);
        troop.ThreadStarts(worker);
        TroopThread<T> thread = new(troop, body, context);
        if (ThreadSpan.New() is { } span)
        {
            thread.Extras.Span = span;
        }

        return thread;
    }

    private static TroopThread<T> Launch<T>(Delegate body)
    {
        Worker? worker = Worker.Current;
        if (Of(worker) is not { } parent)
        {
            throw Mistakes.OutsideThread("TroopThread.Start");
        }

        worker!.Spend(Worker.StartFuel);
        return Launch<T>(worker, parent.Troop, body, worker.Slots.AreEmpty ? null : Ambient.Capture());
    }
}
