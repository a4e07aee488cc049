using Microsoft.Extensions.Time.Testing;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>How long a select waits: in threads by the process's time, which a <see cref="TroopTest"/> makes virtual, in ordinary code by the clock's.</summary>
[Category("Unit")]
public sealed class SelectTimeLimitTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Test]
    public Task In_a_thread_the_time_ends_it_and_leaves_the_cases_free() =>
        TroopTest.Run(async () =>
        {
            Channel<int> silent = new(0);
            ReceiveCase<int> hears = silent.ReceiveCase();
            TroopTask after = TroopTask.Delay(2 * Hour);
            Assert.That(await Select.WaitAsync([hears], Hour), Is.EqualTo(Select.TimedOut));
            Assert.That((hears.HasValue, after.IsCompleted, silent.TrySend(1)), Is.EqualTo((false, false, false)));
            await after;
            TroopTask<int> again = Select.WaitAsync([hears], Hour);
            Assert.That(silent.TrySend(2), Is.True);
            Assert.That((await again, hears.Value), Is.EqualTo((0, 2)));
        });

    [Test]
    public Task A_limit_of_zero_never_waits_and_still_takes_what_is_there() =>
        TroopTest.Run(async () =>
        {
            Channel<int> channel = new(1);
            ReceiveCase<int> hears = channel.ReceiveCase();
            TroopTask<int> nothing = Select.WaitAsync([hears], TimeSpan.Zero);
            Assert.That(nothing.IsCompleted, Is.True);
            Assert.That(await nothing, Is.EqualTo(Select.TimedOut));
            channel.TrySend(3);
            Assert.That((await Select.WaitAsync([hears], TimeSpan.Zero), hears.Value), Is.EqualTo((0, 3)));
        });

    [Test]
    public Task Endless_and_huge_limits_are_none() =>
        TroopTest.Run(async () =>
        {
            Channel<int> channel = new(1);
            ReceiveCase<int> hears = channel.ReceiveCase();
            foreach (TimeSpan limit in new[] { Timeout.InfiniteTimeSpan, TimeSpan.MaxValue })
            {
                TroopTask<int> waiting = Select.WaitAsync([hears], limit);
                await TroopTask.Delay(100_000 * Hour);
                Assert.That(waiting.IsCompleted, Is.False);
                channel.TrySend(4);
                Assert.That((await waiting, hears.Value), Is.EqualTo((0, 4)));
            }
        });

    [Test]
    public async Task A_limit_below_zero_is_refused_in_threads_and_in_ordinary_code()
    {
        await TroopTest.Run(Refuse);
        Refuse();

        static void Refuse()
        {
            Channel<int> channel = new(1);
            Assert.That(() => Select.WaitAsync([channel.ReceiveCase()], TimeSpan.FromTicks(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => Select.WaitAsync([channel.ReceiveCase()], TimeSpan.MinValue), Throws.InstanceOf<ArgumentOutOfRangeException>());
        }
    }

    [Test]
    public async Task Ordinary_code_has_the_same_limits()
    {
        Channel<int> channel = new(1);
        ReceiveCase<int> hears = channel.ReceiveCase();
        Assert.That(await Select.WaitAsync([hears], TimeSpan.Zero), Is.EqualTo(Select.TimedOut));
        Assert.That(await Select.WaitAsync([hears], TimeSpan.FromTicks(1)).OrHang(), Is.EqualTo(Select.TimedOut));
        foreach (TimeSpan limit in new[] { Timeout.InfiniteTimeSpan, TimeSpan.MaxValue, TimeSpan.FromDays(100_000) })
        {
            Task<int> waiting = Select.WaitAsync([hears], limit).AsTask();
            Assert.That(waiting.IsCompleted, Is.False);
            channel.TrySend(5);
            Assert.That((await waiting.OrHang(), hears.Value), Is.EqualTo((0, 5)));
        }
    }

    /// <summary>By whatever else ends it: a value, a close of what it receives from or sends to, a cancellation.</summary>
    [Test]
    public async Task A_limit_that_loses_leaves_no_timer_behind()
    {
        await using TroopProcess process = InThread.Process(1);
        int most = 0;
        await process
            .InvokeAsync(async () =>
            {
                for (int i = 0; i < 4_000; i++)
                {
                    using CancellationTokenSource cancel = new();
                    Channel<int> one = new(0);
                    Channel<int> other = new(0);
                    TroopTask<int> waiting = Select.WaitAsync([one.ReceiveCase(), other.SendCase(1)], Hour, cancel.Token);
                    most = Math.Max(most, process.Scheduler.Queues[0].Timers.Count);
                    switch (i % 4)
                    {
                        case 0:
                            one.TrySend(1);
                            break;
                        case 1:
                            one.Close();
                            break;
                        case 2:
                            other.Close();
                            break;
                        default:
                            await cancel.CancelAsync();
                            break;
                    }

                    Exception? fault = await FaultOf.Task(() => waiting);
                    Assert.That(fault is null, Is.EqualTo(i % 4 < 2));
                }
            })
            .OrHang();
        // A cancellation comes from elsewhere, and asks: what was asked for is done by the time somebody looks.
        Assert.That(process.Scheduler.Queues[0].Timers.Count, Is.LessThan(260));
        Assert.That(most, Is.InRange(1, 300));
    }

    [Test]
    public async Task A_time_provider_that_breaks_ends_the_select_and_frees_its_cases()
    {
        BrokenTime time = new();
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, TimeProvider = time });
        await process
            .InvokeAsync(async () =>
            {
                Channel<int> channel = new(1);
                ReceiveCase<int> hears = channel.ReceiveCase();
                time.IsBroken = true;
                Exception? fault = await FaultOf.Task(() => Select.WaitAsync([hears], Hour));
                time.IsBroken = false;
                Expect.Names(fault, "TimeProvider");
                Assert.That(channel.TrySend(6), Is.True);
                Assert.That((channel.Count, Select.Try(hears), hears.Value), Is.EqualTo((1, 0, 6)), "the select that failed took nothing");
            })
            .OrHang();
    }

    private sealed class BrokenTime : FakeTimeProvider
    {
        internal bool IsBroken { get; set; }

        public override long GetTimestamp() => IsBroken ? throw new FormatException("out of order") : base.GetTimestamp();
    }
}
