using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Tasks;

[TestFixture, Category("Unit")]
internal sealed class YieldTests
{
    [Test]
    public async Task Tasks_that_yield_take_turns()
    {
        List<int> order = [];
        await InThread.Run(async () => await TroopTask.WhenAll([.. Enumerable.Range(0, 5).Select(Count)]));

        Assert.That(order, Is.EqualTo(Enumerable.Range(0, 50).Select(static i => i % 5)));

        async TroopTask Count(int number)
        {
            for (int i = 0; i < 10; i++)
            {
                order.Add(number);
                await TroopTask.Yield();
            }
        }
    }

    [Test]
    public Task Threads_that_yield_let_each_other_run_on_one_worker() =>
        InThread.Run(
            static async () =>
            {
                // Each ends only after the other has run between two of its yields.
                StrongBox a = new();
                StrongBox b = new();
                TroopThread first = TroopThread.Start(() => PingPong(a, b));
                TroopThread second = TroopThread.Start(() => PingPong(b, a));
                await first.Join();
                await second.Join();
            },
            workers: 1
        );

    [Test]
    public Task A_task_that_yields_for_ever_does_not_keep_out_what_comes_from_outside([Values(1, 2)] int workers) =>
        InThread.Run(
            static async () =>
            {
                bool woken = false;
                TroopTask waiter = Wait();
                while (!woken)
                {
                    await TroopTask.Yield();
                }

                await waiter;

                async TroopTask Wait()
                {
                    await PoolSignals.Later();
                    woken = true;
                }
            },
            workers
        );

    [Test]
    public Task Siblings_that_wake_each_other_for_ever_do_not_keep_out_what_comes_from_outside() =>
        InThread.Run(
            static async () =>
            {
                Channel<int> there = new(1);
                Channel<int> back = new(1);
                bool woken = false;
                TroopTask waiter = Wait();
                TroopTask echo = Echo();
                while (!woken)
                {
                    await there.SendAsync(1);
                    await back.ReceiveAsync();
                }

                there.Close();
                await echo;
                await waiter;

                async TroopTask Echo()
                {
                    await foreach (int value in there)
                    {
                        await back.SendAsync(value);
                    }
                }

                async TroopTask Wait()
                {
                    await PoolSignals.Later();
                    woken = true;
                }
            },
            workers: 1
        );

    [Test]
    public async Task In_ordinary_code_it_goes_on_on_the_pool()
    {
        await TroopTask.Yield();
        Assert.That(Thread.CurrentThread.IsThreadPoolThread, Is.True);
    }

    [TroopTask]
    private static async TroopTask PingPong(StrongBox mine, StrongBox other)
    {
        for (int i = 1; i <= 1000; i++)
        {
            Volatile.Write(ref mine.Value, i);
            while (Volatile.Read(ref other.Value) < i - 1)
            {
                await TroopTask.Yield();
            }
        }
    }

    private sealed class StrongBox
    {
        internal int Value;
    }
}
