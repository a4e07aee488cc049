using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Laws;

/// <summary>Law 3: a task never leaves its thread, whatever it awaits and however.</summary>
[TestFixture, Category("Stress")]
internal sealed class HomeTests
{
    private const int Threads = 8;
    private const int TasksPerThread = 3;
    private const int AwaitsPerTask = 200;

    [TestCaseSource(nameof(Awaits))]
    public async Task After_any_await_a_task_is_back_in_its_own_thread(Func<TroopTask> awaitIt)
    {
        await InThread.Run(
            async () =>
            {
                List<TroopThread> threads = [];
                for (int i = 0; i < Threads; i++)
                {
                    threads.Add(TroopThread.Start(() => Several(awaitIt)));
                }

                foreach (TroopThread thread in threads)
                {
                    await thread.Join();
                }
            },
            workers: 4
        );
    }

    [TroopTask]
    private static async TroopTask Several(Func<TroopTask> awaitIt)
    {
        Owned owned = new();
        TroopTask[] tasks = new TroopTask[TasksPerThread];
        for (int i = 0; i < tasks.Length; i++)
        {
            tasks[i] = Repeat(awaitIt, owned);
        }

        await TroopTask.WhenAll(tasks);
        Assert.That(owned.Segments, Is.EqualTo(TasksPerThread * AwaitsPerTask), "segments ran at the same time");
    }

    [TroopTask]
    private static async TroopTask Repeat(Func<TroopTask> awaitIt, Owned owned)
    {
        TroopThread me = TroopThread.Current;
        for (int i = 0; i < AwaitsPerTask; i++)
        {
            await awaitIt();
            owned.Enter(me);
        }
    }

