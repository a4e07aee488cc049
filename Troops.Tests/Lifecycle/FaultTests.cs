using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>Which fault a join throws, and when an unobserved one is told.</summary>
[Category("Unit")]
public sealed class FaultTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2 });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task A_join_throws_the_first_fault_of_several()
    {
        Exception? fault = await JoinFault(() =>
            TroopThread.Start(async () =>
            {
                Fails("one", yields: 1).Forget();
                Fails("two", yields: 5).Forget();
                for (int i = 0; i < 10; i++)
                {
                    await TroopTask.Yield();
                }

                throw new FormatException("three");
            })
        );
        Assert.That(fault!.Message, Is.EqualTo("one"));
    }

    [Test]
    public async Task A_thread_whose_forgotten_task_faulted_gives_the_fault_and_not_its_result()
    {
        Exception? fault = await JoinFault(() =>
            TroopThread.Start(async () =>
            {
                Fails("forgotten", yields: 1).Forget();
                await TroopTask.Yield();
                await TroopTask.Yield();
                return 5;
            })
        );
        Assert.That(fault!.Message, Is.EqualTo("forgotten"));
    }

    [Test]
    public async Task A_forgotten_task_that_faults_cancels_its_thread_at_once()
    {
        OneSignal cancelled = new();
        Exception? fault = await JoinFault(() =>
            TroopThread.Start(async () =>
            {
                await using CancellationTokenRegistration registered = TroopThread.Current.CancellationToken.Register(cancelled.Set);
                Fails("forgotten", yields: 1).Forget();
                await cancelled.Task;
            })
        );
        Assert.That(fault!.Message, Is.EqualTo("forgotten"));
    }

    [Test]
    public async Task A_fault_that_was_awaited_in_time_faults_nothing()
    {
        await process
            .InvokeAsync(async () =>
            {
                TroopTask later = Fails("awaited", yields: 1);
                TroopTask atOnce = Fails("awaited", yields: 0);
                for (int i = 0; i < 5; i++)
                {
                    await TroopTask.Yield();
                }

                int caught = 0;
                foreach (TroopTask task in new[] { later, atOnce })
                {
                    try
                    {
                        await task;
                    }
                    catch (FormatException)
                    {
                        caught++;
                    }
                }

                Assert.That(caught, Is.EqualTo(2));
            })
            .OrHang();
    }

    [Test]
    public async Task A_fault_that_nobody_has_observed_is_an_event_at_once_while_the_thread_goes_on()
    {
        using RecordedEvents events = new();
        OneSignal told = new();
        Task running = process
            .InvokeAsync(async () =>
            {
                TroopThread.Current.Name = "observed late";
                TroopTask task = Fails("not yet observed", yields: 1);
                await told.Task;
                try
                {
                    await task;
                }
                catch (FormatException) { }
            })
            .AsTask();
        RecordedEvent told1 = await events.First("UnobservedFault", "not yet observed");
        Assert.That(told1.Payload, Does.Contain("observed late"));
        told.Set();
        await running.OrHang();
        Assert.That(events.Count("UnobservedFault", "not yet observed"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_task_that_was_awaited_before_it_faulted_is_no_event()
    {
        using RecordedEvents events = new();
        Exception? fault = await JoinFault(() =>
            TroopThread.Start(async () =>
            {
                await Fails("observed in time", yields: 3);
            })
        );
        Assert.That(fault!.Message, Is.EqualTo("observed in time"));
        Assert.That(events.Count("UnobservedFault", "observed in time"), Is.Zero);
    }

    private async Task<Exception?> JoinFault(Func<TroopThread> start) =>
        await process.InvokeAsync(async () => await start().Join().AsTask().FaultOrHang()).OrHang();

    private static async TroopTask Fails(string message, int yields)
    {
        for (int i = 0; i < yields; i++)
        {
            await TroopTask.Yield();
        }

        throw new FormatException(message);
    }
}
