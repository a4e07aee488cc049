using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Laws;

/// <summary>Law 1: a call runs inline up to its first suspension, and an await of something complete is no switch point.</summary>
[TestFixture, Category("Unit")]
internal sealed class SwitchPointTests
{
    [Test]
    public async Task A_call_runs_inline_up_to_its_first_suspension()
    {
        List<string> order = [];
        await InThread.Run(async () =>
        {
            TroopTask called = Callee();
            order.Add("caller");
            await called;
            order.Add("caller again");
        });

        Assert.That(order, Is.EqualTo(["callee", "caller", "callee again", "caller again"]));

        async TroopTask Callee()
        {
            order.Add("callee");
            await TroopTask.Yield();
            order.Add("callee again");
        }
    }

    [TestCaseSource(nameof(CompleteThings))]
    public async Task An_await_of_something_complete_is_no_switch_point(Func<int, TroopTask<Func<TroopTask>>> prepare)
    {
        // More awaits than a refill of fuel has units, and more than a slice is long.
        const int Awaits = 20_000;
        await InThread.Run(async () =>
        {
            Func<TroopTask> awaitIt = await prepare(Awaits);
            bool over = false;
            int siblingRan = 0;
            TroopTask sibling = Sibling();
            await TroopTask.Yield();
            int before = siblingRan;
            Assert.That(before, Is.Positive, "the sibling is ready at any time");
            for (int i = 0; i < Awaits; i++)
            {
                await awaitIt();
                if (siblingRan != before)
                {
                    Assert.Fail($"The sibling ran during await {i}.");
                }
            }

            over = true;
            await sibling;

            async TroopTask Sibling()
            {
                while (!over)
                {
                    siblingRan++;
                    await TroopTask.Yield();
                }
            }
        });
    }

    private static IEnumerable<TestCaseData> CompleteThings()
    {
        yield return Case("CompletedTask", static () => TroopTask.CompletedTask);
        yield return Case("default", static () => default);
        yield return Case("FromResult", static async () => await TroopTask.FromResult(1));
        yield return Case("a default with a result", static async () => await default(TroopTask<string>));
        yield return Case("a body that completes inline", static async () => await Steps.Give(1, 0));
        yield return Case("a body that faults inline", Faulting);
        yield return Case("a Task", static async () => await Task.CompletedTask);
        yield return Case("a Task, not captured", static async () => await Task.FromResult(1).ConfigureAwait(false));
        yield return Case("a ValueTask", static async () => await default(ValueTask));
        yield return Case("a ValueTask with a result", static async () => await new ValueTask<int>(1));
        yield return Case("a complete custom awaiter", static async () => await new CustomAwaitable(static _ => { }, static () => true));
        yield return Case("WhenAll of complete ones", static async () => await TroopTask.WhenAll(TroopTask.FromResult(1), TroopTask.FromResult("a")));
        yield return Case("WhenAll of none", static () => TroopTask.WhenAll());
        yield return Case("WhenAny with a complete one", static async () => await TroopTask.WhenAny(TroopTask.CompletedTask));
        yield return Case("a channel with room", ChannelWithRoom);
        yield return Case("a channel with values", ChannelWithValues);
        yield return Case("await foreach over values", Enumeration);
        yield return Case("the join of an ended thread", EndedThread);
        yield return Case("the completion of an ended thread", EndedThreadCompletion);
        yield return Case("AsTask of a complete one", static async () => await TroopTask.FromResult(1).AsTask());
        yield return Case("a task that had suspended", SuspendedOnce);
    }

    private static TestCaseData Case(string name, Func<TroopTask> awaitIt) => Case(name, _ => TroopTask.FromResult(awaitIt));

    private static TestCaseData Case(string name, Func<int, TroopTask<Func<TroopTask>>> prepare) => new TestCaseData(prepare).SetArgDisplayNames(name);

    [TroopTask]
    private static async TroopTask Faulting()
    {
        try
        {
            await Steps.Fault("inline", 0);
        }
        catch (FormatException)
        {
            // Caught at once: no switch point either.
        }
    }

    private static TroopTask<Func<TroopTask>> ChannelWithRoom(int times)
    {
        Channel<int> channel = new(times);
        return TroopTask.FromResult<Func<TroopTask>>(() => channel.SendAsync(1));
    }

    private static TroopTask<Func<TroopTask>> ChannelWithValues(int times)
    {
        Channel<int> channel = Filled(times);
        return TroopTask.FromResult<Func<TroopTask>>(async () => await channel.ReceiveAsync());
    }

    private static TroopTask<Func<TroopTask>> Enumeration(int times)
    {
        Channel<int> channel = Filled(times);
        Channel<int>.Enumerator values = channel.GetAsyncEnumerator();
        return TroopTask.FromResult<Func<TroopTask>>(async () => await values.MoveNextAsync());
    }

    private static Channel<int> Filled(int times)
    {
        Channel<int> channel = new(times);
        for (int i = 0; i < times; i++)
        {
            channel.TrySend(i);
        }

        return channel;
    }

    private static async TroopTask<Func<TroopTask>> EndedThread(int times)
    {
        TroopThread<int> thread = TroopThread.Start(static () => 1);
        await thread.Completion;
        return async () => await thread.Join();
    }

    private static async TroopTask<Func<TroopTask>> EndedThreadCompletion(int times)
    {
        TroopThread thread = TroopThread.Start(static () => { });
        await thread.Completion;
        return () => thread.Completion;
    }

    private static async TroopTask<Func<TroopTask>> SuspendedOnce(int times)
    {
        List<TroopTask<int>> tasks = [];
        for (int i = 0; i < times; i++)
        {
            tasks.Add(Steps.Give(i, 1));
        }

        while (!tasks[^1].IsCompleted)
        {
            await TroopTask.Yield();
        }

        int next = 0;
        return async () => await tasks[next++];
    }
}
