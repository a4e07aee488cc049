using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>StopAsync and DisposeAsync: asked first, cut off after the grace, for as many callers as there are.</summary>
[Category("Unit")]
public sealed class ShutdownTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Test]
    public async Task Disposing_twice_and_from_many_places_waits_for_one_end()
    {
        TroopProcess process = new();
        Task[] all = [.. Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await process.DisposeAsync()))];
        await Task.WhenAll(all).OrHang();
        await process.DisposeAsync().OrHang();
        Assert.That(process.Main.IsStopped, Is.True);
    }

    [Test]
    public async Task Disposal_from_inside_throws_and_names_the_remedy()
    {
        await using TroopProcess process = new();
        await process
            .InvokeAsync(() =>
                Assert.That(
                    () => process.DisposeAsync(),
                    Throws.InvalidOperationException.With.Message.Contains("wait for itself").And.Message.Contains("ordinary code")
                )
            )
            .OrHang();
        Troop other = process.CreateTroop("other");
        Exception? fault = await other.InvokeAsync(async () => await process.DisposeAsync()).AsTask().FaultOrHang();
        Assert.That(fault!.Message, Does.Contain("wait for itself"));
        await process.InvokeAsync(() => { }).OrHang();
    }

    [Test]
    public async Task A_thread_may_dispose_another_process()
    {
        await using TroopProcess process = new();
        TroopProcess other = new();
        await process.InvokeAsync(async () => await other.DisposeAsync()).OrHang();
        Assert.That(other.Main.IsStopped, Is.True);
    }

    [Test]
    public async Task Stopping_from_inside_throws_and_from_another_troop_works()
    {
        await using TroopProcess process = new();
        Troop troop = process.CreateTroop("to stop");
        Exception? fault = await troop.InvokeAsync(async () => await troop.StopAsync(Long)).AsTask().FaultOrHang();
        Assert.That(fault!.Message, Does.Contain("cannot wait for its own troop"));
        await process.InvokeAsync(async () => await troop.StopAsync(Long)).OrHang();
        Assert.That(troop.IsStopped, Is.True);
    }

    [Test]
    public async Task Stopping_waits_for_threads_that_heed_their_token()
    {
        await using TroopProcess process = new();
        Troop troop = process.CreateTroop("polite");
        OneSignal inside = new();
        bool cleanedUp = false;
        Task thread = troop
            .InvokeAsync(async () =>
            {
                CancellationToken token = TroopThread.Current.CancellationToken;
                inside.Set();
                try
                {
                    await new Channel<int>(0).ReceiveAsync(token);
                }
                catch (OperationCanceledException)
                {
                    await Task.Yield();
                    await TroopTask.Yield();
                    cleanedUp = true;
                }
            })
            .AsTask();
        await inside.Task;
        await Task.WhenAll(troop.StopAsync(Long).AsTask(), troop.StopAsync(Long).AsTask()).OrHang();
        Assert.That(await thread.FaultOrHang(), Is.Null);
        Assert.That(cleanedUp, Is.True);
        Assert.That(troop.ThreadCount, Is.Zero);
    }

    [Test]
    public async Task Stopping_kills_what_ignores_its_token()
    {
        await using TroopProcess process = new(new TroopProcessOptions { KillGrace = Short });
        Troop troop = process.CreateTroop("rude");
        OneSignal inside = new();
        Task thread = troop
            .InvokeAsync(async () =>
            {
                inside.Set();
                await new Channel<int>(0).ReceiveAsync();
            })
            .AsTask();
        await inside.Task;
        await troop.StopAsync(TimeSpan.Zero).OrHang();
        TroopKilledException killed = (TroopKilledException)(await thread.FaultOrHang())!;
        Assert.That(killed.Reason, Does.Contain("did not end within"));
        Assert.That(troop.ThreadCount, Is.Zero);
    }

    [Test]
    public async Task Disposal_under_load_ends_and_tells_every_caller()
    {
        for (int round = 0; round < 20; round++)
        {
            TroopProcess process = new(
                new TroopProcessOptions
                {
                    Workers = 2,
                    ShutdownGrace = TimeSpan.Zero,
                    KillGrace = Short,
                }
            );
            Troop troop = process.CreateTroop("load");
            List<Task> callers = [];
            for (int i = 0; i < 50; i++)
            {
                callers.Add(process.InvokeAsync(() => Busy()).AsTask());
                callers.Add(troop.InvokeAsync(() => Busy()).AsTask());
                callers.Add(troop.InvokeAsync(async () => await new Channel<int>(0).ReceiveAsync()).AsTask());
                callers.Add(process.InvokeAsync(async () => await new TaskCompletionSource().Task).AsTask());
            }

            await process.DisposeAsync().OrHang();
            foreach (Task caller in callers)
            {
                Assert.That(await caller.FaultOrHang(), Is.Not.Null);
            }

            Assert.That(process.Main.ThreadCount + troop.ThreadCount, Is.Zero);
        }
    }

    [Test]
    public async Task Each_thread_that_is_cut_off_is_an_event()
    {
        using RecordedEvents events = new();
        TroopProcess process = new(
            new TroopProcessOptions
            {
                Workers = 1,
                ShutdownGrace = TimeSpan.Zero,
                KillGrace = Short,
            }
        );
        Troop troop = process.CreateTroop("cut off here");
        const int Threads = 10;
        CountdownEvent started = new(2 * Threads);
        for (int i = 0; i < Threads; i++)
        {
            _ = troop.InvokeAsync(async () =>
            {
                started.Signal();
                await Busy();
            });
            _ = troop.InvokeAsync(async () =>
            {
                started.Signal();
                await new Channel<int>(0).ReceiveAsync();
            });
        }

        Assert.That(started.Wait(TimeSpan.FromSeconds(30)), Is.True);
        await process.DisposeAsync().OrHang();
        Assert.That(events.Count("ThreadCutOff", "cut off here"), Is.EqualTo(2 * Threads));
    }

    [Test]
    public async Task A_thread_that_ended_in_time_is_no_event()
    {
        using RecordedEvents events = new();
        TroopProcess process = new();
        Troop troop = process.CreateTroop("in time");
        await troop.InvokeAsync(async () => await TroopTask.Yield()).OrHang();
        await process.DisposeAsync().OrHang();
        Assert.That(events.All, Has.None.Matches<RecordedEvent>(e => e.Payload.Contains("in time", StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_process_that_never_did_anything_is_disposed()
    {
        for (int i = 0; i < 50; i++)
        {
            await new TroopProcess(new TroopProcessOptions { Workers = 4 }).DisposeAsync().OrHang();
        }
    }

    [Test]
    public async Task Troops_are_made_and_stopped_while_the_process_is_disposed()
    {
        for (int round = 0; round < 50; round++)
        {
            TroopProcess process = new(new TroopProcessOptions { Workers = 2, ShutdownGrace = TimeSpan.Zero });
            Task making = Task.Run(async () =>
            {
                try
                {
                    while (true)
                    {
                        Troop troop = process.CreateTroop("short-lived");
                        await troop.InvokeAsync(() => { });
                        await troop.StopAsync(TimeSpan.Zero);
                    }
                }
                catch (InvalidOperationException)
                {
                    // Disposed, or stopped by the disposal: what is expected.
                }
                catch (TroopKilledException) { }
            });
            await process.InvokeAsync(() => { }).OrHang();
            await process.DisposeAsync().OrHang();
            await making.OrHang();
        }
    }

    private static async TroopTask Busy()
    {
        while (true)
        {
            await TroopTask.Yield();
        }
    }
}
