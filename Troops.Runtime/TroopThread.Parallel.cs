using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <content>Many threads at once.</content>
public abstract partial class TroopThread
{
    /// <summary>Starts a thread for each item, all of them now, and returns them in the order of the items. For a bound on how many run at a time use <c>ForEach</c>.</summary>
    /// <param name="items">Read to the end before the first thread starts. What can be shared: each item goes to its thread.</param>
    /// <param name="body">Runs once in each thread; it must not capture anything mutable.</param>
    /// <exception cref="InvalidOperationException">The caller runs outside of every thread.</exception>
    /// <exception cref="TroopKilledException">The troop was killed, or a start exceeds its <see cref="TroopLimits.MaxThreads"/>, which kills it.</exception>
    /// <example><code>
    /// foreach (TroopThread&lt;int&gt; counting in TroopThread.StartAll(pages, page => Count(page)))
    /// {
    ///     words += await counting.Join();
    /// }
    /// </code></example>
    public static TroopThread[] StartAll<[Shareable] T>(IEnumerable<T> items, [ThreadEntry] Action<T> body) =>
        LaunchAll<T, Unit>(items, body, item => (Action)(() => body(item)));

    /// <inheritdoc cref="StartAll{T}(IEnumerable{T}, Action{T})"/>
    public static TroopThread[] StartAll<[Shareable] T>(IEnumerable<T> items, [ThreadEntry] Func<T, TroopTask> body) =>
        LaunchAll<T, Unit>(items, body, item => (Func<TroopTask>)(() => body(item)));

    /// <inheritdoc cref="StartAll{T}(IEnumerable{T}, Action{T})"/>
    /// <exception cref="ArgumentException"><typeparamref name="TResult"/> is a Task, a ValueTask or an IAsyncEnumerable: await it inside.</exception>
    public static TroopThread<TResult>[] StartAll<[Shareable] T, TResult>(IEnumerable<T> items, [ThreadEntry] Func<T, TResult> body)
    {
        ThreadResult<TResult>.Check(nameof(body));
        return LaunchAll<T, TResult>(items, body, item => (Func<TResult>)(() => body(item)));
    }

    /// <inheritdoc cref="StartAll{T}(IEnumerable{T}, Action{T})"/>
    public static TroopThread<TResult>[] StartAll<[Shareable] T, TResult>(IEnumerable<T> items, [ThreadEntry] Func<T, TroopTask<TResult>> body) =>
        LaunchAll<T, TResult>(items, body, item => (Func<TroopTask<TResult>>)(() => body(item)));

    /// <summary>Runs <paramref name="body"/> for each item, in a thread of its own, at most <paramref name="degree"/> at a time. Ends when all of them have.</summary>
    /// <remarks>
    /// The first fault comes out, after every body that has started has ended: the others are cancelled through their own <see cref="CancellationToken"/>, and no more are started; a
    /// fault that follows is reported. Items are taken one by one, in the caller's thread, when there is room for them, so the source may be endless.
    /// </remarks>
    /// <param name="items">What can be shared: each item goes to its thread.</param>
    /// <param name="degree">1 or more.</param>
    /// <param name="body">It must not capture anything mutable.</param>
    /// <param name="cancellationToken">Ends it as a fault does.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degree"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The caller runs outside of every thread.</exception>
    /// <example><code>
    /// await TroopThread.ForEach(urls, degree: 8, async url => await Fetch(url));
    /// </code></example>
    public static TroopTask ForEach<[Shareable] T>(
        IEnumerable<T> items,
        int degree,
        [ThreadEntry] Action<T> body,
        CancellationToken cancellationToken = default
    ) => RunFor(items, body, degree, cancellationToken).Over(items, Binding(body));

    /// <inheritdoc cref="ForEach{T}(IEnumerable{T}, int, Action{T}, CancellationToken)"/>
    public static TroopTask ForEach<[Shareable] T>(
        IEnumerable<T> items,
        int degree,
        [ThreadEntry] Func<T, TroopTask> body,
        CancellationToken cancellationToken = default
    ) => RunFor(items, body, degree, cancellationToken).Over(items, Binding(body));

    /// <inheritdoc cref="ForEach{T}(IEnumerable{T}, int, Action{T}, CancellationToken)"/>
    /// <summary>Runs <paramref name="body"/> for each item, in a thread of its own, as many at a time as the process has workers. Ends when all of them have.</summary>
    public static TroopTask ForEach<[Shareable] T>(IEnumerable<T> items, [ThreadEntry] Action<T> body, CancellationToken cancellationToken = default) =>
        RunFor(items, body, degree: null, cancellationToken).Over(items, Binding(body));

