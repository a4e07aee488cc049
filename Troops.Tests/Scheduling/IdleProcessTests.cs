using System.Runtime.CompilerServices;
using Troops.Scheduling;
using Troops.Sharing;

namespace Troops.Tests.Scheduling;

[TestFixture]
[Category("Stress")]
internal sealed class IdleProcessTests
{
    /// <summary>Not asleep for a while but parked without a deadline: that is the state in which nothing can wake up by itself.</summary>
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(4)]
    [CancelAfter(60_000)]
    public async Task A_process_that_has_worked_makes_no_wake_ups(int workers)
    {
        await using TroopProcess idle = new(new TroopProcessOptions { Workers = workers });
        await idle.InvokeAsync(() => Work(1_000));
        // Threads that are parked are no work.
        Channel<int> never = new(0);
        Task<int> parked = idle.InvokeAsync(() => Receive(never)).AsTask();
        Assert.That(SpinWait.SpinUntil(() => IsAsleep(idle), SchedulerBench.DeadlockGuard), Is.True, "the workers or the watchdog found no rest");

        long wakes = idle.Scheduler.Idle.Wakes;
        await TroopProcess.RunAsync(() => Work(20_000), new TroopProcessOptions { Workers = 2 });
        Assert.Multiple(() =>
        {
            Assert.That(idle.Scheduler.Idle.Wakes, Is.EqualTo(wakes), "another process's work is no reason to wake");
            Assert.That(IsAsleep(idle), Is.True);
        });
        await never.SendAsync(7);
        Assert.That(await parked.WaitAsync(SchedulerBench.DeadlockGuard), Is.EqualTo(7), "it wakes when there is work");
    }

    /// <summary>The watchdog of a process that slept is needed again at once: nobody else can help one worker that blocks.</summary>
    [Test]
    [CancelAfter(60_000)]
    public async Task A_process_that_slept_still_hands_off()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
        for (int i = 0; i < 5; i++)
        {
            Assert.That(SpinWait.SpinUntil(() => IsAsleep(process), SchedulerBench.DeadlockGuard), Is.True);
            using ManualResetEventSlim release = new();
            Task<bool> stuck = process.InvokeAsync(() => release.Wait(SchedulerBench.DeadlockGuard)).AsTask();
            await process.InvokeAsync(() => release.Set());
            Assert.That(await stuck, Is.True);
        }
    }

    /// <summary>A far timer is no reason to wake before it is due, and does wake then.</summary>
    [TestCase(1)]
    [TestCase(2)]
    [CancelAfter(60_000)]
    public async Task A_process_with_far_timers_makes_no_wake_ups_until_one_is_due(int workers)
    {
        await using TroopProcess idle = new(new TroopProcessOptions { Workers = workers, ShutdownGrace = TimeSpan.Zero });
        Task[] far = [.. Enumerable.Range(1, 50).Select(i => idle.InvokeAsync(async () => await TroopTask.Delay(TimeSpan.FromHours(i))).AsTask())];
        Assert.That(SpinWait.SpinUntil(() => IsAsleep(idle), SchedulerBench.DeadlockGuard), Is.True, "the workers or the watchdog found no rest");

        long wakes = idle.Scheduler.Idle.Wakes;
        long turns = Turns(idle);
        await TroopProcess.RunAsync(() => Work(20_000), new TroopProcessOptions { Workers = 2 });
        Assert.That((idle.Scheduler.Idle.Wakes, Turns(idle)), Is.EqualTo((wakes, turns)), "nothing was due");
        await idle.InvokeAsync(async () => await TroopTask.Delay(TimeSpan.FromMilliseconds(1))).AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
        Assert.That(far.Count(static task => task.IsCompleted), Is.Zero);
    }

    private static long Turns(TroopProcess process) => process.Scheduler.Workers().Sum(static worker => worker.Turns);

    private static bool IsAsleep(TroopProcess process) => process.Scheduler.IsIdle && Volatile.Read(ref Asleep(Watchdog(process.Scheduler)!)) == 1;

    [TroopTask]
    private static async TroopTask<int> Receive(Channel<int> channel) => await channel.ReceiveAsync();

    [TroopTask]
    private static async TroopTask Work(int threads)
    {
        for (int i = 0; i < threads; i++)
        {
            await TroopThread.Start(static () => { }).Join();
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "watchdog")]
    private static extern ref readonly Watchdog? Watchdog(Scheduler scheduler);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "asleep")]
    private static extern ref int Asleep(Watchdog watchdog);
}
