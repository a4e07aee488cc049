using Troops.Tests.Support;

namespace Troops.Tests.Tasks;

/// <summary>Completion is a loop, and a deep chain of calls borrows stacks: no depth overflows.</summary>
[TestFixture, Category("Stress")]
internal sealed class DepthTests
{
    private const int Deep = 100_000;
    private static readonly AsyncLocal<int> Local = new();

    [Test]
    public async Task A_million_awaits_that_complete_are_a_loop()
    {
        long sum = await InThread.Run(static async () =>
        {
            long total = 0;
            for (int i = 0; i < 1_000_000; i++)
            {
                total += await Steps.Give(1, 0);
            }

            return total;
        });

        Assert.That(sum, Is.EqualTo(1_000_000));
    }

    [Test]
    public async Task A_million_awaits_that_suspend_are_a_loop()
    {
        await InThread.Run(static async () =>
        {
            for (int i = 0; i < 1_000_000; i++)
            {
                await TroopTask.Yield();
            }
        });
    }

    [Test]
    public async Task Deep_calls_complete_at_the_leaf([Values(1, 2)] int workers) =>
        Assert.That(await InThread.Run(static () => Sum(Deep, 0), workers), Is.EqualTo(Deep));

    [Test]
    public async Task Deep_calls_suspend_at_the_leaf([Values(1, 2)] int workers) =>
        Assert.That(await InThread.Run(static () => Sum(Deep, 2), workers), Is.EqualTo(Deep));

    [Test]
    public async Task Deep_calls_wait_for_another_kernel_thread_at_the_leaf()
    {
        Assert.That(await InThread.Run(static () => Chain(Deep)), Is.EqualTo(Deep));

        static async TroopTask<int> Chain(int depth) => depth == 0 ? await PoolSignals.Later(0) : 1 + await Chain(depth - 1);
    }

    [Test]
    public async Task Deep_calls_complete_twice_in_a_row_and_beside_others() =>
        await InThread.Run(static async () =>
        {
            TroopThread<int>[] threads =
            [
                .. Enumerable.Range(0, 3).Select(static _ => TroopThread.Start(static async () => await Sum(20_000, 0) + await Sum(20_000, 1))),
            ];
            foreach (TroopThread<int> thread in threads)
            {
                Assert.That(await thread.Join(), Is.EqualTo(40_000));
            }
        });

    [Test]
    public async Task A_chain_of_awaiting_tasks_completes_in_a_loop()
    {
        int ended = await InThread.Run(static async () =>
        {
            TaskCompletionSource source = new();
            TroopTask<int> last = First(source.Task);
            for (int i = 0; i < Deep; i++)
            {
                last = Next(last);
            }

            source.SetResult();
            return await last;
        });

        Assert.That(ended, Is.EqualTo(Deep));

        static async TroopTask<int> First(Task task)
        {
            await task;
            return 0;
        }

        static async TroopTask<int> Next(TroopTask<int> before) => await before + 1;
    }

    /// <summary>A thousand levels: each level of an exception's trace costs .NET what all the levels below it cost.</summary>
    [Test]
    public async Task An_exception_goes_up_a_thousand_calls([Values(0, 1)] int pauses)
    {
        Exception? fault = await InThread.Fault(async () => await Faulting(1000));
        Assert.That(fault, Is.TypeOf<FormatException>().With.Message.EqualTo("deep"));

        async TroopTask<int> Faulting(int depth) => depth == 0 ? await Steps.Fault<int>("deep", pauses) : await Faulting(depth - 1);
    }

    [Test]
    public async Task A_deep_exception_that_is_caught_halfway_does_not_disturb_the_rest([Values(0, 1)] int pauses)
    {
        int caught = await InThread.Run(() => Catching(50_000, pauses));
        Assert.That(caught, Is.EqualTo(50_000));

        // Each level catches what the one below has thrown, and throws its own.
        static async TroopTask<int> Catching(int depth, int pauses)
        {
            if (depth == 0)
            {
                await Steps.Pause(pauses);
                return 0;
            }

            int below = await Catching(depth - 1, pauses);
            if (depth % 100 != 0)
            {
                return below + 1;
            }

            try
            {
                await Steps.Fault("level", 0);
                return -1;
            }
            catch (FormatException)
            {
                return below + 1;
            }
        }
    }

    [Test]
    public async Task AsyncLocals_mean_the_same_at_any_depth([Values(50, 50_000)] int depth, [Values(0, 1)] int pauses)
    {
        string seen = await InThread.Run(async () =>
        {
            Local.Value = 1;
            int wrong = await Descend(depth, pauses);
            return $"{wrong} wrong, {Local.Value} after";
        });

        Assert.That(seen, Is.EqualTo($"0 wrong, {depth + 2} after"));

        // Each level adds one on its way down; on the way up everybody sees what the leaf has left.
        static async TroopTask<int> Descend(int depth, int pauses)
        {
            int mine = ++Local.Value;
            if (depth == 0)
            {
                await Steps.Pause(pauses);
                return Local.Value == mine ? 0 : 1;
            }

            int wrong = await Descend(depth - 1, pauses);
            return Local.Value == mine + depth ? wrong : wrong + 1;
        }
    }

    [Test]
    public async Task AsyncLocals_survive_a_deep_call_while_their_flow_is_suppressed([Values(50, 50_000)] int depth)
    {
        string seen = await InThread.Run(async () =>
        {
            Local.Value = 5;
            ExecutionContext.SuppressFlow();
            int deep = await Descend(depth);
            return $"{deep} deep, {Local.Value} after, suppressed {ExecutionContext.IsFlowSuppressed()}";
        });

        Assert.That(seen, Is.EqualTo("5 deep, 5 after, suppressed True"));

        static async TroopTask<int> Descend(int depth) => depth == 0 ? Local.Value : await Descend(depth - 1);
    }

    [Test]
    public async Task The_current_thread_is_the_same_at_any_depth()
    {
        await InThread.Run(static async () => Assert.That(await Strangers(Deep, TroopThread.Current), Is.Zero));

        static async TroopTask<int> Strangers(int depth, TroopThread me)
        {
            int stranger = TroopThread.Current == me ? 0 : 1;
            return depth == 0 ? stranger : stranger + await Strangers(depth - 1, me);
        }
    }

    [TroopTask]
    private static async TroopTask<int> Sum(int depth, int pauses)
    {
        if (depth == 0)
        {
            await Steps.Pause(pauses);
            return 0;
        }

        return 1 + await Sum(depth - 1, pauses);
    }
}
