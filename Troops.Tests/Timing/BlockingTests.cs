using System.Diagnostics;
using Troops.Scheduling;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Timing;

[Category("Unit")]
public sealed class BlockingTests
{
    [Test]
    public async Task Calls_block_at_the_same_time_on_one_worker()
    {
        const int calls = 200;
        await InThread.Run(
            async () =>
            {
                // None returns before all have begun.
                using CountdownEvent begun = new(calls);
                TroopTask<bool>[] all = [.. Enumerable.Range(0, calls).Select(_ => Blocking.Run(() => Meet(begun)))];
                Assert.That(await TroopTask.WhenAll(all), Has.All.True);
            },
            workers: 1
        );

        static bool Meet(CountdownEvent begun)
        {
            begun.Signal();
            return begun.Wait(InThread.Guard);
        }
    }

    [Test]
    [Category("Stress")]
    public async Task No_call_is_lost_when_kernel_threads_become_idle_and_are_chosen_at_once()
    {
        const int each = 5_000;
        Atomic<int> done = new(0);
        await InThread.Run(
            () =>
                TroopThread.ForEach(
                    Enumerable.Range(0, 4),
                    4,
                    async _ =>
                    {
                        for (int i = 0; i < each; i++)
                        {
                            await Blocking.Run(() => File.Exists("/"));
                            done.Increment();
                        }
                    }
                ),
            workers: 2
        );
        Assert.That(done.Value, Is.EqualTo(4 * each));
    }

    [Test]
    [Category("Stress")]
    public async Task Calls_of_a_killed_troop_that_still_wait_for_a_kernel_thread_never_begin()
    {
        const int most = 512;
        await using TroopProcess process = InThread.Process(1);
        using ManualResetEventSlim release = new();
        using CountdownEvent begun = new(most);
        Task main = process
            .InvokeAsync(async () => await TroopTask.WhenAll([.. Enumerable.Range(0, most).Select(_ => Blocking.Run(() => Block(begun, release)))]))
            .AsTask();
        Assert.That(begun.Wait(InThread.Guard), Is.True);

        int ran = 0;
        Troop guest = process.CreateTroop("guest");
        Task killed = guest
            .InvokeAsync(async () =>
                await TroopTask.WhenAll(
                    TroopTask.Delay(TimeSpan.FromHours(1)),
                    Blocking.Run(() =>
                    {
                        Interlocked.Increment(ref ran);
                    })
                )
            )
            .AsTask();
        Assert.That(
            SpinWait.SpinUntil(() => guest.ThreadCount == 1 && process.Dump().ToString().Contains("WhenAll", StringComparison.Ordinal), InThread.Guard),
            Is.True
        );
        guest.Kill("enough");
        Assert.That(async () => await killed.OrHang(), Throws.TypeOf<TroopKilledException>());

        release.Set();
        await main.OrHang();
        await process.InvokeAsync(async () => await Blocking.Run(() => { })).OrHang();
        Assert.That(ran, Is.Zero);

        static void Block(CountdownEvent begun, ManualResetEventSlim release)
        {
            begun.Signal();
            release.Wait(InThread.Guard);
        }
    }

    [Test]
    public async Task Beyond_the_most_calls_wait_in_order()
    {
        const int calls = 50;
        BlockingThreads two = new(most: 2);
        using SemaphoreSlim release = new(0);
        List<int> begun = [];
        ScriptedCall[] all = [.. Enumerable.Range(0, calls).Select(i => new ScriptedCall(() => Begin(i)))];
        foreach (ScriptedCall call in all)
        {
            Assert.That(two.Start(call), Is.True);
        }

        Assert.That(two.Alive, Is.EqualTo(2));
        for (int i = 0; i < calls; i++)
        {
            // One returns, so one more begins.
            Assert.That(SpinWait.SpinUntil(() => CountOf(begun) == Math.Min(calls, i + 2), InThread.Guard), Is.True);
            release.Release();
        }

        foreach (ScriptedCall call in all)
        {
            await call.Ended;
        }

        Assert.That(begun.Skip(2), Is.Ordered.Ascending.And.EquivalentTo(Enumerable.Range(2, calls - 2)));
        // A call says that it has ended before its thread says that it is free.
        Assert.That(SpinWait.SpinUntil(() => two.Running.Length == 0, InThread.Guard), Is.True);
        Assert.That(two.Stop(), Is.Empty);
        Assert.That(SpinWait.SpinUntil(() => two.Alive == 0, InThread.Guard), Is.True);
        Assert.That(two.Start(all[0]), Is.False, "a stopped one takes no calls");

        void Begin(int number)
        {
            lock (begun)
            {
                begun.Add(number);
            }

            release.Wait();
        }

        static int CountOf(List<int> list)
        {
            lock (list)
            {
                return list.Count;
            }
        }
    }

