using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>Handlers of <see cref="TroopProcess.Faulted"/> that misbehave.</summary>
[Category("Unit")]
public sealed class FaultHandlerTests
{
    [Test]
    public async Task A_handler_that_throws_is_reported_and_the_next_one_is_called()
    {
        using RecordedEvents events = new();
        TroopProcess process = new();
        process.Faulted += (_, _) => throw new FormatException("the handler threw");
        RecordedFaults faults = new(process);
        await FaultOne(process);
        await faults.Next();
        await events.First("CallbackThrew", "the handler threw");
        await FaultOne(process);
        await faults.Next();
        await process.DisposeAsync().OrHang();
        Assert.That(faults.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Disposal_waits_for_handlers_that_were_to_be_called()
    {
        TroopProcess process = new();
        RecordedFaults faults = new(process);
        for (int i = 0; i < 100; i++)
        {
            await FaultOne(process);
        }

        await process.DisposeAsync().OrHang();
        Assert.That(faults.Count, Is.EqualTo(100));
    }

    [Test]
    public async Task A_handler_that_disposes_the_process_and_waits_does_not_hang()
    {
        TroopProcess process = new(new TroopProcessOptions { ShutdownGrace = TimeSpan.FromSeconds(20), KillGrace = TimeSpan.FromMilliseconds(50) });
        process.Faulted += (_, _) => process.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await FaultOne(process);
        await process.DisposeAsync().OrHang();
    }

    [Test]
    public async Task A_handler_is_called_outside_of_every_thread_and_may_use_the_process()
    {
        TroopProcess process = new();
        TaskCompletionSource<int> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Faulted += async (_, _) =>
        {
            Assert.That(() => TroopThread.Current, Throws.InvalidOperationException);
            answer.SetResult(await process.InvokeAsync(() => 6));
        };
        await FaultOne(process);
        Assert.That(await answer.Task.OrHang(), Is.EqualTo(6));
        await process.DisposeAsync().OrHang();
    }

    private static async Task FaultOne(TroopProcess process) =>
        await process
            .InvokeAsync(() =>
            {
                TroopThread.Start(() => throw new FormatException("for the handler"));
            })
            .OrHang();
}
