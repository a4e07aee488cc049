using Troops.Diagnostics;

namespace Troops;

/// <content>The scheduler's trace.</content>
public sealed partial class TroopProcess
{
    private readonly Lock tracing = new();
    private SchedulerTrace? trace;

    /// <summary>Writes a trace to a new file, or over an old one, until the result is disposed.</summary>
    /// <exception cref="IOException">The file cannot be made, for example because there is no such folder.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    /// <exception cref="InvalidOperationException">There is a trace already.</exception>
    /// <exception cref="ObjectDisposedException">The process is disposed, or is being disposed.</exception>
    public SchedulerTrace StartTrace(string path, TraceOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return StartTrace(() => new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 64 * 1024), closes: true, options);
    }

    /// <summary>Writes a trace to <paramref name="output"/>, which stays open, until the result is disposed. Its head is written here, the rest by another kernel thread.</summary>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    /// <exception cref="IOException">Or whatever else the stream throws: its head could not be written.</exception>
    /// <exception cref="InvalidOperationException">There is a trace already.</exception>
    /// <exception cref="ObjectDisposedException">The process is disposed, or is being disposed.</exception>
    public SchedulerTrace StartTrace(Stream output, TraceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!output.CanWrite)
        {
            throw new ArgumentException("A trace needs a stream that can be written.", nameof(output));
        }

        return StartTrace(() => output, closes: false, options);
    }

    private SchedulerTrace StartTrace(Func<Stream> open, bool closes, TraceOptions? options)
    {
        // A lock of its own: to open a file, and to write its head, may block, and nobody else may wait for that.
        lock (tracing)
        {
            CheckMayTrace();

            // Only now: a trace that is refused must not empty a file.
            Stream output = open();
            SchedulerTrace started;
            try
            {
                started = new SchedulerTrace(new Traced(this), output, closes, options ?? new TraceOptions());
            }
            catch when (closes)
            {
                output.Dispose();
                throw;
            }

            lock (gate)
            {
                trace = started;
                if (disposal is null)
                {
                    return started;
                }
            }

            started.Stop();
            throw new ObjectDisposedException(nameof(TroopProcess), $"The process '{Name}' was disposed while its trace was being opened.");
        }
    }

    private void CheckMayTrace()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposal is not null, this);
            if (trace is { Written.IsCompleted: false })
            {
                throw new InvalidOperationException($"The process '{Name}' is being traced already. Dispose that trace first.");
            }
        }
    }

    private sealed class Traced(TroopProcess process) : ITracedProcess
    {
        public string Name => process.Name;

        public int Runnable => process.scheduler.Runnable;

        public void Attach(SchedulerTrace trace) => process.scheduler.Attach(trace);

        public void Detach(SchedulerTrace trace) => process.scheduler.Detach(trace);
    }
}
