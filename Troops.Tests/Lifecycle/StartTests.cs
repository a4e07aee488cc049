using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>Which overload a lambda means, and that it runs once in a thread of its own.</summary>
[Category("Unit")]
public sealed class StartTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2 });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task An_action_is_the_body_of_a_thread()
    {
        int runs = 0;
        await process
            .InvokeAsync(async () =>
            {
                TroopThread parent = TroopThread.Current;
                TroopThread? inside = null;
                TroopThread started = TroopThread.Start(() =>
                {
                    inside = TroopThread.Current;
                    runs++;
                });
                await started.Join();
                Assert.That(inside, Is.SameAs(started));
                Assert.That(inside, Is.Not.SameAs(parent));
            })
            .OrHang();
        Assert.That(runs, Is.EqualTo(1));
    }

    [Test]
    public async Task An_async_lambda_without_result_is_awaited_by_its_thread()
    {
        bool done = false;
        await process
            .InvokeAsync(async () =>
            {
                TroopThread started = TroopThread.Start(async () =>
                {
                    await TroopTask.Yield();
                    await Task.Yield();
                    done = true;
                });
                await started.Join();
                Assert.That(done, Is.True);
            })
            .OrHang();
    }

    [Test]
    public async Task An_async_lambda_with_a_result_gives_the_result_and_not_a_task()
    {
        int sum = await process
            .InvokeAsync(async () =>
            {
                TroopThread<int> inline = TroopThread.Start(async () => 5);
                TroopThread<int> later = TroopThread.Start(async () =>
                {
                    await TroopTask.Yield();
                    return 6;
                });
                return await inline.Join() + await later.Join();
            })
            .OrHang();
        Assert.That(sum, Is.EqualTo(11));
    }

    [Test]
    public async Task A_function_gives_its_result()
    {
        string text = await process
            .InvokeAsync(async () =>
            {
                TroopThread<string> started = TroopThread.Start(() => "seven");
                return await started.Join();
            })
            .OrHang();
        Assert.That(text, Is.EqualTo("seven"));
    }

    [Test]
    public async Task A_lambda_that_calls_a_task_method_is_the_task()
    {
        int[] results = await process
            .InvokeAsync(async () =>
            {
                TroopThread<int> withResult = TroopThread.Start(() => Double(21));
                TroopThread without = TroopThread.Start(() => Nothing());
                TroopThread<int> group = TroopThread.Start(FortyTwo);
                await without.Join();
                return new[] { await withResult.Join(), await group.Join() };
            })
            .OrHang();
        Assert.That(results, Is.EqualTo(new[] { 42, 42 }));
    }

    [Test]
    public async Task A_lambda_that_only_throws_compiles_and_faults_its_thread()
    {
        await process
            .InvokeAsync(async () =>
            {
                TroopThread started = TroopThread.Start(() => throw new FormatException("only"));
                FormatException fault = (await JoinFault(started) as FormatException)!;
                Assert.That(fault.Message, Is.EqualTo("only"));
            })
            .OrHang();
    }

    [Test]
    public async Task A_task_that_completed_is_a_body_too()
    {
        await process
            .InvokeAsync(async () =>
            {
                await TroopThread.Start(() => TroopTask.CompletedTask).Join();
                Assert.That(await TroopThread.Start(() => TroopTask.FromResult(9)).Join(), Is.EqualTo(9));
            })
            .OrHang();
    }

    [Test]
    public async Task A_thread_starts_in_the_troop_of_its_starter()
    {
        Troop other = process.CreateTroop("other");
        string name = await other
            .InvokeAsync(async () =>
            {
                TroopThread<string> started = TroopThread.Start(() => Troop.Current.Name);
                return await started.Join();
            })
            .OrHang();
        Assert.That(name, Is.EqualTo("other"));
    }

    [Test]
    public async Task A_thread_ends_when_all_its_tasks_have_and_not_before()
    {
        OneSignal go = new();
        bool childDone = false;
        async TroopTask Child()
        {
            await go.Task;
            childDone = true;
        }

        await process
            .InvokeAsync(async () =>
            {
                TroopThread started = TroopThread.Start(() =>
                {
                    Child().Forget();
                });
                TroopTask end = started.Join();
                await TroopTask.Yield();
                Assert.That(end.IsCompleted, Is.False);
                go.Set();
                await end;
                Assert.That(childDone, Is.True);
            })
            .OrHang();
    }

    [Test]
    public async Task Each_thread_has_a_number_of_its_own_and_a_name_if_it_is_given_one()
    {
        await process
            .InvokeAsync(async () =>
            {
                TroopThread one = TroopThread.Start(() => { });
                TroopThread two = TroopThread.Start(() => { });
                Assert.That(one.Id, Is.Not.EqualTo(two.Id));
                Assert.That(one.Name, Is.Null);
                one.Name = "reader";
                Assert.That(one.Name, Is.EqualTo("reader"));
                Assert.That(one.ToString(), Does.Contain("reader").And.Contain("main"));
                await one.Join();
                await two.Join();
            })
            .OrHang();
    }

    private static async Task<Exception?> JoinFault(TroopThread thread)
    {
        try
        {
            await thread.Join();
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    private static async TroopTask<int> Double(int value)
    {
        await TroopTask.Yield();
        return value * 2;
    }

    private static async TroopTask<int> FortyTwo()
    {
        await TroopTask.Yield();
        return 42;
    }

    private static async TroopTask Nothing() => await TroopTask.Yield();
}
