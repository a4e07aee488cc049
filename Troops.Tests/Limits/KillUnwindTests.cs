using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Limits;

/// <summary>Whatever a thread waits for or does, a kill unwinds it.</summary>
[Category("Unit")]
public sealed class KillUnwindTests
{
    private TroopProcess process = null!;
    private Troop troop = null!;

    [SetUp]
    public void SetUp()
    {
        // The grace is long: what ends here has unwound, it was not dropped.
        process = new TroopProcess(new TroopProcessOptions { Workers = 2, KillGrace = TimeSpan.FromSeconds(25) });
        troop = process.CreateTroop("victim");
    }

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task A_thread_that_receives_unwinds() => await Unwinds(async () => await new Channel<int>(0).ReceiveAsync());

    [Test]
    public async Task A_thread_that_sends_unwinds() => await Unwinds(async () => await new Channel<int>(0).SendAsync(1));

    [Test]
    public async Task A_thread_in_await_foreach_unwinds() =>
        await Unwinds(async () =>
        {
            await foreach (int _ in new Channel<int>(0)) { }
        });

    [Test]
    public async Task A_thread_that_yields_unwinds() =>
        await Unwinds(async () =>
        {
            while (true)
            {
                await TroopTask.Yield();
            }
        });

    [Test]
    public async Task A_thread_that_joins_unwinds() =>
        await Unwinds(async () => await TroopThread.Start(async () => await new Channel<int>(0).ReceiveAsync()).Join());

    [Test]
    public async Task A_thread_in_WhenAll_unwinds() => await Unwinds(async () => await TroopTask.WhenAll(Receives(), Receives(), Receives()));

    [Test]
    public async Task A_thread_in_WhenAny_unwinds() => await Unwinds(async () => await TroopTask.WhenAny(Receives(), Receives()));

    [Test]
    public async Task A_thread_that_computes_and_calls_unwinds() =>
        await Unwinds(async () =>
        {
            while (true)
            {
                await Nothing();
            }
        });

    [Test]
    public async Task A_thread_that_starts_threads_unwinds() =>
        await Unwinds(async () =>
        {
            while (true)
            {
                TroopThread.Start(() => { });
                await TroopTask.Yield();
            }
        });

    private async Task Unwinds(Func<TroopTask> body)
    {
        OneSignal inside = new();
        bool cleanedUp = false;
        Task thread = troop
            .InvokeAsync(async () =>
            {
                try
                {
                    inside.Set();
                    await body();
                }
                finally
                {
                    cleanedUp = true;
                }
            })
            .AsTask();
        await inside.Task;
        troop.Kill("for the test");
        TroopKilledException killed = (TroopKilledException)(await thread.FaultOrHang())!;
        Assert.That(killed.Reason, Is.EqualTo("for the test"));
        Assert.That(cleanedUp, Is.True);
        await troop.StopAsync(TimeSpan.FromSeconds(20)).OrHang();
        Assert.That(troop.ThreadCount, Is.Zero);
        await process.InvokeAsync(() => { }).OrHang();
    }

    private static async TroopTask Nothing() { }

    private static async TroopTask Receives() => await new Channel<int>(0).ReceiveAsync();
}
