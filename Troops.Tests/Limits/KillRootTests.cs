using Troops.Sharing;

namespace Troops.Tests.Limits;

[TestFixture, Category("Unit")]
internal sealed class KillRootTests
{
    [Test]
    public async Task A_thread_whose_body_is_nothing_but_an_operation_is_woken_by_a_kill()
    {
        // Longer than the guard: the end of the grace must not be what ends it.
        await using TroopProcess process = new(new TroopProcessOptions { KillGrace = TimeSpan.FromMinutes(5) });
        Troop troop = process.CreateTroop("short-lived");
        Channel<int> silent = new(0);
        Task<int> receiving = troop.InvokeAsync(() => silent.ReceiveAsync()).AsTask();
        await troop.InvokeAsync(static async () => await TroopTask.Yield());
        troop.Kill("the test says so");
        Assert.That(async () => await receiving.WaitAsync(TimeSpan.FromSeconds(30)), Throws.TypeOf<TroopKilledException>());
    }
}
