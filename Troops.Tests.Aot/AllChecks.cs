namespace Troops.Tests.Aot;

/// <summary>Runs every check, and stops at the first one that fails: exit code 1, and what it was on standard error.</summary>
internal static class AllChecks
{
    private static readonly (string Name, Func<TroopProcess, Task> Body)[] All =
    [
        ("threads start, join and give results", ThreadChecks.Join),
        ("tasks suspend, combine and yield", ThreadChecks.Tasks),
        ("faults reach who joins", ThreadChecks.Faults),
        ("deep chains of calls end", ThreadChecks.Deep),
        ("a foreign await resumes in its thread", ThreadChecks.Foreign),
        ("a hundred thousand threads run", ThreadChecks.Many),
        ("channels carry values", ChannelChecks.Carry),
        ("a cancelled receive loses nothing", ChannelChecks.Cancel),
        ("a troop is killed at its limit", TroopChecks.Limit),
        ("a kill unwinds", TroopChecks.Kill),
        ("messages cross between troops", TroopChecks.Cross),
        ("an unjoined fault is heard", TroopChecks.Unjoined),
        ("a dump shows what is waited for", DiagnosticsChecks.Dump),
        ("a trace is written", DiagnosticsChecks.Trace),
        ("the meter counts", DiagnosticsChecks.Meter),
        ("a thread is an activity", DiagnosticsChecks.Activity),
        ("events are written", DiagnosticsChecks.Events),
    ];

    internal static async Task<int> RunAsync()
    {
        foreach ((string name, Func<TroopProcess, Task> body) in All)
        {
            try
            {
                await using TroopProcess process = new(new TroopProcessOptions { Workers = 2, Name = name });
                await body(process).ConfigureAwait(false);
            }
            catch (Exception failed)
            {
                await Console.Error.WriteLineAsync($"failed: {name}: {failed}").ConfigureAwait(false);
                return 1;
            }
        }

        Console.WriteLine($"{All.Length} checks passed");
        return 0;
    }
}
