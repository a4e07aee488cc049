using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>The parallel loops: StartAll and ForEach.</summary>
[Category("Unit")]
public sealed class ForEachTests
{
    [Test]
    public async Task StartAll_starts_a_thread_an_item_and_keeps_their_order()
    {
        await InThread.Run(async () =>
        {
            TroopThread<int>[] squares = TroopThread.StartAll([3, 1, 2], n => n * n);
            TroopThread<int>[] cubes = TroopThread.StartAll([3, 1, 2], n => Steps.Give(n * n * n, n));
            int[] results = new int[6];
            for (int i = 0; i < 3; i++)
            {
                results[i] = await squares[i].Join();
                results[i + 3] = await cubes[i].Join();
            }

            Assert.That(results, Is.EqualTo(new[] { 9, 1, 4, 27, 1, 8 }));
            Atomic<int> sum = new(0);
            TroopThread[] all =
            [
                .. TroopThread.StartAll(
                    [1, 2],
                    n =>
                    {
                        sum.Add(n);
                    }
                ),
                .. TroopThread.StartAll(
                    [3, 4],
                    async n =>
                    {
                        await TroopTask.Yield();
                        sum.Add(n);
                    }
                ),
            ];
            foreach (TroopThread thread in all)
            {
                await thread.Join();
            }

            Assert.That(sum.Value, Is.EqualTo(10));
        });
    }

    [Test]
    public async Task StartAll_starts_nothing_if_the_items_cannot_be_read()
    {
        await InThread.Run(async () =>
        {
            int started = 0;
            Assert.That(() => TroopThread.StartAll(Faulty(3), _ => Interlocked.Increment(ref started)), Throws.TypeOf<FormatException>());
            await Steps.Pause(3);
            Assert.That(started, Is.Zero);
            Assert.That(() => TroopThread.StartAll<int, Task>([1], _ => Task.CompletedTask), Throws.ArgumentException);
            Assert.That(() => TroopThread.StartAll<int>(null!, _ => { }), Throws.ArgumentNullException);
            Assert.That(() => TroopThread.StartAll([1], (Action<int>)null!), Throws.ArgumentNullException);
        });
        Assert.That(() => TroopThread.StartAll([1], _ => { }), Throws.InvalidOperationException.With.Message.Contains("needs a thread"));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(1_000)]
    public async Task Each_item_is_done_once_and_never_more_than_the_degree_at_a_time(int degree)
    {
        await InThread.Run(async () =>
        {
            Atomic<int> running = new(0);
            Atomic<int> most = new(0);
            SharedDictionary<int, int> done = new();
            await TroopThread.ForEach(
                Enumerable.Range(0, 200),
                degree,
                async n =>
                {
                    int now = running.Increment();
                    most.Update(m => Math.Max(m, now));
                    await Steps.Pause(n % 5);
                    done.AddOrUpdate(n, 1, static (_, old) => old + 1);
                    running.Decrement();
                }
            );
            Assert.That(running.Value, Is.Zero);
            Assert.That(most.Value, Is.InRange(1, degree));
            Assert.That(done, Has.Count.EqualTo(200));
            Assert.That(done.Values, Is.All.EqualTo(1));
        });
    }

    [Test]
    public async Task As_many_run_as_may()
    {
        await InThread.Run(async () =>
        {
            // All five have to be there before one can end.
            Latch together = new(5);
            await TroopThread.ForEach(
                Enumerable.Range(0, 50),
                5,
                async n =>
                {
                    if (n < 5)
                    {
                        together.CountDown();
                        await together.WaitAsync();
                    }
                }
            );
            Latch two = new(2);
            await TroopThread.ForEach(
                Enumerable.Range(0, 2),
                async _ =>
                {
                    two.CountDown();
                    await two.WaitAsync();
                }
            );
        });
    }

    [Test]
    public async Task Every_kind_of_source_will_do()
    {
        await InThread.Run(async () =>
        {
            Atomic<int> sum = new(0);
            void Add(int n) => sum.Add(n);
            async TroopTask AddLater(int n)
            {
                await TroopTask.Yield();
                sum.Add(n);
            }

            await TroopThread.ForEach(Enumerable.Range(1, 10), Add);
            await TroopThread.ForEach(Enumerable.Range(1, 10), AddLater);
            await TroopThread.ForEach(Later(10), 3, Add);
            await TroopThread.ForEach(Later(10), 3, AddLater);
            await TroopThread.ForEach(Later(10), Add);
            await TroopThread.ForEach(Later(10), AddLater);
            foreach (bool isAsync in new[] { false, true })
            {
                Channel<int> channel = new(2);
                TroopThread sender = TroopThread.Start(async () =>
                {
                    for (int i = 1; i <= 10; i++)
                    {
                        await channel.SendAsync(i);
                    }

                    channel.Close();
                });
                await (isAsync ? channel.ForEach(2, AddLater) : channel.ForEach(2, Add));
                await sender.Join();
            }

            Assert.That(sum.Value, Is.EqualTo(8 * 55));
            await TroopThread.ForEach(Array.Empty<int>(), Add);
        });
    }

