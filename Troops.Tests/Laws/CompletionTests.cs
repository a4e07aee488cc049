using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Laws;

/// <summary>Law 1: completing something never runs a waiter inside the completer.</summary>
[TestFixture, Category("Unit")]
internal sealed class CompletionTests
{
    [TestCaseSource(nameof(Completions))]
    public async Task Completing_something_never_runs_its_waiter_inside_the_completer(Func<Completion> make)
    {
        List<string> order = [];
        await InThread.Run(async () =>
        {
            Completion completion = make();
            TroopTask first = Wait(completion.Wait, "waiter", order);
            order.Add("before");
            completion.Complete();
            order.Add("after");
            await first;
        });

        Assert.That(order, Is.EqualTo(["before", "after", "waiter"]));
    }

    [Test]
    public async Task A_task_that_ends_queues_its_awaiter_behind_who_is_ready()
    {
        List<string> order = [];
        await InThread.Run(async () =>
        {
            TroopTask inner = Wait(() => Steps.Pause(0), "never suspends", order);
            TroopTask first = Add("first", order);
            TroopTask awaiter = Wait(() => first, "awaiter of first", order);
            TroopTask second = Add("second", order);
            await inner;
            await awaiter;
            await second;
        });

        Assert.That(order, Is.EqualTo(["never suspends", "first", "second", "awaiter of first"]));
    }

    [Test]
    public async Task WhenAll_and_WhenAny_queue_their_awaiters_too()
    {
        List<string> order = [];
        await InThread.Run(async () =>
        {
            TroopTask a = Add("a", order);
            TroopTask b = Add("b", order);
            TroopTask all = Wait(() => TroopTask.WhenAll(a, b), "all", order);
            TroopTask c = Add("c", order);
            TroopTask any = Wait(async () => await TroopTask.WhenAny(c), "any", order);
            TroopTask d = Add("d", order);
            await all;
            await any;
            await c;
            await d;
        });

        Assert.That(order.Take(4), Is.EqualTo(["a", "b", "c", "d"]));
        Assert.That(order.Skip(4), Is.EquivalentTo(["all", "any"]));
    }

    [Test]
    public async Task A_joiner_runs_after_the_turn_of_the_thread_that_ends([Values(1, 4)] int workers)
    {
        await InThread.Run(
            async () =>
            {
                TroopThread me = TroopThread.Current;
                for (int i = 0; i < 1000; i++)
                {
                    TroopThread<TroopThread> other = TroopThread.Start(static () => TroopThread.Current);
                    TroopThread ran = await other.Join();
                    Assert.That(ran, Is.SameAs(other));
                    Assert.That(TroopThread.Current, Is.SameAs(me));
                }
            },
            workers
        );
    }

    [TroopTask]
    private static async TroopTask Wait(Func<TroopTask> wait, string name, List<string> order)
    {
        await wait();
        order.Add(name);
    }

    [TroopTask]
    private static async TroopTask Add(string name, List<string> order)
    {
        await TroopTask.Yield();
        order.Add(name);
    }

    private static IEnumerable<TestCaseData> Completions()
    {
        yield return Case("a send to a waiting receive", static () => FromChannel(0, static channel => channel.TrySend(1)));
        yield return Case("a close while a receive waits", static () => FromChannel(1, static channel => channel.Close()));
        yield return Case("a receive from a waiting send", Receiving);
        yield return Case("SetResult, inline", static () => FromSource(TaskCreationOptions.None, static source => source.SetResult()));
        yield return Case(
            "SetResult, asynchronous",
            static () => FromSource(TaskCreationOptions.RunContinuationsAsynchronously, static source => source.SetResult())
        );
        yield return Case("SetException", static () => FromSource(TaskCreationOptions.None, static source => source.SetException(new FormatException())));
        yield return Case("SetCanceled", static () => FromSource(TaskCreationOptions.None, static source => source.SetCanceled()));
        yield return Case("cancelling a receive", CancelReceive);
        yield return Case("cancelling a Task", CancelTask);
        yield return Case("a semaphore's Release", Releasing);
        yield return Case("a channel of .NET", Writing);
        yield return Case("a value task source", static () => FromValueTaskSource(false));
        yield return Case("a value task source, asynchronous", static () => FromValueTaskSource(true));
        yield return Case("a custom awaiter", static () => FromAwaitable(critical: false));
        yield return Case("a critical custom awaiter", static () => FromAwaitable(critical: true));
    }

    private static TestCaseData Case(string name, Func<Completion> make) => new TestCaseData(make).SetArgDisplayNames(name);

    private static Completion FromChannel(int capacity, Action<Channel<int>> complete)
    {
        Channel<int> channel = new(capacity);
        return new Completion(
            async () =>
            {
                await foreach (int _ in channel)
                {
                    return;
                }
            },
            () => complete(channel)
        );
    }

    private static Completion Receiving()
    {
        Channel<int> channel = new(0);
        return new Completion(() => channel.SendAsync(1), () => channel.TryReceive(out _));
    }

    private static Completion FromSource(TaskCreationOptions options, Action<TaskCompletionSource> complete)
    {
        TaskCompletionSource source = new(options);
        return new Completion(async () => await source.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing), () => complete(source));
    }

    private static Completion CancelReceive()
    {
        Channel<int> channel = new(0);
        CancellationTokenSource source = new();
        return new Completion(() => Cancelled(async () => await channel.ReceiveAsync(source.Token)), source.Cancel);
    }

    private static Completion CancelTask()
    {
        TaskCompletionSource never = new();
        CancellationTokenSource source = new();
        return new Completion(() => Cancelled(async () => await never.Task.WaitAsync(source.Token)), source.Cancel);
    }

    private static Completion Releasing()
    {
        SemaphoreSlim semaphore = new(0);
        return new Completion(async () => await semaphore.WaitAsync(), () => semaphore.Release());
    }

    private static Completion Writing()
    {
        var channel = System.Threading.Channels.Channel.CreateUnbounded<int>(new() { AllowSynchronousContinuations = true });
        return new Completion(async () => await channel.Reader.ReadAsync(), () => channel.Writer.TryWrite(1));
    }

    private static Completion FromValueTaskSource(bool asynchronous)
    {
        PooledSource source = new(asynchronous);
        return new Completion(async () => await source.Task, () => source.Set(1));
    }

    private static Completion FromAwaitable(bool critical)
    {
        Action? continuation = null;
        return critical
            ? new Completion(async () => await new CriticalAwaitable(given => continuation = given), () => continuation!())
            : new Completion(async () => await new CustomAwaitable(given => continuation = given), () => continuation!());
    }

    [TroopTask]
    private static async TroopTask Cancelled(Func<TroopTask> wait)
    {
        try
        {
            await wait();
        }
        catch (OperationCanceledException)
        {
            // It is the end that the test waits for.
        }
    }
}
