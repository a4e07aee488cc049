using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Limits;

/// <summary>A kill unwinds whatever the threads of a troop are doing, and nothing else.</summary>
[Category("Unit")]
public sealed class KillTests
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
    public async Task A_thread_that_waits_for_something_foreign_unwinds_when_that_ends()
    {
        OneSignal go = new();
        bool cleanedUp = false;
        OneSignal inside = new();
        Task thread = troop
            .InvokeAsync(async () =>
            {
                try
                {
                    inside.Set();
                    await go.Task;
                    await TroopTask.Yield();
                }
                finally
                {
                    cleanedUp = true;
                }
            })
            .AsTask();
        await inside.Task;
        troop.Kill("while it waits");
        go.Set();
        Assert.That(await thread.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        Assert.That(cleanedUp, Is.True);
    }

    [Test]
    public async Task Each_frame_runs_its_finally_and_its_using_from_the_inside_out()
    {
        List<string> order = [];
        OneSignal inside = new();
        async TroopTask Inner()
        {
            using Disposer resource = new(() => order.Add("using"));
            try
            {
                await new Channel<int>(0).ReceiveAsync();
            }
            finally
            {
                order.Add("inner");
            }
        }

        async TroopTask TellWhenAllWait()
        {
            await TroopTask.Yield();
            inside.Set();
        }

        Task thread = troop
            .InvokeAsync(async () =>
            {
                TellWhenAllWait().Forget();
                try
                {
                    await Inner();
                }
                finally
                {
                    order.Add("outer");
                }
            })
            .AsTask();
        await inside.Task;
        troop.Kill("to see the order");
        await thread.FaultOrHang();
        Assert.That(order, Is.EqualTo(new[] { "inner", "using", "outer" }));
    }

    [Test]
    public async Task A_body_that_catches_everything_gets_the_exception_again_at_each_await()
    {
        OneSignal inside = new();
        List<Exception> caught = [];
        Task thread = troop
            .InvokeAsync(async () =>
            {
                Channel<int> channel = new(0);
                inside.Set();
                for (int i = 0; i < 3; i++)
                {
                    try
                    {
                        await channel.ReceiveAsync();
                    }
                    catch (Exception e)
                    {
                        caught.Add(e);
                    }
                }

                await Attempt(async () => await TroopTask.Yield());
                await Attempt(async () => await Nothing());
                Attempted(() => TroopThread.Start(() => { }));
                Attempted(() => channel.TrySend(1));
                async Task Attempt(Func<Task> what)
                {
                    try
                    {
                        await what();
                    }
                    catch (Exception e)
                    {
                        caught.Add(e);
                    }
                }
                void Attempted(Action what)
                {
                    try
                    {
                        what();
                    }
                    catch (Exception e)
                    {
                        caught.Add(e);
                    }
                }
            })
            .AsTask();
        await inside.Task;
        troop.Kill("again and again");
        Assert.That(await thread.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        Assert.That(caught, Has.Count.GreaterThanOrEqualTo(6).And.All.InstanceOf<TroopKilledException>());
    }

    [Test]
    public async Task A_thread_that_has_not_begun_never_begins()
    {
        using ManualResetEventSlim hold = new();
        TroopProcess single = new(
            new TroopProcessOptions
            {
                Workers = 1,
                Watchdog = false,
                KillGrace = TimeSpan.FromSeconds(25),
            }
        );
        OneSignal holding = new();
        Task holder = single
            .InvokeAsync(() =>
            {
                holding.Set();
                hold.Wait();
            })
            .AsTask();
        await holding.Task;
        Troop doomed = single.CreateTroop("doomed");
        bool ran = false;
        Task queued = doomed
            .InvokeAsync(() =>
            {
                ran = true;
            })
            .AsTask();
        doomed.Kill("before it began");
        hold.Set();
        Assert.That(await queued.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        Assert.That(ran, Is.False);
        await holder.OrHang();
        await single.DisposeAsync().OrHang();
    }

    [Test]
    public async Task Killing_from_inside_unwinds_the_killer_too()
    {
        bool cleanedUp = false;
        TroopKilledException killed = (TroopKilledException)
            (
                await troop
                    .InvokeAsync(async () =>
                    {
                        try
                        {
                            Troop.Current.Kill("my own doing");
                            await TroopTask.Yield();
                        }
                        finally
                        {
                            cleanedUp = true;
                        }
                    })
                    .AsTask()
                    .FaultOrHang()
            )!;
        Assert.That(killed.Reason, Is.EqualTo("my own doing"));
        Assert.That(cleanedUp, Is.True);
    }

    [Test]
    public async Task A_second_kill_changes_nothing()
    {
        troop.Kill("first.");
        troop.Kill("second.");
        TroopKilledException killed = Assert.Throws<TroopKilledException>(() => _ = troop.InvokeAsync(() => { }));
        Assert.That(killed.Reason, Is.EqualTo("first"));
        Assert.That(killed.Troop, Is.EqualTo("victim"));
        Assert.That(killed.Message, Does.Contain("victim").And.Contain("first"));
        Assert.That(killed.Limit, Is.Null);
        Assert.That(killed.LimitValue, Is.Null);
        Assert.That(troop.IsStopped, Is.True);
        Assert.That(troop.CancellationToken.IsCancellationRequested, Is.True);
        await troop.StopAsync(TimeSpan.Zero).OrHang();
    }

    [Test]
    public async Task A_kill_is_one_event_and_other_troops_go_on()
    {
        using RecordedEvents events = new();
        Troop bystander = process.CreateTroop("bystander");
        Channel<int> channel = new(0);
        Task<int> waiting = bystander.InvokeAsync(async () => await channel.ReceiveAsync()).AsTask();
        Task killed = troop.InvokeAsync(async () => await new Channel<int>(0).ReceiveAsync()).AsTask();
        troop.Kill("one event for this");
        troop.Kill("no event for this");
        Assert.That(await killed.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        await bystander.InvokeAsync(async () => await channel.SendAsync(3)).OrHang();
        Assert.That(await waiting.OrHang(), Is.EqualTo(3));
        Assert.That(events.Count("TroopKilled", "one event for this"), Is.EqualTo(1));
        Assert.That(events.Count("TroopKilled", "no event for this"), Is.Zero);
    }

    private static async TroopTask Nothing() { }

    private sealed class Disposer(Action dispose) : IDisposable
    {
        public void Dispose() => dispose();
    }
}