    [Test]
    public async Task The_first_fault_cancels_the_rest_and_comes_out_when_all_have_ended()
    {
        await using TroopProcess process = InThread.Process(2);
        RecordedFaults faults = new(process);
        await process
            .InvokeAsync(async () =>
            {
                Atomic<int> started = new(0);
                Atomic<int> ended = new(0);
                Latch all = new(4);
                Exception? fault = await FaultOf.Task(() =>
                    TroopThread.ForEach(
                        Enumerable.Range(0, int.MaxValue),
                        4,
                        async n =>
                        {
                            started.Increment();
                            try
                            {
                                all.CountDown();
                                await all.WaitAsync();
                                if (n == 2)
                                {
                                    throw new FormatException("the third");
                                }

                                await new Signal().WaitAsync(TroopThread.Current.CancellationToken);
                            }
                            finally
                            {
                                await Steps.Pause(3);
                                ended.Increment();
                            }
                        }
                    )
                );
                Assert.That(fault, Is.TypeOf<FormatException>().With.Message.EqualTo("the third"));
                Assert.That((started.Value, ended.Value), Is.EqualTo((4, 4)));
            })
            .OrHang();
        await process.DisposeAsync();
        Assert.That(faults.Count, Is.Zero);
    }

    [Test]
    public async Task A_second_fault_is_reported()
    {
        await using TroopProcess process = InThread.Process(2);
        RecordedFaults faults = new(process);
        Task first = process
            .InvokeAsync(async () =>
            {
                Latch both = new(2);
                Latch second = new(1);
                await TroopThread.ForEach(
                    [1, 2],
                    2,
                    async n =>
                    {
                        both.CountDown();
                        await both.WaitAsync();
                        if (n == 2)
                        {
                            // The first fault cancels this one, which then says something else.
                            await FaultOf.Task(() => second.WaitAsync(TroopThread.Current.CancellationToken));
                        }

                        throw new FormatException($"fault {n}");
                    }
                );
            })
            .AsTask();
        Assert.That((await first.FaultOrHang())!.Message, Is.EqualTo("fault 1"));
        Assert.That((await faults.Next()).Fault.Message, Does.Contain("fault 2"));
    }

    [Test]
    public async Task A_fault_of_the_source_comes_out_as_one_of_a_body_does()
    {
        await InThread.Run(async () =>
        {
            Atomic<int> ended = new(0);
            async TroopTask Body(int n)
            {
                await FaultOf.Task(() => new Signal().WaitAsync(TroopThread.Current.CancellationToken));
                ended.Increment();
            }

            Assert.That(await FaultOf.Task(() => TroopThread.ForEach(Faulty(3), 5, Body)), Is.TypeOf<FormatException>());
            Assert.That(ended.Value, Is.EqualTo(3));
        });
    }

    [Test]
    public async Task A_cancellation_ends_it_while_bodies_run_and_while_the_source_waits()
    {
        await InThread.Run(async () =>
        {
            using CancellationTokenSource cancel = new();
            Latch inside = new(2);
            TroopTask loop = TroopThread.ForEach(
                Enumerable.Range(0, int.MaxValue),
                2,
                async _ =>
                {
                    inside.CountDown();
                    await new Signal().WaitAsync(TroopThread.Current.CancellationToken);
                },
                cancel.Token
            );
            Channel<int> silent = new(1);
            TroopTask waiting = silent.ForEach(2, _ => { }, cancel.Token);
            await inside.WaitAsync();
            await cancel.CancelAsync();
            Assert.That(await FaultOf.Task(() => loop), Is.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancel.Token));
            Assert.That(
                await FaultOf.Task(() => waiting),
                Is.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancel.Token)
            );
            Assert.That(silent.TrySend(1), Is.True);
            Assert.That(silent.Count, Is.EqualTo(1));
            Assert.That(() => TroopThread.ForEach([1], 1, _ => { }, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        });
    }

    [Test]
    public async Task Misuse_throws_at_once()
    {
        Assert.That(() => TroopThread.ForEach([1], _ => { }), Throws.InvalidOperationException.With.Message.Contains("needs a thread"));
        await InThread.Run(async () =>
        {
            await TroopTask.Yield();
            foreach (int degree in new[] { 0, -1, int.MinValue })
            {
                Assert.That(
                    () => TroopThread.ForEach([1], degree, _ => { }),
                    Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("at least 1 body at a time")
                );
            }

            Assert.That(() => TroopThread.ForEach((IEnumerable<int>)null!, 1, _ => { }), Throws.ArgumentNullException);
            Assert.That(() => TroopThread.ForEach([1], 1, (Action<int>)null!), Throws.ArgumentNullException);
        });
    }

    [Test]
    public async Task The_bound_holds_for_the_limit_on_threads_too()
    {
        await using TroopProcess process = InThread.Process(2);
        Troop small = process.CreateTroop("small", new TroopLimits { MaxThreads = 4 });
        Assert.That(
            await small
                .InvokeAsync(async () =>
                {
                    Atomic<int> count = new(0);
                    await TroopThread.ForEach(Enumerable.Range(0, 2_000), 3, _ => count.Increment());
                    return count.Value;
                })
                .OrHang(),
            Is.EqualTo(2_000)
        );
    }

    [Test]
    public async Task A_kill_ends_it()
    {
        await using TroopProcess process = InThread.Process(2);
        Troop doomed = process.CreateTroop("doomed");
        OneSignal inside = new();
        Task loop = doomed
            .InvokeAsync(async () =>
                await TroopThread.ForEach(
                    [1, 2, 3],
                    2,
                    async _ =>
                    {
                        inside.Set();
                        await new Signal().WaitAsync();
                    }
                )
            )
            .AsTask();
        await inside.Task;
        doomed.Kill("in the loop");
        Assert.That(await loop.FaultOrHang(), Is.TypeOf<TroopKilledException>());
    }

    private static IEnumerable<int> Faulty(int good)
    {
        for (int i = 0; i < good; i++)
        {
            yield return i;
        }

        throw new FormatException("the source");
    }

    private static async IAsyncEnumerable<int> Later(int count)
    {
        for (int i = 1; i <= count; i++)
        {
            await PoolSignals.Later();
            yield return i;
        }
    }
}