    private static IEnumerable<TestCaseData> Awaits()
    {
        yield return Case("a Task ended inline", static async () => await PoolSignals.Later());
        yield return Case("a Task ended asynchronously", static async () => await PoolSignals.Later(1, TaskCreationOptions.RunContinuationsAsynchronously));
        yield return Case("a Task without result", static async () => await (Task)PoolSignals.Later());
        yield return Case("Task.Run", static async () => await Task.Run(static () => { }));
        yield return Case("a Task that faults", static () => Faults(async () => await PoolSignals.LaterFaulted()));
        yield return Case("ConfigureAwait(false)", static async () => await PoolSignals.Later().ConfigureAwait(false));
        yield return Case("ConfigureAwait(true)", static async () => await PoolSignals.Later().ConfigureAwait(true));
        for (ConfigureAwaitOptions options = ConfigureAwaitOptions.None; (int)options < 8; options++)
        {
            ConfigureAwaitOptions chosen = options;
            yield return Case($"ConfigureAwait({chosen})", async () => await ((Task)PoolSignals.Later()).ConfigureAwait(chosen));
        }

        yield return Case(
            "SuppressThrowing of a fault",
            static async () => await PoolSignals.LaterFaulted().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)
        );
        yield return Case("Task.Yield", static async () => await Task.Yield());
        yield return Case("TroopTask.Yield", static async () => await TroopTask.Yield());
        yield return Case("Task.WhenAll", static async () => await Task.WhenAll(PoolSignals.Later(), PoolSignals.Later()));
        yield return Case("a ValueTask", static async () => await new ValueTask<int>(PoolSignals.Later()));
        yield return Case("a ValueTask, not captured", static async () => await new ValueTask<int>(PoolSignals.Later()).ConfigureAwait(false));
        yield return Case("a value task source", static async () => await Source(false));
        yield return Case("a value task source, asynchronous, not captured", static async () => await Source(true).ConfigureAwait(false));
        yield return Case("await using", AwaitUsing);
        yield return Case("await foreach", static () => Foreach(configure: false));
        yield return Case("await foreach, not captured", static () => Foreach(configure: true));
        yield return Case("a custom awaiter", static async () => await new CustomAwaitable(PoolSignals.OnPool));
        yield return Case("a critical custom awaiter", static async () => await new CriticalAwaitable(PoolSignals.OnPool));
        yield return Case("an awaiter that ends inline", static async () => await new CustomAwaitable(static done => done()));
        yield return Case("a critical awaiter that ends inline", static async () => await new CriticalAwaitable(static done => done()));
        yield return Case("an awaiter that ends twice", static async () => await new CustomAwaitable(Twice));
        yield return Case("a critical awaiter that ends twice", static async () => await new CriticalAwaitable(Twice));
        yield return Case("an awaiter that ends inline and later", static async () => await new CustomAwaitable(InlineAndLater));
        yield return Case("an awaiter that throws", static () => Faults(async () => await new CustomAwaitable(static _ => throw new FormatException())));
        yield return Case(
            "a critical awaiter that throws",
            static () => Faults(async () => await new CriticalAwaitable(static _ => throw new FormatException()))
        );
        yield return Case("an awaiter that ends and throws", static () => Faults(async () => await new CriticalAwaitable(EndsAndThrows)));
        yield return Case("an awaiter whose result throws", static () => Faults(async () => await new CustomAwaitable(PoolSignals.OnPool, null, Throws<int>)));
        yield return Case("an awaiter whose IsCompleted throws", static () => Faults(async () => await new CustomAwaitable(PoolSignals.OnPool, Throws<bool>)));
        yield return Case("a context set inside", SetContext);
        yield return Case("a context set inside and a foreign Task", SetContextAndAwait);
        yield return Case(
            "a task scheduler",
            static async () => await Task.Factory.StartNew(static () => { }, default, default, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler)
        );
        yield return Case("a thread of ours", static async () => await TroopThread.Start(static async () => await Task.Yield()).Join());
        yield return Case("a channel fed by the pool", FromPool);
        yield return Case("a channel fed by ordinary code that waits", FromWaitingPool);
        yield return Case("an async Task method that awaits us", static async () => await Foreign());
        yield return Case("AsTask of a task", static async () => await Steps.Give(1, 2).AsTask());
        yield return Case("a long chain", static async () => await Chain(20));
    }

    private static TestCaseData Case(string name, Func<TroopTask> awaitIt) => new TestCaseData(awaitIt).SetArgDisplayNames(name);

    private static T Throws<T>() => throw new FormatException();

    private static void Twice(Action done) =>
        PoolSignals.OnPool(() =>
        {
            done();
            done();
        });

    private static void InlineAndLater(Action done)
    {
        done();
        PoolSignals.OnPool(done);
    }

    private static void EndsAndThrows(Action done)
    {
        PoolSignals.OnPool(done);
        throw new FormatException();
    }

    private static ValueTask<int> Source(bool asynchronous)
    {
        PooledSource source = new(asynchronous);
        PoolSignals.OnPool(() => source.Set(1));
        return source.Task;
    }

    [TroopTask]
    private static async TroopTask Faults(Func<TroopTask> body)
    {
        try
        {
            await body();
        }
        catch (FormatException)
        {
            return;
        }

        Assert.Fail("The fault got lost.");
    }

    [TroopTask]
    private static async TroopTask AwaitUsing()
    {
        TroopThread me = TroopThread.Current;
        await using (new LateDisposal().ConfigureAwait(false))
        {
            await TroopTask.Yield();
        }

        Assert.That(TroopThread.Current, Is.SameAs(me));
    }

    [TroopTask]
    private static async TroopTask Foreach(bool configure)
    {
        TroopThread me = TroopThread.Current;
        int sum = 0;
        if (configure)
        {
            await foreach (int item in Items().ConfigureAwait(false))
            {
                Assert.That(TroopThread.Current, Is.SameAs(me));
                sum += item;
            }
        }
        else
        {
            await foreach (int item in Items())
            {
                Assert.That(TroopThread.Current, Is.SameAs(me));
                sum += item;
            }
        }

        Assert.That(sum, Is.EqualTo(6));
    }

    private static async IAsyncEnumerable<int> Items()
    {
        for (int i = 1; i <= 3; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    [TroopTask]
    private static async TroopTask SetContext()
    {
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        await TroopTask.Yield();
    }

    [TroopTask]
    private static async TroopTask SetContextAndAwait()
    {
        // Yield, since it suspends for certain: a task that is complete already leaves the context to whoever has set it.
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        await Task.Yield();
    }

    [TroopTask]
    private static async TroopTask FromPool()
    {
        Channel<int> channel = new(0);
        TroopTask<int> received = channel.ReceiveAsync();
        PoolSignals.OnPool(() => channel.TrySend(1));
        Assert.That(await received, Is.EqualTo(1));
    }

    [TroopTask]
    private static async TroopTask FromWaitingPool()
    {
        Channel<int> channel = new(0);
        PoolSignals.OnPool(() => channel.SendAsync(1).Forget());
        Assert.That(await channel.ReceiveAsync(), Is.EqualTo(1));
    }

    private static async Task Foreign()
    {
        TroopThread me = TroopThread.Current;
        await Steps.Pause(2);
        Assert.That(TroopThread.Current, Is.SameAs(me));
    }

    [TroopTask]
    private static async TroopTask Chain(int depth)
    {
        if (depth > 0)
        {
            await Chain(depth - 1);
        }
        else
        {
            await PoolSignals.Later();
        }
    }

    private sealed class LateDisposal : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Task.Yield();
    }

    /// <summary>Owned by one thread; notices a second kernel thread in it.</summary>
    private sealed class Owned
    {
        private int inside;

        internal int Segments { get; private set; }

        internal void Enter(TroopThread owner)
        {
            Assert.That(Interlocked.Exchange(ref inside, 1), Is.Zero, "two segments at the same time");
            Assert.That(TroopThread.Current, Is.SameAs(owner));
            Assert.That(SynchronizationContext.Current, Is.Null);
            Segments++;
            Volatile.Write(ref inside, 0);
        }
    }
}
