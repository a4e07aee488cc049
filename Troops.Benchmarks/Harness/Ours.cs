namespace Troops.Benchmarks.Harness;

/// <summary>Runs our side of a row in a process of its own, so that nothing of it is left when a peer runs.</summary>
internal static class Ours
{
    internal static async Task<Sample> RunAsync(Func<TroopTask<double>> body, int? workers = null)
    {
        TroopProcessOptions options = workers is { } given ? new() { Workers = given } : new();
        return await TroopProcess.RunAsync(body, options);
    }
}
