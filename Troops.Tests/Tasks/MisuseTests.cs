using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Tasks;

/// <summary>Each mistake throws at once, in Release too, and says what was wrong and what to do instead.</summary>
[TestFixture, Category("Unit")]
internal sealed class MisuseTests
{
    [Test]
    public Task A_task_that_suspended_is_awaited_once() =>
        InThread.Run(async () =>
        {
            TroopTask<int> task = Steps.Give(1, 1);
            await task;
            await Expect.AwaitedTwice(async () => await task);
            await Expect.AwaitedTwice(async () => await TroopTask.WhenAll(task, Steps.Give(1, 0)));
            await Expect.AwaitedTwice(async () => await TroopTask.WhenAny(task));
        });

    [Test]
    public Task A_task_that_faulted_is_awaited_once([Values(0, 1)] int pauses) =>
        InThread.Run(async () =>
        {
            TroopTask task = Steps.Fault("once", pauses);
            try
            {
                await task;
            }
            catch (FormatException)
            {
                // The one await.
            }

            await Expect.AwaitedTwice(async () => await task);
        });

    [Test]
    public Task A_pending_task_is_awaited_by_one() =>
        InThread.Run(async () =>
        {
            TroopTask task = Steps.Pause(5);
            TroopTask first = Await(task);
            for (int i = 0; i < 3; i++)
            {
                await Expect.AwaitedTwice(async () => await task);
            }

            await first;

            static async TroopTask Await(TroopTask task) => await task;
        });

    [Test]
    public Task A_body_that_catches_its_second_await_goes_on_where_it_was() =>
        InThread.Run(async () =>
        {
            TroopTask task = Steps.Pause(3);
            TroopTask first = Await(task);
            Assert.That(await Twice(task), Is.EqualTo("start caught yielded again"));
            await first;

            static async TroopTask Await(TroopTask task) => await task;

            static async TroopTask<string> Twice(TroopTask task)
            {
                string trace = "start";
                try
                {
                    await task;
                    trace += " awaited";
                }
                catch (InvalidOperationException)
                {
                    trace += " caught";
                }

                await TroopTask.Yield();
                trace += " yielded";
                await PoolSignals.Later();
                return trace + " again";
            }
        });

    [Test]
    public Task A_task_that_completed_inline_is_a_plain_value() =>
        InThread.Run(async () =>
        {
            TroopTask<int> task = Steps.Give(4, 0);
            Assert.That(await task + await task, Is.EqualTo(8));
            TroopTask<int> leaked = await TroopThread.Start(static () => new Box<TroopTask<int>>(Steps.Give(4, 0))).Join() is { } box ? box.Value : default;
            Assert.That(await leaked, Is.EqualTo(4));
        });

    [TestCase(0, true)]
    [TestCase(1, false)]
    [TestCase(1, true)]
    public Task A_task_of_another_thread_cannot_be_used(int pauses, bool ended) =>
        InThread.Run(async () =>
        {
            TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
            TaskCompletionSource<TroopTask<int>> handedOut = new(TaskCreationOptions.RunContinuationsAsynchronously);
            TroopThread<int> owner = TroopThread.Start(async () =>
            {
                TroopTask<int> mine = Faulting();
                while (ended && !mine.IsCompleted)
                {
                    await TroopTask.Yield();
                }

                handedOut.SetResult(mine);
                await release.Task;
                try
                {
                    return await mine;
                }
                catch (FormatException)
                {
                    return 77;
                }
            });
            TroopTask<int> foreign = await handedOut.Task;
            TroopTask<int> own = Steps.Give(1, 3);
            await Expect.ForeignTask(async () => await foreign);
            await Expect.ForeignTask(async () => await TroopTask.WhenAll(own, foreign));
            await Expect.ForeignTask(async () => await TroopTask.WhenAny(own, foreign));
            await Expect.ForeignTask(async () => await foreign.AsTask());
            await Expect.ForeignTask(async () => Assert.That(foreign.IsCompleted, Is.True));
            await Expect.ForeignTask(async () => foreign.Forget());
            Assert.That(await own, Is.EqualTo(1));
            release.SetResult();
            Assert.That(await owner.Join(), Is.EqualTo(77), "the owner's task is none the worse");

            async TroopTask<int> Faulting()
            {
                await Steps.Pause(pauses);
                if (!ended)
                {
                    await release.Task;
                }

                throw new FormatException();
            }
        });

