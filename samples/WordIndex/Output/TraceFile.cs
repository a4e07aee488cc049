using Troops;

namespace WordIndex.Output;

/// <summary>The trace that <c>--trace</c> asks for, or none.</summary>
internal sealed class TraceFile : IAsyncDisposable
{
    private readonly SchedulerTrace? trace;

    /// <param name="path">Null: no trace.</param>
    /// <exception cref="TraceFileException">The file cannot be made.</exception>
    public TraceFile(TroopProcess process, string? path)
    {
        try
        {
            trace = path is null ? null : process.StartTrace(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new TraceFileException(e);
        }
    }

    /// <exception cref="TraceFileException">It could not be written to its end.</exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await (trace?.DisposeAsync() ?? ValueTask.CompletedTask).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new TraceFileException(e);
        }
    }
}
