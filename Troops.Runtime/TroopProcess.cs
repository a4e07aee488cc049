using Troops.Diagnostics;
using Troops.Scheduling;
using Troops.Seams;
using Troops.Tasks;

namespace Troops;

/// <summary>The workers (kernel threads) and the troops that run on them. An OS process may hold several, which share nothing.</summary>
/// <remarks>Thread-safe.</remarks>
/// <example><code>
/// await using var process = new TroopProcess(new TroopProcessOptions { Workers = 8 });
/// int words = await process.InvokeAsync(() => Index(path));
/// </code></example>
[ThreadSafe]
[Audited("the runtime's owners", "the states and their writers are in Scheduling/README.md", "2030-12-31")]
public sealed partial class TroopProcess : IAsyncDisposable
{
    private static int made;

    private readonly Scheduler scheduler;
    private readonly Lock gate = new();
    private readonly List<Troop> troops = [];
    private readonly CallbackQueue callbacks = new();
    private Task? disposal;

    /// <summary>A process with a worker a processor.</summary>
    public TroopProcess()
        : this(new TroopProcessOptions()) { }

    /// <summary>A process with the given options.</summary>
    public TroopProcess(TroopProcessOptions options)
        : this(options, Time(options)) { }

    internal TroopProcess(TroopProcessOptions options, TimeSource time)
    {
        Options = options;
        Name = options.Name ?? $"process {Interlocked.Increment(ref made)}";
        scheduler = new Scheduler(options.Workers, options.Watchdog, time);
        Main = new Troop(this, scheduler, "main", TroopLimits.None);
        troops.Add(Main);
        scheduler.Start();
        measured = new Measured(this);
        TroopsMeter.Add(measured);
    }

    /// <summary>A thread faulted and nobody was joining it. Raised on the pool of .NET, one call at a time and in order; a handler that throws is reported.</summary>
    public event EventHandler<ThreadFaultedEventArgs>? Faulted;

    /// <summary>As given in the options, or a number.</summary>
    public string Name { get; }

    /// <summary>The troop of the program itself: trusted, without limits.</summary>
    public Troop Main { get; }

    /// <summary>How many turns run at a time.</summary>
    public int Workers => Options.Workers;

    internal TroopProcessOptions Options { get; }

    internal Scheduler Scheduler => scheduler;

    /// <summary>Called with a fault that no join can tell of, because its thread has another one already; null but in tests.</summary>
    internal Action<string, Exception>? LostFault { get; init; }

    /// <summary>A new troop, empty.</summary>
    /// <param name="name">For messages, events and dumps; need not be unique.</param>
    /// <param name="limits">What the troop may use; null: any amount.</param>
    /// <exception cref="ObjectDisposedException">The process is disposed, or is being disposed.</exception>
    public Troop CreateTroop(string name, TroopLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposal is not null, this);
            Troop troop = new(this, scheduler, name, limits ?? TroopLimits.None);
            troops.Add(troop);
            return troop;
        }
    }

    /// <summary>
    /// Cancels every thread's token, waits <see cref="TroopProcessOptions.ShutdownGrace"/> for them to end, kills the rest, and ends the workers. Again, or from several
    /// places: all wait for the same end.
    /// </summary>
    /// <exception cref="InvalidOperationException">A thread of this process asks: it would wait for itself.</exception>
    public ValueTask DisposeAsync()
    {
        if (Troop.CurrentOrNull?.Process == this)
        {
            throw new InvalidOperationException(
                "A thread cannot dispose its own process: it would wait for itself to end. Dispose it where it was created, in ordinary code; to stop everything from inside, Kill the troops."
            );
        }

        lock (gate)
        {
            disposal ??= Outside.Run(Dispose);
            return new ValueTask(disposal);
        }
    }

    internal void Forget(Troop troop)
    {
        lock (gate)
        {
            troops.Remove(troop);
        }
    }

    internal void KillAll(string reason)
    {
        foreach (Troop troop in Troops())
        {
            troop.Kill(reason);
        }
    }

    internal void RaiseFaulted(ThreadFaultedEventArgs fault)
    {
        if (Faulted is { } handlers)
        {
            callbacks.Post(() => Raise(handlers, fault));
        }
    }

    private void Raise(EventHandler<ThreadFaultedEventArgs> handlers, ThreadFaultedEventArgs fault)
    {
        foreach (EventHandler<ThreadFaultedEventArgs> handler in Delegate.EnumerateInvocationList(handlers))
        {
            try
            {
                handler(this, fault);
            }
            catch (Exception thrown)
            {
                TroopsEventSource.Log.CallbackThrew(nameof(Faulted), FaultText.Full(thrown));
            }
        }
    }

    internal Troop[] Troops()
    {
        lock (gate)
        {
            return [.. troops];
        }
    }

    private static TimeSource Time(TroopProcessOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.TimeProvider == Clock.Provider ? ClockTime.Instance : new ProviderTime(options.TimeProvider);
    }

    private async Task Dispose()
    {
        await Task.WhenAll(Array.ConvertAll(Troops(), troop => troop.Drain(Options.ShutdownGrace, atShutdown: true))).ConfigureAwait(false);
        scheduler.Stop();
        foreach (string call in scheduler.BlockingThreads.Stop())
        {
            TroopsEventSource.Log.BlockingCallLeftBehind(call);
        }

        // A kernel thread that is stuck in somebody's code is left behind; it was reported, and it is a background thread.
        await Outside.EndsWithin(scheduler.Spares.AllGone, Options.KillGrace).ConfigureAwait(false);
        TroopsMeter.Remove(measured);
        if (trace is { } tracing)
        {
            // Its failure is an event; here the trace is only ended.
            tracing.Stop();
            await Outside.EndsWithin(tracing.Written, Options.KillGrace).ConfigureAwait(false);
        }

        if (!await Outside.EndsWithin(callbacks.Drained(), Options.KillGrace + TimeSpan.FromSeconds(1)).ConfigureAwait(false))
        {
            TroopsEventSource.Log.CallbackThrew(nameof(Faulted), "a handler did not return; the disposal goes on without it");
        }
    }
}
