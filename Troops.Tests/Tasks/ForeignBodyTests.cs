using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Tasks;

/// <summary>Bodies that are not ours (<c>async Task</c> methods, async iterators) and that await our tasks inside a thread: they are a part of the thread.</summary>
[TestFixture, Category("Unit")]
internal sealed class ForeignBodyTests
{
    [TestCaseSource(nameof(Awaits))]
    public Task An_async_Task_method_that_awaits_something_of_ours_stays_in_the_thread(Func<Task> body) =>
        InThread.Run(
            async () =>
            {
                for (int i = 0; i < 100; i++)
                {
                    await Task.WhenAll(Check(body), Check(body));
                }
            },
            workers: 4
        );

    [Test]
    public Task An_async_iterator_that_yields_stays_in_the_thread() =>
        InThread.Run(
            static async () =>
            {
                TroopThread me = TroopThread.Current;
                List<int> items = [];
                await foreach (int item in Items(me))
                {
                    Assert.That(TroopThread.Current, Is.SameAs(me));
                    items.Add(item);
                }

                Assert.That(items, Is.EqualTo(Enumerable.Range(0, 100)));
            },
            workers: 4
        );

    [Test]
    public Task Exceptions_and_results_go_through_as_they_are() =>
        InThread.Run(static async () =>
        {
            Assert.That(await Through(Steps.Give(3, 2)), Is.EqualTo(3));
            Assert.That(await Through(Steps.Give(3, 0)), Is.EqualTo(3));
            foreach (int pauses in new[] { 0, 2 })
            {
                try
                {
                    await Through(Steps.Fault<int>("through", pauses));
                    Assert.Fail("It swallowed a fault.");
                }
                catch (FormatException fault)
                {
                    Assert.That(fault.Message, Is.EqualTo("through"));
                }
            }

            static async Task<int> Through(TroopTask<int> task) => await task;
        });

    [Test]
    public async Task A_thread_does_not_end_before_the_foreign_bodies_that_wait_for_its_tasks()
    {
        bool ended = false;
        await InThread.Run(() =>
        {
            _ = Left();
            return default;
        });
        Assert.That(ended, Is.True);

        async Task Left()
        {
            await Steps.Pause(5);
            await TroopTask.Yield();
            ended = true;
        }
    }

    [Test]
    public Task A_callback_on_something_complete_runs_in_the_thread_and_not_inside_the_caller([Values] bool suspended) =>
        InThread.Run(async () =>
        {
            TroopThread me = TroopThread.Current;
            TroopTask<int> task = suspended ? (await Steps.Ended(1)).Task : TroopTask.FromResult(1);
            TaskCompletionSource<TroopThread> ran = new();
            task.GetAwaiter().OnCompleted(() => ran.SetResult(TroopThread.Current));
            Assert.That(ran.Task.IsCompleted, Is.False);
            Assert.That(await ran.Task, Is.SameAs(me));
        });

    [Test]
    public async Task A_callback_that_throws_faults_the_thread()
    {
        Exception? fault = await InThread.Fault(static async () =>
        {
            Steps.Pause(1).GetAwaiter().OnCompleted(static () => throw new FormatException("callback"));
            await Steps.Pause(5);
        });
        Assert.That(fault, Is.TypeOf<FormatException>().With.Message.EqualTo("callback"));
    }

    [Test]
    public Task A_second_await_throws_inside_the_body() =>
        InThread.Run(static async () =>
        {
            TroopTask task = Steps.Pause(5);
            TroopTask first = Await(task);
            Assert.That(await Second(task), Is.EqualTo("caught"));
            await first;

            static async TroopTask Await(TroopTask task) => await task;

            static async Task<string> Second(TroopTask task)
            {
                try
                {
                    await task;
                    return "awaited";
                }
                catch (InvalidOperationException)
                {
                    return "caught";
                }
            }
        });

    [Test]
    public async Task A_limit_that_a_foreign_body_reaches_stops_its_troop_and_nothing_else([Values(1, 2)] int most, [Values] bool yields)
    {
        await using TroopProcess process = InThread.Process(1);
        Troop small = process.CreateTroop("small", new TroopLimits { MaxTasks = most });
        Task all = small.InvokeAsync(async () => await Task.WhenAll(Foreign(), Foreign(), Foreign())).AsTask();
        await all.WaitAsync(InThread.Guard).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        Assert.That(all.Exception?.InnerException, Is.TypeOf<TroopKilledException>().With.Message.Contains("MaxTasks"));
        Assert.That(await process.InvokeAsync(static () => Steps.Give(1, 3)), Is.EqualTo(1));

        async Task Foreign()
        {
            if (yields)
            {
                await TroopTask.Yield();
            }

            await Steps.Pause(3);
        }
    }

    private static async Task Check(Func<Task> body)
    {
        TroopThread me = TroopThread.Current;
        await body();
        Assert.That(TroopThread.Current, Is.SameAs(me));
    }

    private static async IAsyncEnumerable<int> Items(TroopThread me)
    {
        for (int i = 0; i < 100; i++)
        {
            await TroopTask.Yield();
            Assert.That(TroopThread.Current, Is.SameAs(me));
            await Steps.Pause(i % 3);
            Assert.That(TroopThread.Current, Is.SameAs(me));
            yield return i;
        }
    }

    private static IEnumerable<TestCaseData> Awaits()
    {
        yield return Case("a task", static async () => await Steps.Pause(2));
        yield return Case("a complete task", static async () => await Steps.Pause(0));
        yield return Case("a result", static async () => await Steps.Give("a", 1));
        yield return Case("Yield", static async () => await TroopTask.Yield());
        yield return Case("a join", static async () => await TroopThread.Start(static () => 1).Join());
        yield return Case("WhenAll", static async () => await TroopTask.WhenAll(Steps.Pause(1), Steps.Pause(2)));
        yield return Case("WhenAny", static async () => await TroopTask.WhenAny(Steps.Pause(1), Steps.Pause(2)));
        yield return Case("a receive", Receive);
        yield return Case("one of its own kind", static async () => await Inner());
    }

    private static TestCaseData Case(string name, Func<Task> body) => new TestCaseData(body).SetArgDisplayNames(name);

    private static async Task Receive()
    {
        Channel<int> channel = new(0);
        TroopTask<int> receive = channel.ReceiveAsync();
        PoolSignals.OnPool(() => channel.TrySend(1));
        await receive;
    }

    private static async Task Inner()
    {
        await Steps.Pause(1);
        await Steps.Pause(1);
    }
}
