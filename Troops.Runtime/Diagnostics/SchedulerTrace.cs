using System.Numerics;
using Troops.Diagnostics;
using Troops.Seams;

namespace Troops;

/// <summary>
/// A trace that is being written: which worker ran which thread, when, and why it stopped. Made by <c>TroopProcess.StartTrace</c>; disposing it ends it.
/// </summary>
/// <remarks>
/// Thread-safe. The file is in the Trace Event Format: open it in https://ui.perfetto.dev or chrome://tracing. A kernel thread of its own writes it; when that cannot keep up, records
/// are dropped, and both the file and <see cref="Dropped"/> say how many. A turn that has not ended when the trace does is in it
/// up to there; one that had begun before the trace is in it only if it outlasts it.
/// </remarks>
/// <example><code>
/// await using (process.StartTrace("run.json"))
/// {
///     await process.InvokeAsync(() => Work());
/// }
/// </code></example>
[ThreadSafe]
[Audited("the runtime's owners", "workers write to buffers of their own, which one kernel thread drains", "2030-12-31")]
public sealed class SchedulerTrace : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly ITracedProcess process;
    private readonly Stream output;
    private readonly bool closes;
    private readonly int capacity;
    private readonly TraceFile file;
    private readonly Parker parker = new();
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private readonly List<TraceBuffer> buffers = [];
    private readonly List<long> reported = [];
    private volatile bool stopping;

    /// <summary>Writes the head of the file, so that a stream that cannot be written throws here, then starts.</summary>
    internal SchedulerTrace(ITracedProcess process, Stream output, bool closes, TraceOptions options)
    {
        this.process = process;
        this.output = output;
        this.closes = closes;
        capacity = (int)BitOperations.RoundUpToPowerOf2((uint)options.RecordsPerWorker);
        file = new TraceFile(output, process.Name, Clock.Now);
        file.Flush();
        output.Flush();
        process.Attach(this);
        KernelThread.Start("Troops trace", Run);
    }

    /// <summary>Records that are missing because the file was too slow.</summary>
    public long Dropped
    {
        get
        {
            long sum = 0;
            foreach (TraceBuffer buffer in Buffers())
            {
                sum += buffer.Dropped;
            }

            return sum;
        }
    }

    /// <summary>Ends when everything is written, or cannot be.</summary>
    internal Task Written => written.Task;

    /// <summary>Ends the trace: writes what is left, and closes the file if it was started with a path. Again: the same.</summary>
    /// <exception cref="IOException">The trace could not be written to its end; the inner exception says why. The process went on without it.</exception>
    public ValueTask DisposeAsync()
    {
        Stop();
        return new ValueTask(written.Task);
    }

    internal void Stop()
    {
        stopping = true;
        parker.Unpark();
    }

    /// <summary>A buffer for a track: a worker's number, or 0 for the scheduler.</summary>
    internal TraceBuffer AddBuffer(int track)
    {
        TraceBuffer added = new(track, capacity, parker);
        lock (gate)
        {
            buffers.Add(added);
        }

        return added;
    }

    private TraceBuffer[] Buffers()
    {
        lock (gate)
        {
            return [.. buffers];
        }
    }

    private void Run()
    {
        Exception? fault = null;
        try
        {
            while (!stopping)
            {
                Drain();
                parker.Park(Interval);
            }
        }
        catch (Exception thrown)
        {
            fault = thrown;
        }

        process.Detach(this);
        fault = End(fault);
        if (fault is null)
        {
            TroopsEventSource.Log.TraceEnded(process.Name, Dropped);
            written.SetResult();
        }
        else
        {
            TroopsEventSource.Log.TraceFailed(process.Name, FaultText.Full(fault));
            written.SetException(new IOException($"The trace of '{process.Name}' could not be written: {FaultText.Message(fault)}", fault));
            // It was reported; who does not dispose the trace need not hear of it again.
            _ = written.Task.Exception;
        }
    }

    /// <summary>The rest of the file, unless it cannot be written anyway; returns what went wrong.</summary>
    private Exception? End(Exception? fault)
    {
        try
        {
            if (fault is null)
            {
                DrainAndShowUnderWay();
                file.End();
                output.Flush();
            }
        }
        catch (Exception thrown)
        {
            fault = thrown;
        }

        try
        {
            if (closes)
            {
                output.Dispose();
            }
        }
        catch (Exception thrown)
        {
            fault ??= thrown;
        }

        return fault;
    }

    /// <summary>The last of each worker, which may be within a turn and may just end it: see <see cref="TraceBuffer"/>.</summary>
    private void DrainAndShowUnderWay()
    {
        TraceBuffer[] all = Buffers();
        TraceRecord?[] underWay = [.. all.Select(static buffer => buffer.CopyUnderWay())];
        Drain();
        foreach (var (buffer, turn) in all.Zip(underWay))
        {
            if (turn is { } begun && !buffer.IsTaken(begun))
            {
                file.Write(buffer.Track, begun with { End = Clock.Now });
            }
        }
    }

    private void Drain()
    {
        TraceBuffer[] all = Buffers();
        for (int i = 0; i < all.Length; i++)
        {
            TraceBuffer buffer = all[i];
            if (i == reported.Count)
            {
                file.Track(buffer.Track);
                reported.Add(0);
            }

            // Not for ever: a worker that writes as fast as this reads must not keep the others waiting.
            for (int taken = 0; taken < capacity && buffer.TryTake(out TraceRecord record); taken++)
            {
                file.Write(buffer.Track, record);
            }

            long dropped = buffer.Dropped;
            if (dropped != reported[i])
            {
                reported[i] = dropped;
                file.Dropped(buffer.Track, dropped);
            }

            file.Flush();
        }

        file.Runnable(process.Runnable);
        file.Flush();
    }
}
