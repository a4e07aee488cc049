using Microsoft.Extensions.Time.Testing;
using Troops.Tests.Support;

namespace Troops.Tests.Timing;

[Category("Unit")]
public sealed class TimeProviderTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public async Task Delays_follow_the_provider()
    {
        FakeTimeProvider time = new();
        await using TroopProcess process = Process(time);
        Task delay = process.InvokeAsync(static async () => await TroopTask.Delay(Second)).AsTask();
        await Waiting(process, 1);
        time.Advance(Second - TimeSpan.FromTicks(1));
        await process.InvokeAsync(static () => { }).OrHang();
        Assert.That(delay.IsCompleted, Is.False, "a tick is missing");
        time.Advance(TimeSpan.FromTicks(1));
        await delay.OrHang();
    }

    [Test]
    public async Task A_jump_ends_all_that_is_due_in_the_order_of_the_deadlines()
    {
        FakeTimeProvider time = new();
        await using TroopProcess process = Process(time);
        List<int> ended = [];
        int[] seconds = [50, 3, 1000, 7, 3600, 1, 3];
        Task all = process
            .InvokeAsync(async () =>
            {
                await TroopTask.WhenAll(Array.ConvertAll(seconds, Wait));

                async TroopTask Wait(int length)
                {
                    await TroopTask.Delay(length * Second);
                    ended.Add(length);
                }
            })
            .AsTask();
        await Waiting(process, seconds.Length);
        time.Advance(TimeSpan.FromHours(1));
        await all.OrHang();
        Assert.That(ended, Is.EqualTo(seconds.Order()));
    }

    [Test]
    public async Task Timers_of_several_workers_all_end()
    {
        FakeTimeProvider time = new();
        await using TroopProcess process = Process(time, workers: 4);
        Task[] all = [.. Enumerable.Range(1, 200).Select(i => process.InvokeAsync(async () => await TroopTask.Delay(i * Second)).AsTask())];
        await Waiting(process, all.Length);
        for (int i = 0; i < 200; i++)
        {
            time.Advance(Second);
            await all[i].OrHang();
        }
    }

    [Test]
    public async Task A_time_that_goes_back_neither_ends_early_nor_hangs()
    {
        SteppedTime time = new();
        await using TroopProcess process = Process(time);
        time.Set(100 * Second);
        Task first = process.InvokeAsync(static async () => await TroopTask.Delay(10 * Second)).AsTask();
        await Waiting(process, 1);
        time.Set(5 * Second);
        Task second = process.InvokeAsync(static async () => await TroopTask.Delay(10 * Second)).AsTask();
        await Waiting(process, 2);
        time.Set(15 * Second - TimeSpan.FromTicks(1));
        await process.InvokeAsync(static () => { }).OrHang();
        Assert.That((first.IsCompleted, second.IsCompleted), Is.EqualTo((false, false)), "a tick is missing");
        time.Set(15 * Second);
        await Task.WhenAll(first, second).OrHang();
    }

    [Test]
    public async Task A_time_that_goes_back_while_everybody_sleeps_ends_when_the_provider_rings()
    {
        SteppedTime time = new();
        await using TroopProcess process = Process(time);
        time.Set(100 * Second);
        Task delay = process.InvokeAsync(static async () => await TroopTask.Delay(10 * Second)).AsTask();
        await Waiting(process, 1);
        time.Set(TimeSpan.Zero);
        time.Set(110 * Second);
        await delay.OrHang();
    }

    [Test]
    public async Task Huge_delays_and_huge_jumps_do_not_overflow()
    {
        SteppedTime time = new();
        await using TroopProcess process = Process(time);
        Task far = process.InvokeAsync(static async () => await TroopTask.Delay(TimeSpan.FromDays(3_000_000))).AsTask();
        Task never = process.InvokeAsync(static async () => await TroopTask.Delay(TimeSpan.MaxValue)).AsTask();
        await Waiting(process, 1);
        time.Set(TimeSpan.MinValue);
        time.Set(TimeSpan.MaxValue);
        await far.OrHang();
        await process.InvokeAsync(static () => { }).OrHang();
        Assert.That(never.IsCompleted, Is.False, "no clock counts that far");
    }

    [TestCase("CreateTimer")]
    [TestCase("Change")]
    [TestCase("GetTimestamp")]
    public async Task A_provider_that_throws_faults_the_delay_and_nothing_else(string where)
    {
        SteppedTime time = new() { ThrowsIn = where };
        await using TroopProcess process = Process(time);
        Exception? fault = await process.InvokeAsync(static async () => await TroopTask.Delay(Second)).AsTask().FaultOrHang();
        Assert.That(fault, Is.InstanceOf<InvalidOperationException>().With.Message.Contains("TimeProvider").And.Message.Contains(nameof(SteppedTime)));
        Assert.That(fault!.InnerException, Is.InstanceOf<FormatException>());

        time.ThrowsIn = null;
        Task works = process.InvokeAsync(static async () => await TroopTask.Delay(Second)).AsTask();
        await Waiting(process, 1);
        time.Set(2 * Second);
        await works.OrHang();
    }

    [Test]
    public async Task A_provider_that_breaks_while_somebody_waits_faults_who_waits()
    {
        SteppedTime time = new();
        await using TroopProcess process = Process(time);
        Task<Exception?> waits = process.InvokeAsync(static async () => await TroopTask.Delay(Second)).AsTask().FaultOrHang();
        await Waiting(process, 1);
        time.ThrowsIn = "GetTimestamp";
        time.Ring();
        Assert.That(await waits, Is.InstanceOf<InvalidOperationException>().With.Message.Contains("TimeProvider"));
        Assert.That(await process.InvokeAsync(static () => 1).OrHang(), Is.EqualTo(1), "the process goes on");
    }

    [Test]
    public void No_provider_is_refused() => Assert.That(static () => new TroopProcessOptions { TimeProvider = null! }, Throws.ArgumentNullException);

    private static TroopProcess Process(TimeProvider time, int workers = 1) =>
        new(
            new TroopProcessOptions
            {
                Workers = workers,
                TimeProvider = time,
                ShutdownGrace = TimeSpan.Zero,
            }
        );

    /// <summary>Ends when so many timers are armed and every worker sleeps.</summary>
    private static async Task Waiting(TroopProcess process, int timers)
    {
        await process.InvokeAsync(static () => { }).OrHang();
        Assert.That(
            SpinWait.SpinUntil(() => process.Scheduler.IsIdle && process.Scheduler.Queues.Sum(static queue => queue.Timers.Count) >= timers, InThread.Guard),
            Is.True
        );
    }
}
