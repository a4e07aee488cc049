namespace Troops.Benchmarks.Harness;

/// <summary>Runs our side of a row in a process of its own, so that nothing of it is left when a peer runs.</summary>
internal static class Ours
{
    internal static async Task<Sample> RunAsync([ThreadEntry] Func<TroopTask<double>> body, int? workers = null) =>
        await TroopProcess.RunAsync(body, OptionsFor(workers));

    internal static async Task<Sample> RunAsync([ThreadEntry] Func<TroopTask<Sample>> body, int? workers = null) =>
        await TroopProcess.RunAsync(body, OptionsFor(workers));

    private static TroopProcessOptions OptionsFor(int? workers) => workers is { } given ? new() { Workers = given } : new();
}
