using Troops.Tests.Support;

namespace Troops.Tests.Tasks;

[TestFixture, Category("Unit")]
internal sealed class ForgetTests
{
    [Test]
    public async Task A_thread_ends_after_the_tasks_that_it_forgot()
    {
        bool ended = false;
        await InThread.Run(() =>
        {
            Slow().Forget();
            return default;
        });
        Assert.That(ended, Is.True);

        async TroopTask Slow()
        {
            await PoolSignals.Later();
            await Steps.Pause(3);
            ended = true;
        }
    }

    [Test]
    public async Task A_forgotten_fault_cancels_the_thread_at_once_and_is_what_Join_throws([Values(0, 2)] int pauses)
    {
        bool cancelled = false;
        Exception? fault = await InThread.Fault(async () =>
        {
            // Ends when the token says so, and never if it does not.
            TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
            using CancellationTokenRegistration registration = TroopThread.Current.CancellationToken.Register(stopped.SetResult);
            Steps.Fault("forgotten", pauses).Forget();
            await stopped.Task;
            cancelled = TroopThread.Current.CancellationToken.IsCancellationRequested;
        });

        Assert.That(cancelled, Is.True);
        Assert.That(fault, Is.TypeOf<FormatException>().With.Message.EqualTo("forgotten"));
    }

    [Test]
    public Task Forgetting_something_complete_does_nothing() =>
        InThread.Run(async () =>
        {
            Steps.Pause(0).Forget();
            default(TroopTask).Forget();
            TroopTask.FromResult(1).Forget();
            (await Steps.Ended(1)).Task.Forget();
        });

    [Test]
    public Task It_counts_as_the_one_await([Values] bool ended) =>
        InThread.Run(async () =>
        {
            TroopTask<int> task = ended ? (await Steps.Ended(3)).Task : Steps.Give(3, 3);
            task.Forget();
            await Expect.AwaitedTwice(async () => await task);
        });

    [Test]
    public async Task A_fault_that_nobody_awaits_is_reported_at_once_and_faults_the_thread_at_its_end([Values(0, 2)] int pauses)
    {
        using ReportedFaults reported = new();
        string text = $"left alone {Guid.NewGuid()}";
        int reports = 0;
        Exception? fault = await InThread.Fault(async () =>
        {
            TroopTask left = Steps.Fault(text, pauses);
            await Steps.Pause(8);
            reports = reported.CountOf(text);
            Assert.That(TroopThread.Current.CancellationToken.IsCancellationRequested, Is.False, "somebody may still await it");
        });

        Assert.That(reports, Is.EqualTo(1));
        Assert.That(fault, Is.TypeOf<FormatException>().With.Message.EqualTo(text));
    }

    [Test]
    public Task A_fault_that_is_awaited_late_does_not_fault_the_thread([Values(0, 2)] int pauses) =>
        InThread.Run(async () =>
        {
            TroopTask late = Steps.Fault("late", pauses);
            await Steps.Pause(8);
            try
            {
                await late;
                Assert.Fail("It swallowed a fault.");
            }
            catch (FormatException fault)
            {
                Assert.That(fault.Message, Is.EqualTo("late"));
            }
        });
}