    [Test]
    public async Task No_more_than_the_most_run_at_a_time()
    {
        const int more = 20;
        await using TroopProcess process = InThread.Process(1);
        using ManualResetEventSlim release = new();
        int running = 0;
        int most = 0;
        List<int> order = [];
        await process
            .InvokeAsync(async () =>
            {
                TroopTask[] held = [.. Enumerable.Range(0, BlockingThreads.Most).Select(_ => Blocking.Run(Hold))];
                TroopTask[] late = [.. Enumerable.Range(0, more).Select(i => Blocking.Run(() => Late(i)))];
                Assert.That(process.Scheduler.BlockingThreads.Alive, Is.EqualTo(BlockingThreads.Most));
                Assert.That(SpinWait.SpinUntil(() => Volatile.Read(ref running) == BlockingThreads.Most, InThread.Guard), Is.True);
                release.Set();
                await TroopTask.WhenAll(held);
                await TroopTask.WhenAll(late);
            })
            .OrHang();
        Assert.Multiple(() =>
        {
            Assert.That(most, Is.LessThanOrEqualTo(BlockingThreads.Most));
            Assert.That(order, Is.EquivalentTo(Enumerable.Range(0, more)));
        });

        void Hold()
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            release.Wait();
            Interlocked.Decrement(ref running);
        }

        void Late(int number)
        {
            lock (order)
            {
                order.Add(number);
            }
        }

        static void InterlockedMax(ref int target, int value)
        {
            int seen = Volatile.Read(ref target);
            while (value > seen)
            {
                int found = Interlocked.CompareExchange(ref target, value, seen);
                if (found == seen)
                {
                    return;
                }

                seen = found;
            }
        }
    }

    [Test]
    public async Task Results_and_exceptions_move_back() =>
        await InThread.Run(async () =>
        {
            FormatException mine = new("mine");
            Assert.That(await Blocking.Run(static () => new List<int> { 7 }), Is.EqualTo([7]));
            try
            {
                await Blocking.Run(() => throw mine);
                Assert.Fail("it should have thrown");
            }
            catch (FormatException thrown)
            {
                Assert.That(thrown, Is.SameAs(mine));
            }
        });

    [Test]
    public async Task Inside_there_is_no_thread_and_the_callers_ambient_values() =>
        await InThread.Run(async () =>
        {
            AsyncLocal<int> ambient = new() { Value = 3 };
            (Exception? current, int value) = await Blocking.Run(() => (Thrown(static () => _ = TroopThread.Current), ambient.Value));
            Expect.Names(current, "TroopThread.Current", "outside of every TroopThread");
            Assert.That(value, Is.EqualTo(3));
        });

    [Test]
    public async Task It_works_from_ordinary_code()
    {
        Assert.That(await Blocking.Run(static () => 5), Is.EqualTo(5));
        Assert.That(await Blocking.Run(static () => throw new FormatException("mine")).AsTask().FaultOrHang(), Is.InstanceOf<FormatException>());
    }

    [Test]
    public async Task Cancelling_ends_the_wait_and_not_the_call()
    {
        using ManualResetEventSlim release = new();
        OneSignal begun = new();
        OneSignal ended = new();
        await InThread.Run(async () =>
        {
            using CancellationTokenSource cancellation = new();
            TroopTask call = Blocking.Run(
                () =>
                {
                    begun.Set();
                    release.Wait();
                    ended.Set();
                },
                cancellation.Token
            );
            await begun.Task;
            await cancellation.CancelAsync();
            await Expect.Cancelled(call, cancellation.Token);
            Assert.That(ended.Unguarded.IsCompleted, Is.False);
            release.Set();
            await ended.Task;
        });
    }

    [Test]
    public async Task A_call_outlives_its_process_and_that_is_reported()
    {
        using RecordedEvents events = new();
        using ManualResetEventSlim release = new();
        OneSignal begun = new();
        TroopProcess process = new(new TroopProcessOptions { Workers = 1, ShutdownGrace = TimeSpan.Zero });
        Task<Exception?> end = process.InvokeAsync(async () => await Blocking.Run(HoldOutlivingCall)).AsTask().FaultOrHang();
        await begun.Task;
        await process.DisposeAsync().OrHang();
        Assert.That(await end, Is.InstanceOf<TroopKilledException>(), "the wait ends");
        await events.First("BlockingCallLeftBehind", nameof(HoldOutlivingCall));
        release.Set();

        void HoldOutlivingCall()
        {
            begun.Set();
            release.Wait();
        }
    }

    [Test]
    public async Task A_fault_after_the_wait_has_ended_is_reported()
    {
        using RecordedEvents events = new();
        using ManualResetEventSlim release = new();
        await InThread.Run(async () =>
        {
            using CancellationTokenSource cancellation = new();
            OneSignal begun = new();
            TroopTask call = Blocking.Run(
                () =>
                {
                    begun.Set();
                    release.Wait();
                    throw new FormatException("too late for anybody");
                },
                cancellation.Token
            );
            await begun.Task;
            await cancellation.CancelAsync();
            await Expect.Cancelled(call, cancellation.Token);
        });
        release.Set();
        await events.First("BlockingCallFaultedLate", "too late for anybody");
    }

    [Test]
    public void Missing_calls_and_calls_that_return_tasks_are_refused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => Blocking.Run(null!), Throws.ArgumentNullException);
            Assert.That(() => Blocking.Run(static () => Task.CompletedTask), Throws.ArgumentException.With.Message.Contains("outside of the thread"));
            Assert.That(() => Blocking.Run(static () => { }, new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());
        });
    }

    private static Exception? Thrown(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }
}