    [Test]
    public async Task A_task_of_a_thread_cannot_be_used_by_ordinary_code([Values] bool ended)
    {
        await using TroopProcess process = InThread.Process(1);
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<TroopTask<int>> handedOut = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<int> owner = process
            .InvokeAsync(async () =>
            {
                TroopTask<int> mine = ended ? (await Steps.Ended(5)).Task : Waiting();
                handedOut.SetResult(mine);
                await release.Task;
                return await mine;
            })
            .AsTask();
        TroopTask<int> foreign = await handedOut.Task.WaitAsync(InThread.Guard);

        Expect.Names(await OutsideFault(async () => await foreign), "belongs to another thread", "AsTask()");
        Expect.Names(Assert.Catch(() => foreign.GetAwaiter().GetResult()), "AsTask()");
        Expect.Names(Assert.Catch(() => _ = foreign.AsTask()), "belongs to another thread");
        release.SetResult();
        Assert.That(await owner.WaitAsync(InThread.Guard), Is.EqualTo(5));

        async TroopTask<int> Waiting()
        {
            await release.Task;
            return 5;
        }
    }

    [Test]
    public Task A_result_is_not_there_before_the_end() =>
        InThread.Run(async () =>
        {
            TroopTask<int> task = Steps.Give(1, 2);
            Expect.Names(Assert.Catch(() => task.GetAwaiter().GetResult()), "before it ended", "Await it");
            Assert.That(await task, Is.EqualTo(1));
            TroopTask plain = Steps.Pause(2);
            Expect.Names(Assert.Catch(() => plain.GetAwaiter().GetResult()), "before it ended", "Await it");
            await plain;
        });

    [Test]
    public void A_body_called_outside_of_any_thread_throws_at_the_call()
    {
        Expect.Names(Assert.Catch(static () => _ = Steps.Pause(0)), "Steps.Pause", "needs a thread", "TroopProcess.RunAsync", "TroopThread.Start");
        Expect.Names(Assert.Catch(static () => _ = Steps.Give(1, 0)), "Steps.Give", "needs a thread");
        Expect.Names(Assert.Catch(static () => _ = TroopThread.Current), "TroopThread.Current", "needs a thread");
        Expect.Names(Assert.Catch(static () => _ = TroopThread.Start(static () => { })), "TroopThread.Start", "process.InvokeAsync");
        Expect.Names(Assert.Catch(static () => _ = TroopTask.WhenAll(TroopTask.CompletedTask)), "WhenAll", "needs a thread");
        Expect.Names(Assert.Catch(static () => _ = TroopTask.WhenAny(TroopTask.CompletedTask)), "WhenAny", "needs a thread");
    }

    [Test]
    public async Task An_operation_of_ordinary_code_cannot_be_awaited_in_a_thread()
    {
        Channel<int> channel = new(0);
        TroopTask<int> receive = channel.ReceiveAsync();
        Exception? mistake = await InThread.Fault(async () => await receive);
        Expect.Names(mistake, "started by ordinary code", "Start it inside the thread");
        channel.TrySend(9);
        Assert.That(await receive, Is.EqualTo(9));
    }

    [Test]
    public async Task A_delegate_that_gives_back_a_used_or_foreign_task_faults_its_thread()
    {
        Exception? used = await InThread.Fault(static async () =>
        {
            TroopTask<int> task = (await Steps.Ended(1)).Task;
            await TroopThread.Start(() => task).Join();
        });
        Expect.Names(used, "belongs to another thread");

        Exception? twice = await InThread.Fault(static () =>
        {
            TroopTask task = Steps.Pause(2);
            _ = Await(task);
            return task;

            static async TroopTask Await(TroopTask task) => await task;
        });
        Expect.Names(twice, "once only");
    }

    private static async Task<Exception?> OutsideFault(Func<Task> mistake)
    {
        try
        {
            await mistake();
            return null;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }

    private sealed class Box<T>(T value)
    {
        internal T Value => value;
    }
}