    /// <inheritdoc cref="ForEach{T}(IEnumerable{T}, Action{T}, CancellationToken)"/>
    public static TroopTask ForEach<[Shareable] T>(
        IEnumerable<T> items,
        [ThreadEntry] Func<T, TroopTask> body,
        CancellationToken cancellationToken = default
    ) => RunFor(items, body, degree: null, cancellationToken).Over(items, Binding(body));

    /// <inheritdoc cref="ForEach{T}(IEnumerable{T}, int, Action{T}, CancellationToken)"/>
    public static TroopTask ForEach<[Shareable] T>(
        IAsyncEnumerable<T> items,
        int degree,
        [ThreadEntry] Action<T> body,
        CancellationToken cancellationToken = default
    ) => RunFor(items, body, degree, cancellationToken).Over(items, Binding(body));

    /// <inheritdoc cref="ForEach{T}(IEnumerable{T}, int, Action{T}, CancellationToken)"/>
    public static TroopTask ForEach<[Shareable] T>(
        IAsyncEnumerable<T> items,
        int degree,
        [ThreadEntry] Func<T, TroopTask> body,
        CancellationToken cancellationToken = default
    ) => RunFor(items, body, degree, cancellationToken).Over(items, Binding(body));

    /// <inheritdoc cref="ForEach{T}(IEnumerable{T}, Action{T}, CancellationToken)"/>
    public static TroopTask ForEach<[Shareable] T>(IAsyncEnumerable<T> items, [ThreadEntry] Action<T> body, CancellationToken cancellationToken = default) =>
        RunFor(items, body, degree: null, cancellationToken).Over(items, Binding(body));

    /// <inheritdoc cref="ForEach{T}(IEnumerable{T}, Action{T}, CancellationToken)"/>
    public static TroopTask ForEach<[Shareable] T>(
        IAsyncEnumerable<T> items,
        [ThreadEntry] Func<T, TroopTask> body,
        CancellationToken cancellationToken = default
    ) => RunFor(items, body, degree: null, cancellationToken).Over(items, Binding(body));

    /// <summary>A new thread whose first join is there before it can run: no fault of it goes by unheard.</summary>
    /// <param name="attach">Makes the join.</param>
    internal static TJoin LaunchJoined<T, TJoin>(Troop troop, Delegate body, ExecutionContext? context, Func<TroopThread<T>, TJoin> attach)
        where TJoin : TaskCore, IJoin
    {
        Worker? worker = troop.Share.Scheduler.CallersWorker;
        TroopThread<T> thread = Make<T>(worker, troop, body, context);
        thread.ClaimFirstJoin();
        TJoin join = thread.Observe(attach(thread));
        troop.Share.Scheduler.QueueChild(worker, thread);
        return join;
    }

    /// <summary>Checks what is common to every ForEach, for a builtin that is a source too.</summary>
    /// <param name="degree">Null: as many as there are workers.</param>
    internal static ForEachRun RunFor(object source, Delegate body, int? degree, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source, "items");
        ArgumentNullException.ThrowIfNull(body);
        if (degree < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(degree), degree, "ForEach runs at least 1 body at a time; leave the degree out for one a worker.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        TroopThread home = CurrentFor("TroopThread.ForEach");
        return new ForEachRun(home, degree ?? home.Troop.Process.Workers, cancellationToken);
    }

    internal static Func<T, Delegate> Binding<T>(Action<T> body) => item => (Action)(() => body(item));

    internal static Func<T, Delegate> Binding<T>(Func<T, TroopTask> body) => item => (Func<TroopTask>)(() => body(item));

    private static TroopThread<TResult>[] LaunchAll<T, TResult>(IEnumerable<T> items, Delegate body, Func<T, Delegate> bind)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(body);
        TroopThread parent = CurrentFor("TroopThread.StartAll");
        T[] all = [.. items];
        TroopThread<TResult>[] threads = new TroopThread<TResult>[all.Length];
        for (int i = 0; i < all.Length; i++)
        {
            Worker worker = Worker.Current!;
            worker.Spend(Worker.StartFuel);
            threads[i] = Launch<TResult>(worker, parent.Troop, bind(all[i]), Ambient.Capture());
        }

        return threads;
    }
}
