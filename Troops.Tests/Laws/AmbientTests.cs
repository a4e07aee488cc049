using Troops.Tests.Support;

namespace Troops.Tests.Laws;

/// <summary>What flows into a thread, what stays inside, and what a turn leaves on its kernel thread: nothing.</summary>
[TestFixture, Category("Unit")]
internal sealed class AmbientTests
{
    private static readonly AsyncLocal<int> Local = new();

    [Test]
    public async Task An_AsyncLocal_that_was_set_before_the_start_flows_in()
    {
        Local.Value = 3;
        int[] seen = await InThread.Run(async () =>
        {
            int first = Local.Value;
            await PoolSignals.Later();
            int afterAwait = Local.Value;
            Local.Value = 4;
            TroopThread<int> child = TroopThread.Start(static async () =>
            {
                await TroopTask.Yield();
                return Local.Value;
            });
            Local.Value = 5;
            return new[] { first, afterAwait, await child.Join(), Local.Value };
        });

        Assert.That(seen, Is.EqualTo([3, 3, 4, 5]));
        Assert.That(Local.Value, Is.EqualTo(3), "what the thread set stays inside");
    }

    [TestCaseSource(nameof(Suspensions))]
    public Task An_AsyncLocal_that_was_set_inside_survives_the_awaits_and_stays_inside(Func<TroopTask> suspend, int workers) =>
        InThread.Run(
            async () =>
            {
                TroopThread<int>[] threads = [.. Enumerable.Range(1, 20).Select(number => TroopThread.Start(() => Keep(number, suspend)))];
                foreach (TroopThread<int> thread in threads)
                {
                    Assert.That(await thread.Join(), Is.Zero);
                    Assert.That(Local.Value, Is.Zero, "the starter sees nothing of it");
                }
            },
            workers
        );

    [Test]
    public async Task A_turn_leaves_its_kernel_thread_clean([Values] bool suspends, [Values] bool suppresses, [Values] bool faults)
    {
        await using TroopProcess process = InThread.Process(1);
        using AsyncFlowControl bare = ExecutionContext.SuppressFlow();
        // Nothing flows in here, not even what NUnit keeps: the threads start in the default context.
        Task dirty = process.InvokeAsync(() => Dirty(suspends, suppresses, faults)).AsTask();
        Task<string> clean = process
            .InvokeAsync(static () => $"{Local.Value} {ExecutionContext.IsFlowSuppressed()} {SynchronizationContext.Current is null}")
            .AsTask();
        bare.Undo();

        Assert.That(await clean.WaitAsync(InThread.Guard), Is.EqualTo("0 False True"));
        await dirty.WaitAsync(InThread.Guard).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.That(dirty.IsFaulted, Is.EqualTo(faults));
        string later = await process.InvokeAsync(static () => $"{Local.Value} {ExecutionContext.IsFlowSuppressed()} {SynchronizationContext.Current is null}");
        Assert.That(later, Is.EqualTo("0 False True"));
    }

    [Test]
    public Task A_thread_keeps_its_AsyncLocals_if_it_suppresses_their_flow([Values(1, 4)] int workers) =>
        InThread.Run(
            static async () =>
            {
                TroopThread<int>[] threads = [.. Enumerable.Range(1, 20).Select(static number => TroopThread.Start(() => Suppressed(number)))];
                foreach (TroopThread<int> thread in threads)
                {
                    Assert.That(await thread.Join(), Is.Zero);
                }
            },
            workers
        );

    [Test]
    public Task Nothing_flows_into_a_thread_that_starts_while_flow_is_suppressed() =>
        InThread.Run(async () =>
        {
            Local.Value = 6;
            TroopThread<int> child;
            using (ExecutionContext.SuppressFlow())
            {
                child = TroopThread.Start(static () => Local.Value);
            }

            Assert.That(await child.Join(), Is.Zero);
            Assert.That(Local.Value, Is.EqualTo(6));
        });

