using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Limits;

/// <summary><see cref="TroopLimits.MaxTasks"/>: tasks that have suspended and not ended.</summary>
[Category("Unit")]
public sealed class MaxTasksTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2, KillGrace = TimeSpan.FromSeconds(25) });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task At_the_limit_all_is_well_again_and_again()
    {
        Troop troop = process.CreateTroop("full", new TroopLimits { MaxTasks = 5 });
        for (int round = 0; round < 1_000; round++)
        {
            await troop
                .InvokeAsync(async () =>
                {
                    TroopTask[] tasks = [Yields(), Yields(), Yields(), Yields()];
                    await TroopTask.WhenAll(tasks);
                })
                .OrHang();
        }

        Assert.That(troop.IsStopped, Is.False);
    }

    [Test]
    public async Task One_task_too_many_kills_this_troop_and_says_which_limit()
    {
        Troop troop = process.CreateTroop("greedy", new TroopLimits { MaxTasks = 5 });
        Troop bystander = process.CreateTroop("bystander", new TroopLimits { MaxTasks = 5 });
        TroopKilledException killed = (TroopKilledException)
            (
                await troop
                    .InvokeAsync(async () =>
                    {
                        TroopTask[] tasks = [Yields(), Yields(), Yields(), Yields(), Yields()];
                        await TroopTask.WhenAll(tasks);
                    })
                    .AsTask()
                    .FaultOrHang()
            )!;
        Assert.That(killed.Troop, Is.EqualTo("greedy"));
        Assert.That(killed.Limit, Is.EqualTo("MaxTasks"));
        Assert.That(killed.LimitValue, Is.EqualTo(5));
        Assert.That(killed.Message, Does.Contain("MaxTasks = 5"));
        await bystander.InvokeAsync(async () => await Yields()).OrHang();
        Assert.That(bystander.IsStopped, Is.False);
    }

    [Test]
    public async Task The_task_that_exceeds_the_limit_runs_its_finally()
    {
        Troop troop = process.CreateTroop("greedy", new TroopLimits { MaxTasks = 1 });
        bool inner = false;
        bool outer = false;
        async TroopTask Exceeds()
        {
            try
            {
                await TroopTask.Yield();
            }
            finally
            {
                inner = true;
            }
        }

        Task root = troop
            .InvokeAsync(async () =>
            {
                try
                {
                    await TroopTask.Yield();
                    await Exceeds();
                }
                finally
                {
                    outer = true;
                }
            })
            .AsTask();
        Assert.That(await root.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        Assert.That(inner, Is.True);
        Assert.That(outer, Is.True);
    }

    [Test]
    public async Task Tasks_that_complete_without_suspending_do_not_count()
    {
        Troop troop = process.CreateTroop("inline", new TroopLimits { MaxTasks = 1 });
        await troop
            .InvokeAsync(async () =>
            {
                await TroopTask.Yield();
                for (int i = 0; i < 1_000; i++)
                {
                    await Nothing();
                }
            })
            .OrHang();
        Assert.That(troop.IsStopped, Is.False);
    }

    [Test]
    public async Task Tasks_of_all_threads_of_the_troop_count_together_and_go_with_their_thread()
    {
        Troop troop = process.CreateTroop("together", new TroopLimits { MaxTasks = 4 });
        for (int round = 0; round < 200; round++)
        {
            await troop
                .InvokeAsync(async () =>
                {
                    Channel<int> channel = new(0);
                    TroopThread[] threads = [.. Enumerable.Range(0, 3).Select(_ => TroopThread.Start(async () => await channel.ReceiveAsync()))];
                    channel.Close();
                    foreach (TroopThread thread in threads)
                    {
                        TroopTask end = thread.Join();
                        try
                        {
                            await end;
                        }
                        catch (System.Threading.Channels.ChannelClosedException) { }
                    }
                })
                .OrHang();
        }

        Assert.That(troop.IsStopped, Is.False);
        Task root = troop
            .InvokeAsync(async () =>
            {
                Channel<int> channel = new(0);
                for (int i = 0; i < 4; i++)
                {
                    _ = TroopThread.Start(async () => await channel.ReceiveAsync());
                }

                await channel.ReceiveAsync();
            })
            .AsTask();
        TroopKilledException killed = (TroopKilledException)(await root.FaultOrHang())!;
        Assert.That(killed.Limit, Is.EqualTo("MaxTasks"));
        await troop.StopAsync(TimeSpan.FromSeconds(20)).OrHang();
        Assert.That(troop.ThreadCount, Is.Zero);
    }

    private static async TroopTask Nothing() { }

    private static async TroopTask Yields() => await TroopTask.Yield();
}
