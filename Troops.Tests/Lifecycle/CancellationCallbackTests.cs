using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>Callbacks of users on our tokens: they may throw, and they may block.</summary>
[Category("Unit")]
public sealed class CancellationCallbackTests
{
    [Test]
    public async Task A_callback_that_throws_is_reported_and_the_others_run()
    {
        using RecordedEvents events = new();
        await using TroopProcess process = new();
        OneSignal called = new();
        TroopThread<int> thread = await process.InvokeAsync(() => TroopThread.Start(() => 1)).OrHang();
        await using CancellationTokenRegistration first = thread.CancellationToken.Register(called.Set);
        await using CancellationTokenRegistration second = thread.CancellationToken.Register(() => throw new FormatException("a callback threw"));
        thread.Cancel();
        await called.Task;
        await events.First("CallbackThrew", "a callback threw");
    }

    [Test]
    public async Task A_callback_that_blocks_does_not_hold_up_whoever_cancels()
    {
        await using TroopProcess process = new();
        using ManualResetEventSlim gate = new();
        int result = await process
            .InvokeAsync(async () =>
            {
                TroopThread<int> thread = TroopThread.Start(() => 1);
                thread.CancellationToken.Register(gate.Wait);
                thread.Cancel();
                return await thread.Join();
            })
            .OrHang();
        gate.Set();
        Assert.That(result, Is.EqualTo(1));
    }

    [Test]
    public async Task A_callback_that_blocks_holds_up_no_thread()
    {
        TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
        Troop troop = process.CreateTroop("blocked");
        using ManualResetEventSlim gate = new();
        OneSignal inside = new();
        Task thread = troop
            .InvokeAsync(async () =>
            {
                CancellationToken token = TroopThread.Current.CancellationToken;
                inside.Set();
                await new Channel<int>(0).ReceiveAsync(token);
            })
            .AsTask();
        await inside.Task;
        troop.CancellationToken.Register(gate.Wait);
        Task stopping = troop.StopAsync(TimeSpan.FromSeconds(5)).AsTask();
        Exception? end = await thread.FaultOrHang();
        gate.Set();
        await stopping.OrHang();
        await process.DisposeAsync().OrHang();
        Assert.That(end, Is.InstanceOf<OperationCanceledException>(), "the thread was never asked to stop, and killed");
    }

    [Test]
    public async Task A_callback_may_use_the_runtime()
    {
        await using TroopProcess process = new();
        Troop other = process.CreateTroop("other");
        OneSignal done = new();
        TroopThread<int> thread = await process.InvokeAsync(() => TroopThread.Start(() => 1)).OrHang();
        await using CancellationTokenRegistration registered = thread.CancellationToken.Register(() =>
        {
            other.Kill("by a callback");
            _ = Finish();
        });
        thread.Cancel();
        await done.Task;
        Assert.That(other.IsStopped, Is.True);

        async Task Finish()
        {
            await process.InvokeAsync(() => { });
            done.Set();
        }
    }
}
