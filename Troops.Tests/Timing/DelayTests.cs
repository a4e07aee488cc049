using System.Diagnostics;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Timing;

[Category("Unit")]
public sealed class DelayTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Far = TimeSpan.FromHours(1);

    [Test]
    public async Task A_delay_is_never_early()
    {
        TimeSpan[] waited = await InThread.Run(async () =>
        {
            TimeSpan[] all = new TimeSpan[20];
            for (int i = 0; i < all.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                await TroopTask.Delay(Short);
                all[i] = Stopwatch.GetElapsedTime(start);
            }

            return all;
        });
        Assert.That(waited, Has.All.GreaterThanOrEqualTo(Short));
    }

    [Test]
    public async Task Delays_end_in_the_order_of_their_deadlines() =>
        await InThread.Run(
            async () =>
            {
                List<int> ended = [];
                // So far apart that who is held up between two of them does not turn their deadlines round.
                int[] milliseconds = [180, 60, 240, 20, 120];
                await TroopTask.WhenAll(Array.ConvertAll(milliseconds, length => Wait(length, ended)));
                Assert.That(ended, Is.EqualTo(milliseconds.Order()));

                static async TroopTask Wait(int length, List<int> ended)
                {
                    await TroopTask.Delay(TimeSpan.FromMilliseconds(length));
                    ended.Add(length);
                }
            },
            workers: 1
        );

    [Test]
    public async Task Zero_has_ended_already() => await InThread.Run(async () => Assert.That(TroopTask.Delay(TimeSpan.Zero).IsCompleted, Is.True));

    [Test]
    public async Task A_negative_delay_is_refused()
    {
        TimeSpan[] wrong = [TimeSpan.FromTicks(-1), TimeSpan.FromMilliseconds(-2), TimeSpan.MinValue];
        await InThread.Run(async () => Refused());
        Refused();

        void Refused()
        {
            foreach (TimeSpan delay in wrong)
            {
                Assert.That(
                    () => TroopTask.Delay(delay),
                    Throws.InstanceOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo("delay").And.Message.Contains("InfiniteTimeSpan")
                );
            }
        }
    }

    [Test]
    public async Task Endless_and_huge_delays_wait_until_they_are_cancelled()
    {
        TimeSpan[] long_ =
        [
            Timeout.InfiniteTimeSpan,
            TimeSpan.MaxValue,
            TimeSpan.MaxValue - TimeSpan.FromTicks(1),
            TimeSpan.FromDays(100_000),
            TimeSpan.FromDays(50),
        ];
        await InThread.Run(async () =>
        {
            using CancellationTokenSource cancellation = new();
            TroopTask[] waits = Array.ConvertAll(long_, delay => TroopTask.Delay(delay, cancellation.Token));
            await TroopTask.Delay(Short);
            Assert.That(waits.Select(static wait => wait.IsCompleted), Has.None.True);
            await cancellation.CancelAsync();
            foreach (TroopTask wait in waits)
            {
                await Expect.Cancelled(wait, cancellation.Token);
            }
        });
    }

    [Test]
    public async Task A_token_that_was_cancelled_before_ends_it_at_once() =>
        await InThread.Run(async () => Assert.That(() => TroopTask.Delay(Far, new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>()));

    [Test]
    public async Task A_cancelled_delay_leaves_nothing_in_the_wheel()
    {
        await using TroopProcess process = InThread.Process(1);
        await process
            .InvokeAsync(async () =>
            {
                using CancellationTokenSource cancellation = new();
                TroopTask[] waits = [.. Enumerable.Range(0, 1_000).Select(i => TroopTask.Delay(Far + TimeSpan.FromSeconds(i), cancellation.Token))];
                // On the pool: none of these is the owner of the wheel.
                await cancellation.CancelAsync();
                foreach (TroopTask wait in waits)
                {
                    await Expect.Cancelled(wait, cancellation.Token);
                }

                await TroopTask.Delay(Short);
            })
            .OrHang();
        await process.InvokeAsync(async () => await TroopTask.Delay(Short)).OrHang();
        Assert.That(process.Scheduler.Queues[0].Timers.Count, Is.Zero);
    }

    [Test]
    public async Task A_delay_of_ordinary_code_is_a_task()
    {
        long start = Stopwatch.GetTimestamp();
        await TroopTask.Delay(Short).AsTask().OrHang();
        Assert.That(Stopwatch.GetElapsedTime(start), Is.GreaterThanOrEqualTo(Short));

        using CancellationTokenSource cancellation = new();
        Task far = TroopTask.Delay(TimeSpan.MaxValue, cancellation.Token).AsTask();
        Assert.That(far.IsCompleted, Is.False);
        await cancellation.CancelAsync();
        Assert.That(await far.FaultOrHang(), Is.InstanceOf<OperationCanceledException>());
        Assert.That(far.IsCanceled, Is.True);
    }

    [Test]
    public async Task A_kill_ends_a_delay()
    {
        await using TroopProcess process = InThread.Process(1);
        Troop troop = process.CreateTroop("waits");
        OneSignal waiting = new();
        Task<Exception?> end = troop
            .InvokeAsync(async () =>
            {
                waiting.Set();
                await TroopTask.Delay(Timeout.InfiniteTimeSpan);
            })
            .AsTask()
            .FaultOrHang();
        await waiting.Task;
        troop.Kill("enough");
        Assert.That(await end, Is.InstanceOf<TroopKilledException>());
    }

    [Test]
    public async Task A_task_that_only_yields_does_not_keep_the_time_from_its_siblings() =>
        await InThread.Run(
            async () =>
            {
                TroopTask delay = TroopTask.Delay(Short);
                while (!delay.IsCompleted)
                {
                    await TroopTask.Yield();
                }

                await delay;
            },
            workers: 1
        );

    [Test]
    public async Task A_turn_that_does_not_end_keeps_no_other_threads_time()
    {
        await using TroopProcess process = InThread.Process(1);
        await process
            .InvokeAsync(async () =>
            {
                TroopThread late = TroopThread.Start(async () => await TroopTask.Delay(TimeSpan.FromMilliseconds(5)));
                Channel<int> told = new(1);
                TroopThread waits = TroopThread.Start(async () =>
                {
                    await late.Join();
                    told.TrySend(1);
                });
                await TroopTask.Yield();
                // Neither a call nor an await: only the watchdog can help.
                Assert.That(SpinWait.SpinUntil(() => told.Count == 1, InThread.Guard), Is.True);
                await waits.Join();
            })
            .OrHang();
    }

    [Test]
    public async Task Timers_armed_by_a_turn_that_was_handed_off_are_kept()
    {
        await using TroopProcess process = InThread.Process(1);
        await process
            .InvokeAsync(async () =>
            {
                OneSignal other = new();
                TroopThread.Start(other.Set);
                Assert.That(SpinWait.SpinUntil(() => other.Unguarded.IsCompleted, InThread.Guard), Is.True);
                await TroopTask.Delay(Short);
            })
            .OrHang();
        Assert.That(process.Scheduler.HandOffs, Is.Positive);
    }
}