    [Test]
    public Task A_synchronization_context_that_a_task_sets_is_gone_after_its_await([Values] bool isRoot) =>
        InThread.Run(async () =>
        {
            Func<TroopTask> set = static async () =>
            {
                SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
                await TroopTask.Yield();
                Assert.That(SynchronizationContext.Current, Is.Null);
            };
            await (isRoot ? TroopThread.Start(set).Join() : set());
        });

    [Test]
    public Task A_synchronization_context_of_one_task_is_not_seen_by_its_siblings() =>
        InThread.Run(static async () =>
        {
            TroopTask sibling = Look();
            await TroopTask.Yield();
            SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
            await sibling;

            static async TroopTask Look()
            {
                for (int i = 0; i < 5; i++)
                {
                    await TroopTask.Yield();
                    Assert.That(SynchronizationContext.Current, Is.Null);
                }
            }
        });

    [Test]
    public async Task The_synchronization_context_of_the_starter_stays_outside()
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        try
        {
            SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
            await InThread.Run(static async () =>
            {
                Assert.That(SynchronizationContext.Current, Is.Null);
                await Task.Yield();
                Assert.That(SynchronizationContext.Current, Is.Null);
            });
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    [Test]
    public async Task A_channel_that_carries_a_value_carries_no_context()
    {
        await InThread.Run(static async () =>
        {
            Troops.Sharing.Channel<int> channel = new(0);
            TroopThread<int> receiver = TroopThread.Start(async () => await channel.ReceiveAsync() + Local.Value);
            Local.Value = 100;
            await channel.SendAsync(1);
            Assert.That(await receiver.Join(), Is.EqualTo(1));
        });
    }

    /// <summary>How often the thread saw another value than its own.</summary>
    [TroopTask]
    private static async TroopTask<int> Keep(int number, Func<TroopTask> suspend)
    {
        int wrong = Local.Value == 0 ? 0 : 1;
        Local.Value = number;
        for (int i = 0; i < 100; i++)
        {
            await suspend();
            wrong += Local.Value == number ? 0 : 1;
        }

        return wrong;
    }

    [TroopTask]
    private static async TroopTask<int> Suppressed(int number)
    {
        Local.Value = number;
        int wrong = 0;
        for (int i = 0; i < 50; i++)
        {
            // Never undone by hand: the end of the turn does it.
            if (!ExecutionContext.IsFlowSuppressed())
            {
                ExecutionContext.SuppressFlow();
            }

            await (i % 2 == 0 ? TroopTask.CompletedTask : Steps.Pause(1));
            await PoolSignals.Later();
            wrong += Local.Value == number ? 0 : 1;
        }

        return wrong;
    }

    [TroopTask]
    private static async TroopTask Dirty(bool suspends, bool suppresses, bool faults)
    {
        Local.Value = 7;
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        if (suppresses)
        {
            ExecutionContext.SuppressFlow();
        }

        if (suspends)
        {
            await TroopTask.Yield();
        }

        if (faults)
        {
            throw new FormatException("on purpose");
        }
    }

    private static IEnumerable<TestCaseData> Suspensions()
    {
        foreach (int workers in new[] { 1, 4 })
        {
            yield return Case("Yield", static async () => await TroopTask.Yield(), workers);
            yield return Case("a Task", static async () => await PoolSignals.Later(), workers);
            yield return Case("a Task, not captured", static async () => await PoolSignals.Later().ConfigureAwait(false), workers);
            yield return Case("a custom awaiter", static async () => await new CustomAwaitable(PoolSignals.OnPool), workers);
            yield return Case("an async Task method", static async () => await Foreign(), workers);
            yield return Case("a thread", static async () => await TroopThread.Start(static () => Local.Value = -1).Join(), workers);
            yield return Case("a completed task", static () => Steps.Pause(0), workers);
        }
    }

    private static async Task Foreign()
    {
        // An async method of .NET keeps its changes to itself, and so it is here.
        Local.Value = -2;
        await Steps.Pause(1);
        await PoolSignals.Later();
    }

    private static TestCaseData Case(string name, Func<TroopTask> suspend, int workers) =>
        new TestCaseData(suspend, workers).SetArgDisplayNames(name, $"{workers}");
}
