using System.Runtime.CompilerServices;
using Troops.Sharing;

namespace Troops.Tests.Scheduling;

[TestFixture]
[Category("Stress")]
internal sealed class ShutdownTests
{
    private static readonly TroopProcessOptions AtOnce = new() { ShutdownGrace = TimeSpan.Zero, KillGrace = TimeSpan.FromSeconds(5) };

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(4)]
    [CancelAfter(60_000)]
    public async Task A_process_with_thousands_of_busy_threads_ends(int workers)
    {
        TroopProcess process = new(AtOnce with { Workers = workers });
        Task root = process.InvokeAsync(() => StartAll(5_000, Busy)).AsTask();
        Assert.That(SpinWait.SpinUntil(() => process.Main.ThreadCount == 5_001, SchedulerBench.DeadlockGuard), Is.True);
        await process.DisposeAsync().AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
        await AssertGone(process, root);

        static async TroopTask Busy()
        {
            while (true)
            {
                await TroopTask.Yield();
            }
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_process_with_thousands_of_parked_threads_ends()
    {
        TroopProcess process = new(AtOnce with { Workers = 2 });
        Channel<int> never = new(0);
        Task root = process.InvokeAsync(() => StartAll(5_000, () => Park(never))).AsTask();
        Assert.That(SpinWait.SpinUntil(() => process.Main.Share.Registry.Count == 5_001, SchedulerBench.DeadlockGuard), Is.True);
        await process.DisposeAsync().AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
        await AssertGone(process, root);

        static async TroopTask Park(Channel<int> never) => await never.ReceiveAsync();
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_process_that_wakes_and_starts_threads_all_the_time_ends()
    {
        for (int round = 0; round < 20; round++)
        {
            TroopProcess process = new(AtOnce with { Workers = 2 });
            StrongBox<int> rounds = new();
            Task root = process.InvokeAsync(() => StartAll(50, () => Churn(rounds))).AsTask();
            Assert.That(SpinWait.SpinUntil(() => Volatile.Read(ref rounds.Value) >= 200, SchedulerBench.DeadlockGuard), Is.True);
            await process.DisposeAsync().AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
            await AssertGone(process, root);
        }

        static async TroopTask Churn(StrongBox<int> rounds)
        {
            Channel<int> channel = new(0);
            while (true)
            {
                TroopThread receiver = TroopThread.Start(() => Receive(channel));
                await channel.SendAsync(1);
                await receiver.Join();
                Interlocked.Increment(ref rounds.Value);
            }
        }

        static async TroopTask Receive(Channel<int> channel) => await channel.ReceiveAsync();
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_stuck_turn_is_left_behind_and_its_kernel_thread_goes_when_it_comes_back()
    {
        TroopProcess process = new(
            new TroopProcessOptions
            {
                Workers = 1,
                ShutdownGrace = TimeSpan.Zero,
                KillGrace = TimeSpan.FromMilliseconds(100),
            }
        );
        using ManualResetEventSlim inTurn = new();
        using ManualResetEventSlim release = new();
        Task stuck = process
            .InvokeAsync(() =>
            {
                inTurn.Set();
                release.Wait();
            })
            .AsTask();
        inTurn.Wait();
        await process.DisposeAsync().AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
        Assert.That(async () => await stuck.WaitAsync(SchedulerBench.DeadlockGuard), Throws.InstanceOf<TroopKilledException>());
        int whileStuck = process.Scheduler.Spares.Alive;
        release.Set();
        await process.Scheduler.Spares.AllGone.WaitAsync(SchedulerBench.DeadlockGuard);
        Assert.That((whileStuck, process.Scheduler.Spares.Alive), Is.EqualTo((1, 0)));
    }

    /// <summary>Nobody takes the queue away, so what waits in it can neither run nor unwind: it is given up like the stuck one.</summary>
    [Test]
    [CancelAfter(60_000)]
    public async Task What_waits_behind_a_stuck_turn_ends_too_without_a_watchdog()
    {
        TroopProcess process = new(
            new TroopProcessOptions
            {
                Workers = 1,
                Watchdog = false,
                ShutdownGrace = TimeSpan.Zero,
                KillGrace = TimeSpan.FromMilliseconds(100),
            }
        );
        using ManualResetEventSlim inTurn = new();
        using ManualResetEventSlim release = new();
        Task stuck = process
            .InvokeAsync(() =>
            {
                TroopThread.Start(static () => { });
                inTurn.Set();
                release.Wait();
            })
            .AsTask();
        inTurn.Wait();
        Task behind = process.InvokeAsync(static () => { }).AsTask();
        await process.DisposeAsync().AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
        try
        {
            Assert.That(async () => await behind.WaitAsync(TimeSpan.FromSeconds(10)), Throws.InstanceOf<TroopKilledException>());
            Assert.That(async () => await stuck.WaitAsync(TimeSpan.FromSeconds(10)), Throws.InstanceOf<TroopKilledException>());
        }
        finally
        {
            release.Set();
        }

        await process.Scheduler.Spares.AllGone.WaitAsync(SchedulerBench.DeadlockGuard);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Many_processes_in_a_row_leave_no_kernel_threads_behind()
    {
        for (int i = 0; i < 150; i++)
        {
            TroopProcess process = new(new TroopProcessOptions { Workers = 1 + (i % 4), Watchdog = i % 2 == 0 });
            int result = await process.InvokeAsync(static () => Answer()).AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
            await process.DisposeAsync().AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
            Assert.That((result, process.Scheduler.Spares.AllGone.IsCompletedSuccessfully, process.Scheduler.Spares.Alive), Is.EqualTo((42, true, 0)));
        }

        static async TroopTask<int> Answer() => await TroopThread.Start(static () => 42).Join();
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_process_that_was_never_used_ends()
    {
        for (int i = 0; i < 100; i++)
        {
            // Disposed while its kernel threads still start.
            TroopProcess process = new(new TroopProcessOptions { Workers = 4 });
            await process.DisposeAsync().AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
            Assert.That(process.Scheduler.Spares.AllGone.IsCompletedSuccessfully, Is.True);
        }
    }

    private static async Task AssertGone(TroopProcess process, Task root)
    {
        Assert.That(async () => await root.WaitAsync(SchedulerBench.DeadlockGuard), Throws.InstanceOf<TroopKilledException>());
        await process.Scheduler.Spares.AllGone.WaitAsync(SchedulerBench.DeadlockGuard);
        Assert.Multiple(() =>
        {
            Assert.That(process.Main.ThreadCount, Is.Zero);
            Assert.That(process.Scheduler.Spares.Alive, Is.Zero);
        });
    }

    [TroopTask]
    private static async TroopTask StartAll(int count, Func<TroopTask> body)
    {
        List<TroopThread> all = [];
        for (int i = 0; i < count; i++)
        {
            all.Add(TroopThread.Start(body));
        }

        foreach (TroopThread thread in all)
        {
            await thread.Join();
        }
    }
}
