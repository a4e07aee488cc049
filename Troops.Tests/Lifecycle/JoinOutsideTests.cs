using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>Joins from ordinary code.</summary>
[Category("Unit")]
public sealed class JoinOutsideTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2 });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task Ordinary_code_joins_a_thread_that_has_ended()
    {
        TroopThread<List<int>> thread = await Started(static () => new List<int> { 1 });
        await Ended(thread);
        Assert.That(await thread.Join(), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Ordinary_code_joins_a_thread_that_runs_on()
    {
        OneSignal go = new();
        TroopThread<int> thread = await process
            .InvokeAsync(() =>
                TroopThread.Start(async () =>
                {
                    await go.Task;
                    return 2;
                })
            )
            .OrHang();
        Task<int> join = thread.Join().OrHang();
        Task<int> again = thread.Completion.OrHang();
        Assert.That(join.IsCompleted, Is.False);
        go.Set();
        Assert.That(await join, Is.EqualTo(2));
        Assert.That(await again, Is.EqualTo(2));
    }

    [Test]
    public async Task Ordinary_code_gets_the_fault_itself()
    {
        FormatException thrown = new("moved");
        TroopThread<int> thread = await Started<int>(() => throw thrown);
        Assert.That(await thread.Join().AsTask().FaultOrHang(), Is.SameAs(thrown));
        Assert.That(await thread.Join().AsTask().FaultOrHang(), Is.InstanceOf<TroopFault>());
    }

    [Test]
    public async Task An_exception_of_cancellation_is_moved_like_any_other()
    {
        StoppedException thrown = new("because I was told to");
        Exception? caught = await process.InvokeAsync(() => throw thrown).AsTask().FaultOrHang();
        Assert.That(caught, Is.SameAs(thrown));

        TroopThread<int> thread = await Started<int>(() => throw thrown);
        Assert.That(await thread.Join().AsTask().FaultOrHang(), Is.SameAs(thrown));
    }

    [Test]
    public async Task A_task_handed_out_gives_its_result_or_its_fault()
    {
        static async TroopTask<int> Result()
        {
            await TroopTask.Yield();
            return 3;
        }

        static async TroopTask Fault()
        {
            await TroopTask.Yield();
            throw new FormatException("handed out");
        }

        (Task<int> result, Task fault) = await process.InvokeAsync(() => (Result().AsTask(), Fault().AsTask())).OrHang();
        Assert.That(await result.OrHang(), Is.EqualTo(3));
        Assert.That(await fault.FaultOrHang(), Is.InstanceOf<FormatException>());
    }

    [Test]
    public async Task Many_outsiders_join_many_threads_while_they_end()
    {
        const int Threads = 20_000;
        TroopThread<int>[] threads = await process.InvokeAsync(() => Enumerable.Range(0, Threads).Select(i => TroopThread.Start(() => i)).ToArray()).OrHang();
        int[] first = await Task.WhenAll(threads.Select(thread => thread.Join().AsTask())).OrHang();
        int[] second = await Task.WhenAll(threads.Select(thread => thread.Completion.AsTask())).OrHang();
        Assert.That(first, Is.EqualTo(Enumerable.Range(0, Threads)));
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task A_join_that_ordinary_code_drops_is_told_to_the_task_scheduler()
    {
        OneSignal told = new();
        void Told(object? sender, UnobservedTaskExceptionEventArgs e)
        {
            if (e.Exception.ToString().Contains("dropped outside", StringComparison.Ordinal))
            {
                e.SetObserved();
                told.Set();
            }
        }

        TaskScheduler.UnobservedTaskException += Told;
        try
        {
            await FaultAndDrop();
            // What was dropped is garbage now or soon: conservative roots on this stack may keep it for a collection or two.
            for (int i = 0; i < 50 && !told.Unguarded.IsCompleted; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                await process.InvokeAsync(() => { });
            }

            Assert.That(told.Unguarded.IsCompleted, Is.True);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Told;
        }
    }

    private async Task FaultAndDrop()
    {
        OneSignal go = new();
        TroopThread<int> thread = await process
            .InvokeAsync(() =>
                TroopThread.Start(async () =>
                {
                    await go.Task;
                    return go.Task.IsCompleted ? throw new FormatException("dropped outside") : 1;
                })
            )
            .OrHang();
        _ = thread.Join();
        Task ended = thread.Completion.AsTask();
        go.Set();
        await ended.FaultOrHang();
    }

    private static async Task Ended(TroopThread thread) => await ((TroopThread)thread).Completion.AsTask().FaultOrHang();

    private Task<TroopThread<T>> Started<T>(Func<T> body) => process.InvokeAsync(() => TroopThread.Start(body)).OrHang();

    private sealed class StoppedException(string message) : OperationCanceledException(message);
}
