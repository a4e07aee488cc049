namespace Troops.Tests.Aot;

/// <summary>Time.</summary>
internal static class TimeChecks
{
    internal static async Task Delay(TroopProcess process)
    {
        await Check.InTime(process.InvokeAsync(static async () => await TroopTask.Delay(TimeSpan.FromMilliseconds(1))));
        await Check.ThrowsAsync<TimeoutException>(
            Check.InTime(process.InvokeAsync(static async () => await TroopTask.Delay(TimeSpan.FromHours(1)).WithTimeout(TimeSpan.FromMilliseconds(1)))),
            "a limit on time"
        );
    }
}
