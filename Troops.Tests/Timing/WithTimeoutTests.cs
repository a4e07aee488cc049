using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Timing;

[Category("Unit")]
public sealed class WithTimeoutTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Test]
    public Task A_task_that_ends_in_time_gives_its_result() =>
        TroopTest.Run(async () =>
        {
            Assert.That(await After(Second, 7).WithTimeout(Hour), Is.EqualTo(7));
            await TroopTask.Delay(Second).WithTimeout(Hour);
        });

    [Test]
    public Task A_task_that_takes_too_long_times_out_and_goes_on() =>
        TroopTest.Run(async () =>
        {
            TroopTask<int> slow = After(Hour, 7);
            Exception? fault = await FaultOf(slow.WithTimeout(Second));
            Assert.That(fault, Is.InstanceOf<TimeoutException>().With.Message.Contains("After").And.Message.Contains("00:00:01"));
            Assert.That(await slow, Is.EqualTo(7), "it can still be awaited");
        });

    [Test]
    public Task At_the_same_time_the_one_that_began_first_wins() =>
        TroopTest.Run(async () =>
        {
            await TroopTask.Delay(Second).WithTimeout(Second);
        });

    [Test]
    public Task The_fault_of_the_task_comes_out() =>
        TroopTest.Run(async () => Assert.That(await FaultOf(FaultAfter(Second, "mine").WithTimeout(Hour)), Is.InstanceOf<FormatException>()));

    [Test]
    public async Task A_fault_after_the_time_is_not_lost()
    {
        Task test = TroopTest.Run(async () =>
        {
            Assert.That(await FaultOf(FaultAfter(Hour, "late").WithTimeout(Second)), Is.InstanceOf<TimeoutException>());
            await TroopTask.Delay(2 * Hour);
        });
        Assert.That(await test.FaultOrHang(), Is.InstanceOf<FormatException>().With.Message.EqualTo("late"));
    }

    [Test]
    public Task Zero_times_out_at_once_unless_the_task_has_ended() =>
        TroopTest.Run(async () =>
        {
            TroopTask<int> slow = After(Second, 7);
            Assert.That(await FaultOf(slow.WithTimeout(TimeSpan.Zero)), Is.InstanceOf<TimeoutException>());
            Assert.That(await slow, Is.EqualTo(7));
            Assert.That(await TroopTask.FromResult(3).WithTimeout(TimeSpan.Zero), Is.EqualTo(3));
        });

    [Test]
    public Task Endless_and_huge_limits_are_none() =>
        TroopTest.Run(async () =>
        {
            Assert.That(await After(Hour, 7).WithTimeout(Timeout.InfiniteTimeSpan), Is.EqualTo(7));
            Assert.That(await After(Hour, 8).WithTimeout(TimeSpan.MaxValue), Is.EqualTo(8));
        });

    [Test]
    public Task A_negative_limit_is_refused() =>
        TroopTest.Run(() => Assert.That(() => TroopTask.CompletedTask.WithTimeout(TimeSpan.FromTicks(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>()));

    [Test]
    public Task It_counts_as_the_await() =>
        TroopTest.Run(async () =>
        {
            TroopTask<int> task = After(Second, 7);
            TroopTask<int> limited = task.WithTimeout(Hour);
            await Expect.AwaitedTwice(async () => await task);
            Assert.That(await limited, Is.EqualTo(7));
            await Expect.AwaitedTwice(async () => await task);
        });

    [Test]
    public async Task It_limits_operations_of_ordinary_code()
    {
        Channel<int> never = new(0);
        TroopTask<int> receive = never.ReceiveAsync();
        Exception? fault = await receive.WithTimeout(TimeSpan.FromMilliseconds(1)).AsTask().FaultOrHang();
        Assert.That(fault, Is.InstanceOf<TimeoutException>().With.Message.Contains("Channel.Receive"));
        Task<int> inTime = receive.WithTimeout(TimeSpan.MaxValue).AsTask();
        Assert.That(never.TrySend(5), Is.True);
        Assert.That(await inTime.OrHang(), Is.EqualTo(5));
    }

    [Test]
    public async Task A_kill_ends_the_wait()
    {
        await using TroopProcess process = InThread.Process(1);
        Troop troop = process.CreateTroop("waits");
        Task<Exception?> end = troop
            .InvokeAsync(static async () => await TroopTask.Delay(Timeout.InfiniteTimeSpan).WithTimeout(TimeSpan.FromHours(1)))
            .AsTask()
            .FaultOrHang();
        troop.Kill("enough");
        Assert.That(await end, Is.InstanceOf<TroopKilledException>());
    }

    [Test]
    public async Task Tasks_that_end_in_time_leave_no_timers()
    {
        await using TroopProcess process = InThread.Process(1);
        await process
            .InvokeAsync(async () =>
            {
                for (int i = 0; i < 1_000; i++)
                {
                    await Steps.Pause(1).WithTimeout(Hour);
                }
            })
            .OrHang();
        Assert.That(process.Scheduler.Queues[0].Timers.Count, Is.Zero);
    }

    [TroopTask]
    private static async TroopTask<int> After(TimeSpan delay, int result)
    {
        await TroopTask.Delay(delay);
        return result;
    }

    [TroopTask]
    private static async TroopTask<int> FaultAfter(TimeSpan delay, string message)
    {
        await TroopTask.Delay(delay);
        throw new FormatException(message);
    }

    [TroopTask]
    private static async TroopTask<Exception?> FaultOf(TroopTask<int> task)
    {
        try
        {
            await task;
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }
}
