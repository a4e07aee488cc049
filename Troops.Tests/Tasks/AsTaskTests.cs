using Troops.Tests.Support;

namespace Troops.Tests.Tasks;

[TestFixture, Category("Unit")]
internal sealed class AsTaskTests
{
    [Test]
    public Task The_task_ends_with_the_result([Values(0, 1, 4)] int pauses) =>
        InThread.Run(async () =>
        {
            Assert.That(await Steps.Give("x", pauses).AsTask(), Is.EqualTo("x"));
            Task plain = Steps.Pause(pauses).AsTask();
            await plain;
            Assert.That(plain.IsCompletedSuccessfully, Is.True);
        });

    [Test]
    public Task The_task_ends_if_the_task_had_ended_before() =>
        InThread.Run(async () =>
        {
            TroopTask<int> ended = (await Steps.Ended(3)).Task;
            Assert.That(await ended.AsTask(), Is.EqualTo(3));
        });

    [Test]
    public Task A_fault_goes_to_the_task_and_not_to_the_thread([Values(0, 2)] int pauses) =>
        InThread.Run(async () =>
        {
            Task<int> outside = Steps.Fault<int>("outside", pauses).AsTask();
            Exception? caught = null;
            try
            {
                await outside;
            }
            catch (FormatException fault)
            {
                caught = fault;
            }

            Assert.That(caught, Has.Message.EqualTo("outside"));
        });

    [Test]
    public Task A_cancellation_cancels_the_task([Values(0, 2)] int pauses) =>
        InThread.Run(async () =>
        {
            Task outside = Cancelled().AsTask();
            await outside.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Assert.That(outside.IsCanceled, Is.True);

            async TroopTask Cancelled()
            {
                await Steps.Pause(pauses);
                throw new OperationCanceledException();
            }
        });

    [Test]
    public async Task Ordinary_code_can_await_it_and_the_thread_ends_after_it()
    {
        await using TroopProcess process = InThread.Process(1);
        Task<int>? outside = null;
        // In an array: a Task cannot be a thread's result, and that is checked.
        await process
            .InvokeAsync(() =>
            {
                outside = Steps.Give(8, 5).AsTask();
            })
            .AsTask()
            .WaitAsync(InThread.Guard);
        // The observer counts as a task of the thread, else it would end with nobody to tell.
        Assert.That(await outside!.WaitAsync(InThread.Guard), Is.EqualTo(8));
    }

    [Test]
    public Task It_counts_as_the_one_await([Values] bool ended) =>
        InThread.Run(async () =>
        {
            TroopTask<int> task = ended ? (await Steps.Ended(3)).Task : Steps.Give(3, 3);
            Task<int> outside = task.AsTask();
            await Expect.AwaitedTwice(async () => await task);
            Assert.That(await outside, Is.EqualTo(3));
            await Expect.AwaitedTwice(async () => await task.AsTask());
        });

    [Test]
    public Task A_second_use_that_is_refused_leaves_the_first_one_whole() =>
        InThread.Run(async () =>
        {
            TroopTask task = Steps.Pause(4);
            TroopTask first = Await(task);
            await Expect.AwaitedTwice(async () => await task.AsTask());
            await Expect.AwaitedTwice(() =>
            {
                task.Forget();
                return default;
            });
            await first;

            async TroopTask Await(TroopTask other) => await other;
        });
}
