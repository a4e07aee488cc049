using Troops.Sharing;

namespace Troops.Tests.Scheduling;

/// <summary>More than ten million park/wake pairs, without a watchdog that could help a wake-up that was lost.</summary>
[TestFixture]
[Category("Stress")]
internal sealed class WakeUpStressTests
{
    [TestCase(1, 2, 1, 1)]
    [TestCase(2, 2, 1, 1)]
    [TestCase(2, 8, 3, 1)]
    [TestCase(4, 4, 2, 1)]
    [TestCase(4, 100, 20, 1)]
    [TestCase(2, 9, 4, 3)]
    [TestCase(4, 9, 4, 3)]
    [CancelAfter(60_000)]
    public async Task No_wake_up_is_lost_between_threads(int workers, int threads, int balls, int troops)
    {
        await using SchedulerBench bench = new(workers);
        using BallGame game = new(bench, threads, balls, childEvery: 13, troops);
        game.Begin(throwsEach: 1_000_000 / balls);
        game.AssertEndsInOrder();
    }

    /// <summary>Nearly always idle: each throw comes from outside and finds workers asleep, or about to sleep.</summary>
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(4)]
    [CancelAfter(60_000)]
    public async Task No_wake_up_from_outside_is_lost(int workers)
    {
        await using SchedulerBench bench = new(workers);
        for (int round = 0; round < 15_000; round++)
        {
            using BallGame game = new(bench, players: 2, balls: 2);
            game.Begin(throwsEach: round % 3);
            game.AssertEndsInOrder();
        }
    }

    [TestCase(1, 1)]
    [TestCase(2, 1)]
    [TestCase(2, 5)]
    [TestCase(4, 5)]
    [CancelAfter(60_000)]
    public async Task No_wake_up_is_lost_between_threads_that_talk_through_channels(int workers, int pairs)
    {
        const int messages = 1_000_000;
        await using TroopProcess process = new(new TroopProcessOptions { Workers = workers, Watchdog = false });
        Task<long>[] talks = [.. Enumerable.Range(0, pairs).Select(_ => process.InvokeAsync(() => Talk(messages / pairs)).AsTask())];
        long[] heard = await Task.WhenAll(talks).WaitAsync(SchedulerBench.DeadlockGuard);
        Assert.That(heard.Sum(), Is.EqualTo(messages));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(4)]
    [CancelAfter(60_000)]
    public async Task No_wake_up_is_lost_between_a_thread_and_who_joins_it(int workers)
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = workers, Watchdog = false });
        Task<long>[] joiners = [.. Enumerable.Range(0, 4).Select(_ => process.InvokeAsync(() => JoinChildren(100_000)).AsTask())];
        long[] sums = await Task.WhenAll(joiners).WaitAsync(SchedulerBench.DeadlockGuard);
        Assert.That(sums, Is.All.EqualTo(100_000L * 99_999 / 2));
    }

    [TestCase(1)]
    [TestCase(2)]
    [CancelAfter(60_000)]
    public async Task No_wake_up_is_lost_between_a_thread_and_ordinary_code(int workers)
    {
        const int messages = 20_000;
        await using TroopProcess process = new(new TroopProcessOptions { Workers = workers, Watchdog = false });
        Channel<int> there = new(1);
        Channel<int> back = new(1);
        Task<int> echo = process.InvokeAsync(() => Echo(there, back, messages)).AsTask();
        int wrong = 0;
        for (int i = 0; i < messages; i++)
        {
            await there.SendAsync(i);
            wrong += await back.ReceiveAsync().AsTask().WaitAsync(SchedulerBench.DeadlockGuard) == i ? 0 : 1;
        }

        Assert.That(await echo.WaitAsync(SchedulerBench.DeadlockGuard), Is.EqualTo(messages));
        Assert.That(wrong, Is.Zero);
    }

    [TroopTask]
    private static async TroopTask<long> Talk(int messages)
    {
        Channel<int> there = new(0);
        Channel<int> back = new(0);
        TroopThread<int> echo = TroopThread.Start(() => Echo(there, back, messages));
        long heard = 0;
        for (int i = 0; i < messages; i++)
        {
            await there.SendAsync(i);
            heard += await back.ReceiveAsync() == i ? 1 : 0;
        }

        return await echo.Join() == messages ? heard : -1;
    }

    [TroopTask]
    private static async TroopTask<int> Echo(Channel<int> there, Channel<int> back, int messages)
    {
        int echoed = 0;
        for (; echoed < messages; echoed++)
        {
            await back.SendAsync(await there.ReceiveAsync());
        }

        return echoed;
    }

    [TroopTask]
    private static async TroopTask<long> JoinChildren(int count)
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            int number = i;
            sum += await TroopThread.Start(() => number).Join();
        }

        return sum;
    }
}
