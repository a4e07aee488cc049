using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Limits;

/// <summary>What cannot unwind is given up when the grace of a kill is over, and nobody waits for it any longer.</summary>
[Category("Unit")]
public sealed class KillGraceTests
{
    private TroopProcess process = null!;
    private Troop troop = null!;

    [SetUp]
    public void SetUp()
    {
        process = new TroopProcess(new TroopProcessOptions { Workers = 2, KillGrace = TimeSpan.FromMilliseconds(50) });
        troop = process.CreateTroop("given up");
    }

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task A_thread_that_waits_for_something_foreign_that_never_ends_is_given_up()
    {
        using RecordedEvents events = new();
        OneSignal inside = new();
        Task never = new TaskCompletionSource().Task;
        Task? handedOut = null;
        async TroopTask Waits() => await never;
        Task<int> thread = troop
            .InvokeAsync(async () =>
            {
                handedOut = Waits().AsTask();
                TroopTask task = Waits();
                inside.Set();
                await task;
                return 1;
            })
            .AsTask();
        await inside.Task;
        troop.Kill("it never ends");
        Assert.That(await thread.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        Assert.That(await handedOut!.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        await events.First("ThreadAbandoned", "given up");
        Assert.That(troop.ThreadCount, Is.Zero);
    }

    [Test]
    public async Task A_stuck_thread_is_given_up_and_everybody_who_waits_for_it_is_told()
    {
        using ManualResetEventSlim hold = new();
        OneSignal inside = new();
        TroopThread<int>? stuck = null;
        Task thread = troop
            .InvokeAsync(() =>
            {
                stuck = TroopThread.Start(() =>
                {
                    inside.Set();
                    hold.Wait();
                    return 1;
                });
            })
            .AsTask();
        await thread.OrHang();
        await inside.Task;
        Task[] waiting = [stuck!.Join().AsTask(), stuck.Completion.AsTask()];
        troop.Kill("it is stuck");
        foreach (Task waiter in waiting)
        {
            Assert.That(await waiter.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        }

        Assert.That(await stuck.Join().AsTask().FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        await troop.StopAsync(TimeSpan.Zero).OrHang();
        Assert.That(troop.ThreadCount, Is.Zero);
        await process.InvokeAsync(() => { }).OrHang();
        hold.Set();
    }

    [Test]
    public async Task Observers_outside_of_a_stuck_thread_are_told()
    {
        using ManualResetEventSlim hold = new();
        OneSignal inside = new();
        Task never = new TaskCompletionSource().Task;
        Task? handedOut = null;
        async TroopTask Waits() => await never;
        Task thread = troop
            .InvokeAsync(() =>
            {
                handedOut = Waits().AsTask();
                inside.Set();
                hold.Wait();
            })
            .AsTask();
        await inside.Task;
        troop.Kill("it is stuck");
        Assert.That(await thread.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        Assert.That(await handedOut!.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        hold.Set();
    }

    [Test]
    public async Task A_thread_that_waits_behind_a_stuck_one_is_told_too()
    {
        using ManualResetEventSlim hold = new();
        TroopProcess single = new(
            new TroopProcessOptions
            {
                Workers = 1,
                Watchdog = false,
                KillGrace = TimeSpan.FromMilliseconds(50),
                ShutdownGrace = TimeSpan.Zero,
            }
        );
        OneSignal inside = new();
        Task stuck = single
            .InvokeAsync(() =>
            {
                inside.Set();
                hold.Wait();
            })
            .AsTask();
        await inside.Task;
        Task behind = single.InvokeAsync(() => { }).AsTask();
        await single.DisposeAsync().OrHang();
        Assert.That(await stuck.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        Assert.That(await behind.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        hold.Set();
    }

    [Test]
    public async Task What_comes_after_the_grace_resumes_nobody()
    {
        using ManualResetEventSlim hold = new();
        OneSignal inside = new();
        OneSignal late = new();
        bool resumed = false;
        bool afterwards = false;
        async TroopTask WaitsForLate()
        {
            await late.Unguarded;
            resumed = true;
        }

        TroopThread<int>? thread = null;
        OneSignal back = new();
        await troop
            .InvokeAsync(() =>
            {
                thread = TroopThread.Start(async () =>
                {
                    WaitsForLate().Forget();
                    inside.Set();
                    hold.Wait();
                    back.Set();
                    await TroopTask.Yield();
                    afterwards = true;
                    return 1;
                });
            })
            .OrHang();
        await inside.Task;
        troop.Kill("its grace passes while it is stuck");
        Assert.That(await thread!.Join().AsTask().FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        // The wake-up is in the inbox of the thread before its turn comes back.
        late.Set();
        await late.Task;
        hold.Set();
        await back.Task;
        await process.DisposeAsync().OrHang();
        Assert.That(resumed, Is.False);
        Assert.That(afterwards, Is.False);
        Assert.That(troop.ThreadCount, Is.Zero);
    }

    [Test]
    public async Task A_body_that_catches_everything_and_loops_is_given_up()
    {
        OneSignal inside = new();
        bool released = false;
        Task thread = troop
            .InvokeAsync(async () =>
            {
                Channel<int> channel = new(0);
                inside.Set();
                while (!Volatile.Read(ref released))
                {
                    try
                    {
                        await channel.ReceiveAsync();
                    }
                    catch (TroopKilledException)
                    {
                        // Holds on to life.
                    }
                }
            })
            .AsTask();
        await inside.Task;
        troop.Kill("it does not listen");
        Assert.That(await thread.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        await process.InvokeAsync(() => { }).OrHang();
        Volatile.Write(ref released, true);
    }

    [Test]
    public async Task A_loop_over_foreign_awaits_is_given_up()
    {
        OneSignal inside = new();
        Task thread = troop
            .InvokeAsync(async () =>
            {
                inside.Set();
                while (true)
                {
                    await Task.Yield();
                }
            })
            .AsTask();
        await inside.Task;
        troop.Kill("it does not listen");
        Assert.That(await thread.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        await troop.StopAsync(TimeSpan.Zero).OrHang();
        Assert.That(troop.ThreadCount, Is.Zero);
    }

    [Test]
    public async Task With_no_grace_at_all_everything_ends_too()
    {
        await using TroopProcess hasty = new(new TroopProcessOptions { KillGrace = TimeSpan.Zero });
        for (int round = 0; round < 200; round++)
        {
            Troop doomed = hasty.CreateTroop("hasty");
            Task never = new TaskCompletionSource().Task;
            Task[] threads =
            [
                doomed.InvokeAsync(async () => await never).AsTask(),
                doomed.InvokeAsync(async () => await new Channel<int>(0).ReceiveAsync()).AsTask(),
                doomed
                    .InvokeAsync(async () =>
                    {
                        while (true)
                        {
                            await TroopTask.Yield();
                        }
                    })
                    .AsTask(),
            ];
            doomed.Kill("at once");
            foreach (Task thread in threads)
            {
                Assert.That(await thread.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
            }

            await doomed.StopAsync(TimeSpan.Zero).OrHang();
            Assert.That(doomed.ThreadCount, Is.Zero);
        }
    }
}
