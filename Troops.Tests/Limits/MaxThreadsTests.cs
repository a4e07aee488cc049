using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Limits;

/// <summary><see cref="TroopLimits.MaxThreads"/>.</summary>
[Category("Unit")]
public sealed class MaxThreadsTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2, KillGrace = TimeSpan.FromSeconds(25) });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task At_the_limit_all_is_well_and_the_count_goes_back_to_zero()
    {
        Troop troop = process.CreateTroop("full", new TroopLimits { MaxThreads = 10 });
        for (int round = 0; round < 100; round++)
        {
            await troop
                .InvokeAsync(async () =>
                {
                    Channel<int> channel = new(0);
                    TroopThread<int>[] threads = [.. Enumerable.Range(0, 9).Select(_ => TroopThread.Start(async () => await channel.ReceiveAsync()))];
                    Assert.That(Troop.Current.ThreadCount, Is.EqualTo(10));
                    channel.Close();
                    foreach (TroopThread<int> thread in threads)
                    {
                        await thread.Completion.AsTask().FaultOrHang();
                    }
                })
                .OrHang();
        }

        Assert.That(troop.IsStopped, Is.False);
        await troop.StopAsync(TimeSpan.FromSeconds(20)).OrHang();
        Assert.That(troop.ThreadCount, Is.Zero);
    }

    [Test]
    public async Task One_thread_too_many_from_inside_kills_this_troop_and_says_which_limit()
    {
        Troop troop = process.CreateTroop("greedy", new TroopLimits { MaxThreads = 3 });
        Troop bystander = process.CreateTroop("bystander", new TroopLimits { MaxThreads = 3 });
        Task waiting = bystander.InvokeAsync(async () => await new Channel<int>(0).ReceiveAsync(TroopThread.Current.CancellationToken)).AsTask();
        TroopKilledException? thrown = null;
        Task root = troop
            .InvokeAsync(async () =>
            {
                Channel<int> channel = new(0);
                TroopThread.Start(async () => await channel.ReceiveAsync());
                TroopThread.Start(async () => await channel.ReceiveAsync());
                thrown = Assert.Throws<TroopKilledException>(() => TroopThread.Start(() => { }));
                await TroopTask.Yield();
            })
            .AsTask();
        TroopKilledException killed = (TroopKilledException)(await root.FaultOrHang())!;
        foreach (TroopKilledException told in new[] { thrown!, killed })
        {
            Assert.That(told.Troop, Is.EqualTo("greedy"));
            Assert.That(told.Limit, Is.EqualTo("MaxThreads"));
            Assert.That(told.LimitValue, Is.EqualTo(3));
            Assert.That(told.Message, Does.Contain("greedy").And.Contain("MaxThreads = 3").And.Contain("Raise TroopLimits.MaxThreads"));
        }

        await troop.StopAsync(TimeSpan.FromSeconds(20)).OrHang();
        Assert.That(troop.ThreadCount, Is.Zero);
        Assert.That(waiting.IsCompleted, Is.False);
        Assert.That(bystander.IsStopped, Is.False);
        await process.InvokeAsync(() => { }).OrHang();
    }

    [Test]
    public async Task One_thread_too_many_from_outside_kills_it_too()
    {
        Troop troop = process.CreateTroop("greedy", new TroopLimits { MaxThreads = 2 });
        Task[] inside = [.. Enumerable.Range(0, 2).Select(_ => troop.InvokeAsync(async () => await new Channel<int>(0).ReceiveAsync()).AsTask())];
        Assert.That(() => troop.InvokeAsync(() => { }), Throws.InstanceOf<TroopKilledException>().With.Property("Limit").EqualTo("MaxThreads"));
        foreach (Task thread in inside)
        {
            Assert.That(await thread.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        }

        await troop.StopAsync(TimeSpan.FromSeconds(20)).OrHang();
        Assert.That(troop.ThreadCount, Is.Zero);
    }

    [Test]
    public async Task A_bomb_is_stopped_at_its_limit()
    {
        Troop troop = process.CreateTroop("bomb", new TroopLimits { MaxThreads = 500 });
        int most = 0;
        async TroopTask Bomb()
        {
            TroopThread one = TroopThread.Start(() => Bomb());
            TroopThread two = TroopThread.Start(() => Bomb());
            InterlockedMax(ref most, troop.ThreadCount);
            await one.Join();
            await two.Join();
        }

        TroopKilledException killed = (TroopKilledException)(await troop.InvokeAsync(() => Bomb()).AsTask().FaultOrHang())!;
        Assert.That(killed.Limit, Is.EqualTo("MaxThreads"));
        await troop.StopAsync(TimeSpan.FromSeconds(20)).OrHang();
        Assert.That(troop.ThreadCount, Is.Zero);
        // A refused start counts itself for a moment: one a worker.
        Assert.That(most, Is.LessThanOrEqualTo(502));
    }

    [Test]
    [Category("Stress")]
    public async Task A_thread_that_was_joined_counts_no_more()
    {
        Troop troop = process.CreateTroop("exact", new TroopLimits { MaxThreads = 2 });
        await troop
            .InvokeAsync(async () =>
            {
                for (int i = 0; i < 500_000; i++)
                {
                    TroopThread thread = TroopThread.Start(() => { });
                    await TroopTask.Yield();
                    await thread.Join();
                }
            })
            .OrHang();
        Assert.That(troop.IsStopped, Is.False);
    }

    [Test]
    [Category("Stress")]
    public async Task An_invocation_that_has_returned_counts_no_more()
    {
        Troop troop = process.CreateTroop("exact", new TroopLimits { MaxThreads = 1 });
        for (int i = 0; i < 100_000; i++)
        {
            await troop.InvokeAsync(() => { });
            Assert.That(troop.ThreadCount, Is.Zero);
        }
    }

    private static void InterlockedMax(ref int place, int value)
    {
        int seen = Volatile.Read(ref place);
        while (value > seen)
        {
            int found = Interlocked.CompareExchange(ref place, value, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }
}
