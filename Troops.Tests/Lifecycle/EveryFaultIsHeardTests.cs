using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>For each way in which a body can fault, somebody hears of it.</summary>
[Category("Unit")]
public sealed class EveryFaultIsHeardTests
{
    private TroopProcess process = null!;
    private RecordedFaults faults = null!;
    private RecordedEvents events = null!;

    [SetUp]
    public void SetUp()
    {
        events = new RecordedEvents();
        process = new TroopProcess(new TroopProcessOptions { Workers = 2, KillGrace = TimeSpan.FromMilliseconds(50) });
        faults = new RecordedFaults(process);
    }

    [TearDown]
    public async Task TearDown()
    {
        await process.DisposeAsync();
        events.Dispose();
    }

    [Test]
    public async Task A_body_that_throws_before_its_first_await() => await Heard(() => TroopThread.Start(() => throw new FormatException("here")));

    [Test]
    public async Task A_task_body_that_throws_before_its_first_await() => await Heard(() => TroopThread.Start(() => FailsAtOnce()));

    [Test]
    public async Task A_body_that_throws_after_an_await() => await Heard(() => TroopThread.Start(() => FailsLater()));

    [Test]
    public async Task A_body_with_a_result_that_throws() =>
        await Heard(() =>
            TroopThread.Start<int>(async () =>
            {
                await TroopTask.Yield();
                throw new FormatException("here");
            })
        );

    [Test]
    public async Task A_task_that_nobody_awaits_and_that_faulted_at_once() =>
        await Heard(() =>
            TroopThread.Start(() =>
            {
                _ = FailsAtOnce();
            })
        );

    [Test]
    public async Task A_task_that_nobody_awaits_and_that_faults_before_the_root_ends() =>
        await Heard(() =>
            TroopThread.Start(async () =>
            {
                _ = FailsLater();
                await TroopTask.Yield();
                await TroopTask.Yield();
                await TroopTask.Yield();
            })
        );

    [Test]
    public async Task A_task_that_nobody_awaits_and_that_faults_after_the_root_has_ended() =>
        await Heard(() =>
            TroopThread.Start(() =>
            {
                _ = FailsLater();
            })
        );

    [Test]
    public async Task A_forgotten_task() => await Heard(() => TroopThread.Start(() => FailsLater().Forget()));

    [Test]
    public async Task A_forgotten_task_that_faulted_at_once() => await Heard(() => TroopThread.Start(() => FailsAtOnce().Forget()));

    [Test]
    public async Task The_second_fault_of_a_WhenAll() =>
        await Heard(() =>
            TroopThread.Start(async () =>
            {
                try
                {
                    await TroopTask.WhenAll(FailsLater("first"), FailsLater("here"));
                }
                catch (FormatException fault)
                {
                    Assert.That(fault.Message, Is.EqualTo("first"));
                }
            })
        );

    [Test]
    public async Task A_WhenAll_that_nobody_awaits() =>
        await Heard(() =>
            TroopThread.Start(() =>
            {
                _ = TroopTask.WhenAll(FailsLater(), Works());
            })
        );

    [Test]
    public async Task The_losers_of_a_WhenAny() =>
        await Heard(() =>
            TroopThread.Start(async () =>
            {
                TroopTask loser = FailsLater();
                await TroopTask.WhenAny(Works(), loser);
            })
        );

    [Test]
    public async Task A_join_that_nobody_awaits() =>
        await Heard(() =>
            TroopThread.Start(async () =>
            {
                OneSignal joined = new();
                TroopThread inner = TroopThread.Start(async () =>
                {
                    await joined.Task;
                    throw new FormatException("here");
                });
                _ = inner.Join();
                joined.Set();
                await inner.Completion.AsTask().FaultOrHang();
            })
        );

    [Test]
    public async Task A_body_that_throws_in_finally() =>
        await Heard(() =>
            TroopThread.Start(async () =>
            {
                try
                {
                    await TroopTask.Yield();
                }
                finally
                {
                    Fail();
                }
            })
        );

    [Test]
    public async Task A_foreign_awaitable_that_faults() =>
        await Heard(() => TroopThread.Start(async () => await Task.FromException(new FormatException("here"))));

    [Test]
    public async Task A_body_that_is_handed_out_and_faults_tells_whoever_has_the_task()
    {
        Task? outside = null;
        await process
            .InvokeAsync(() =>
            {
                outside = FailsLater().AsTask();
            })
            .OrHang();
        Assert.That(await outside!.FaultOrHang(), Is.InstanceOf<FormatException>());
        Assert.That(faults.Count, Is.Zero);
    }

    [Test]
    public async Task A_fault_before_a_kill_is_heard()
    {
        Troop troop = process.CreateTroop("doomed");
        OneSignal threw = new();
        OneSignal never = new();
        async TroopTask Waits() => await never.Unguarded;
        await troop
            .InvokeAsync(() =>
            {
                TroopThread.Start(() =>
                {
                    _ = Waits();
                    threw.Set();
                    throw new FormatException("here, before the kill");
                });
            })
            .OrHang();
        await threw.Task;
        troop.Kill("too late for that fault");
        Assert.That(await troop.StopAsync(TimeSpan.Zero).AsTask().FaultOrHang(), Is.Null);
        await process.DisposeAsync();
        Assert.That(faults.Count + events.All.Count(e => e.Payload.Contains("here, before the kill", StringComparison.Ordinal)), Is.Not.Zero);
    }

    /// <summary>It reaches the process exactly once, and the event source with it.</summary>
    private async Task Heard(Action start)
    {
        await process.InvokeAsync(start).OrHang();
        ThreadFaultedEventArgs fault = await faults.Next();
        Assert.That(fault.Fault, Is.InstanceOf<TroopFault>());
        Assert.That(((TroopFault)fault.Fault).FaultMessage, Is.EqualTo("here"));
        Assert.That(fault.Troop, Is.SameAs(process.Main));
        Assert.That(fault.Thread, Does.Contain("main"));
        await process.DisposeAsync();
        Assert.That(faults.Count, Is.EqualTo(1));
        Assert.That(events.Count("ThreadFaulted", "here"), Is.EqualTo(1));
    }

    private static void Fail() => throw new FormatException("here");

    private static async TroopTask FailsAtOnce() => Fail();

    private static async TroopTask FailsLater(string message = "here")
    {
        await TroopTask.Yield();
        throw new FormatException(message);
    }

    private static async TroopTask Works() => await TroopTask.Yield();
}
