using Troops.Sharing;

namespace Troops.Tests.Aot;

/// <summary>Troops: limits, kill, crossing, faults.</summary>
internal static class TroopChecks
{
    internal static async Task Limit(TroopProcess process)
    {
        Troop bomb = process.CreateTroop("bomb", new TroopLimits { MaxThreads = 100 });
        TroopKilledException killed = await Check.ThrowsAsync<TroopKilledException>(Check.InTime(bomb.InvokeAsync(static () => Bomb())), "a bomb");
        Check.That(killed.Message.Contains("MaxThreads", StringComparison.Ordinal), $"the message names the limit: {killed.Message}");
        Check.Same(await Check.InTime(process.InvokeAsync(static () => 1)), 1, "the main troop goes on");
    }

    internal static async Task Kill(TroopProcess process)
    {
        Troop doomed = process.CreateTroop("doomed");
        Channel<int> started = new(1);
        Task waiting = Check.InTime(doomed.InvokeAsync(static () => WaitForEver()));
        while (doomed.ThreadCount == 0)
        {
            await Task.Yield();
        }

        doomed.Kill("the check says so");
        TroopKilledException killed = await Check.ThrowsAsync<TroopKilledException>(waiting, "a killed thread");
        Check.That(killed.Message.Contains("the check says so", StringComparison.Ordinal), killed.Message);
        await Check.InTime(doomed.StopAsync(TimeSpan.FromSeconds(5)));
    }

    internal static async Task Cross(TroopProcess process)
    {
        Troop other = process.CreateTroop("other");
        Check.Same(await Check.InTime(other.InvokeAsync(("page", 3), static page => page.Item1.Length * page.Item2)), 12, "what came back");
        Check.Same(await Check.InTime(other.InvokeAsync(static () => ThreadChecks.Later(4))), 4, "what came back later");
        TroopFault copy = await Check.ThrowsAsync<TroopFault>(
            Check.InTime(other.InvokeAsync(static () => ThreadChecks.Fault("far away"))),
            "a fault of another troop"
        );
        Check.That(copy.Message.Contains("far away", StringComparison.Ordinal), copy.Message);
    }

    internal static async Task Unjoined(TroopProcess process)
    {
        TaskCompletionSource<string> heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Faulted += (_, fault) => heard.TrySetResult(fault.Fault.Message);
        await Check.InTime(
            process.InvokeAsync(static () =>
            {
                TroopThread.Start(static () => ThreadChecks.Fault("nobody joins"));
            })
        );
        string message = await heard.Task.WaitAsync(TimeSpan.FromSeconds(30)).ConfigureAwait(false);
        Check.That(message.Contains("nobody joins", StringComparison.Ordinal), message);
    }

    [TroopTask]
    private static async TroopTask Bomb()
    {
        while (true)
        {
            TroopThread.Start(static () => WaitForEver());
            await TroopTask.Yield();
        }
    }

    [TroopTask]
    private static async TroopTask WaitForEver() => await new Channel<int>(0).ReceiveAsync();
}
