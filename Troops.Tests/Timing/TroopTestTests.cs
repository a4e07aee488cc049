using System.Diagnostics;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Timing;

[Category("Unit")]
public sealed class TroopTestTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Test]
    public async Task An_hour_takes_no_time()
    {
        long start = Stopwatch.GetTimestamp();
        await TroopTest.Run(async () =>
        {
            for (int i = 0; i < 100; i++)
            {
                await TroopTask.Delay(Hour);
            }
        });
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromMinutes(30)), "a guard: in real time it would be a hundred hours");
    }

    [Test]
    public async Task Delays_end_by_deadline_and_then_in_the_order_in_which_they_began()
    {
        List<string> ended = [];
        await TroopTest.Run(async () =>
        {
            int[] hours = [3, 1, 2, 1, 3, 1];
            TroopThread[] threads = [.. hours.Select((hour, i) => TroopThread.Start(async () => await Wait(hour, i)))];
            foreach (TroopThread thread in threads)
            {
                await thread.Join();
            }
        });
        // Children start last-in-first-out, which is as good an order as another: it is the same each time.
        Assert.That(ended, Is.EqualTo(["1.5", "1.3", "1.1", "2.2", "3.4", "3.0"]));

        [TroopTask]
        async TroopTask Wait(int hour, int number)
        {
            await TroopTask.Delay(hour * Hour);
            lock (ended)
            {
                ended.Add($"{hour}.{number}");
            }
        }
    }

    [Test]
    public async Task Time_stands_still_while_a_call_blocks()
    {
        bool returnedInTime = false;
        await TroopTest.Run(async () =>
        {
            using ManualResetEventSlim release = new();
            TroopTask<bool> call = Blocking.Run(() => release.Wait(InThread.Guard));
            TroopTask hour = TroopTask.Delay(Hour);
            await Task.Yield();
            release.Set();
            await call;
            returnedInTime = !hour.IsCompleted;
            await hour;
        });
        Assert.That(returnedInTime, Is.True);
    }

    [Test]
    public async Task A_foreign_await_gets_its_chance_before_time_jumps() =>
        await TroopTest.Run(async () =>
        {
            using CancellationTokenSource cancellation = new();
            TroopTask hour = TroopTask.Delay(Hour, cancellation.Token);
            await cancellation.CancelAsync();
            await Expect.Cancelled(hour, cancellation.Token);
        });

    [Test]
    public async Task A_cancelled_thread_sees_its_token_before_time_jumps() =>
        await TroopTest.Run(async () =>
        {
            TroopThread waits = TroopThread.Start(async () => await TroopTask.Delay(Hour, TroopThread.Current.CancellationToken));
            await TroopTask.Delay(TimeSpan.FromSeconds(1));
            waits.Cancel();
            try
            {
                await waits.Join();
                Assert.Fail("it was not cancelled");
            }
            catch (OperationCanceledException) { }
        });

    [Test]
    public async Task A_synchronous_body_runs_in_a_thread()
    {
        bool ran = false;
        await TroopTest.Run(() =>
        {
            ran = TroopThread.Current.Troop.Name == "main";
        });
        Assert.That(ran, Is.True);
    }

    [Test]
    public async Task What_the_body_throws_comes_out_itself()
    {
        FormatException mine = new("mine");
        Task test = TroopTest.Run(async () =>
        {
            await TroopTask.Delay(Hour);
            throw mine;
        });
        Assert.That(await test.FaultOrHang(), Is.SameAs(mine));
        Assert.That(mine.Data, Is.Empty);
    }

    [Test]
    public async Task Leaked_threads_are_named_with_what_they_wait_for()
    {
        Task test = TroopTest.Run(async () =>
        {
            Channel<int> never = new(0);
            TroopThread.Start(async () => await Named("sleeper", TroopTask.Delay(Hour)));
            TroopThread.Start(async () => await Named("receiver", never.ReceiveAsync()));
            await TroopTask.Yield();

            static async TroopTask Named<T>(string name, T wait)
            {
                TroopThread.Current.Name = name;
                switch (wait)
                {
                    case TroopTask delay:
                        await delay;
                        break;
                    case TroopTask<int> receive:
                        await receive;
                        break;
                }
            }
        });
        Assert.That(
            (await test.FaultOrHang())?.Message,
            Does.Contain("join them")
                .And.Contain("thread 'sleeper'")
                .And.Contain("waits for Delay")
                .And.Contain("thread 'receiver'")
                .And.Contain("Channel.Receive")
        );
    }

    [Test]
    public async Task A_thread_that_can_still_run_to_its_end_is_no_leak() =>
        await TroopTest.Run(async () =>
        {
            TroopThread.Start(async () => await Steps.Pause(50));
            await TroopTask.Yield();
        });

    [Test]
    public async Task Leaks_are_added_to_what_the_body_throws()
    {
        Task test = TroopTest.Run(async () =>
        {
            TroopThread.Start(async () => await TroopTask.Delay(Hour));
            await TroopTask.Yield();
            throw new FormatException("mine");
        });
        Exception? fault = await test.FaultOrHang();
        Assert.That(fault, Is.InstanceOf<FormatException>());
        Assert.That(fault!.Data["Troops"], Does.Contain("waits for Delay"));
    }

    [Test]
    public async Task A_fault_that_nobody_joins_fails_the_test()
    {
        Task test = TroopTest.Run(async () =>
        {
            TroopThread.Start(() => throw new FormatException("lonely"));
            await TroopTask.Delay(Hour);
        });
        Assert.That(await test.FaultOrHang(), Is.InstanceOf<TroopTestException>().With.Message.Contains("lonely").And.Message.Contains("observed or joined"));
    }

    [Test]
    public async Task A_second_fault_of_a_thread_fails_the_test_too()
    {
        Task test = TroopTest.Run(async () =>
        {
            _ = Steps.Fault("first", 1);
            _ = Steps.Fault("second", 1);
            await Steps.Pause(5);
        });
        Exception? fault = await test.FaultOrHang();
        Assert.That(fault, Is.InstanceOf<FormatException>().With.Message.EqualTo("first"));
        Assert.That(fault!.Data["Troops"], Does.Contain("second"));
    }

    [Test]
    public async Task A_deadlock_fails_soon_and_says_who_waits_for_what()
    {
        Task test = TroopTest.Run(
            async () =>
            {
                Channel<int> never = new(0);
                TroopThread other = TroopThread.Start(async () => await never.ReceiveAsync());
                await other.Join();
            },
            new TroopTestOptions { DeadlockAfter = TimeSpan.FromMilliseconds(1) }
        );
        Assert.That(
            await test.FaultOrHang(),
            Is.InstanceOf<TroopTestException>().With.Message.Contains("hangs").And.Message.Contains("Channel.Receive").And.Message.Contains("waits for Join")
        );
    }

    [Test]
    public async Task Who_awaits_code_outside_is_no_deadlock()
    {
        TaskCompletionSource outside = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task test = TroopTest.Run(async () => await outside.Task, new TroopTestOptions { DeadlockAfter = TimeSpan.Zero });
        await TroopTask.Delay(TimeSpan.FromMilliseconds(100)).AsTask();
        Assert.That(test.IsCompleted, Is.False);
        outside.SetResult();
        await test.OrHang();
    }

    [Test]
    public async Task The_limit_is_in_real_time_and_says_who_waits()
    {
        TaskCompletionSource never = new();
        Task test = TroopTest.Run(async () => await never.Task, new TroopTestOptions { Limit = TimeSpan.FromMilliseconds(20) });
        Assert.That(await test.FaultOrHang(), Is.InstanceOf<TroopTestException>().With.Message.Contains("real time").And.Message.Contains("foreign awaitable"));
    }

    [Test]
    public void Wrong_options_are_refused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => new TroopTestOptions { Workers = 0 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new TroopTestOptions { Limit = TimeSpan.Zero }, Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new TroopTestOptions { Limit = TimeSpan.MaxValue }, Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new TroopTestOptions { DeadlockAfter = TimeSpan.FromTicks(-1) }, Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => TroopTest.Run((Action)null!), Throws.ArgumentNullException);
        });
    }

    [Test]
    public async Task With_several_workers_time_jumps_as_well() =>
        await TroopTest.Run(
            async () =>
            {
                TroopThread[] threads =
                [
                    .. Enumerable
                        .Range(0, 200)
                        .Select(i =>
                            TroopThread.Start(async () =>
                            {
                                for (int k = 0; k < 10; k++)
                                {
                                    await TroopTask.Delay(TimeSpan.FromMinutes((i % 7) + k));
                                }
                            })
                        ),
                ];
                foreach (TroopThread thread in threads)
                {
                    await thread.Join();
                }
            },
            new TroopTestOptions { Workers = 4 }
        );
}
