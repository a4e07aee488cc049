namespace Troops.Tests.Support;

/// <summary>Runs a body in a thread of a process of its own. A hang is a failure that names itself, not a wait.</summary>
internal static class InThread
{
    internal static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    internal static async Task Run(Func<TroopTask> body, int workers = 2)
    {
        await using TroopProcess process = Process(workers);
        await process.InvokeAsync(body).AsTask().WaitAsync(Guard);
    }

    internal static async Task<T> Run<T>(Func<TroopTask<T>> body, int workers = 2)
    {
        await using TroopProcess process = Process(workers);
        return await process.InvokeAsync(body).AsTask().WaitAsync(Guard);
    }

    /// <summary>The body's exception, null if there is none.</summary>
    internal static async Task<Exception?> Fault(Func<TroopTask> body, int workers = 1)
    {
        try
        {
            await Run(body, workers);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    internal static TroopProcess Process(int workers) => new(new TroopProcessOptions { Workers = workers, ShutdownGrace = TimeSpan.FromSeconds(1) });
}
