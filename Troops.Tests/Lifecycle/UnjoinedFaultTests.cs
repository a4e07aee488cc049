using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>Faults that no join gets: <see cref="TroopProcess.Faulted"/>, exactly once, and <see cref="Troop.FaultPolicy"/>.</summary>
[Category("Unit")]
public sealed class UnjoinedFaultTests
{
    private TroopProcess process = null!;
    private RecordedFaults faults = null!;

    [SetUp]
    public void SetUp()
    {
        process = new TroopProcess(new TroopProcessOptions { Workers = 2, KillGrace = TimeSpan.FromSeconds(20) });
        faults = new RecordedFaults(process);
    }

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task Each_of_many_faults_is_told_once()
    {
        const int Threads = 1_000;
        await process
            .InvokeAsync(() =>
            {
                for (int i = 0; i < Threads; i++)
                {
                    int number = i;
                    _ = TroopThread.Start(() => throw new FormatException($"number {number}"));
                }
            })
            .OrHang();
        HashSet<string> seen = [];
        for (int i = 0; i < Threads; i++)
        {
            seen.Add(((TroopFault)(await faults.Next()).Fault).FaultMessage);
        }

        await process.DisposeAsync();
        Assert.That(seen, Has.Count.EqualTo(Threads));
        Assert.That(faults.Count, Is.EqualTo(Threads));
    }

    [Test]
    public async Task A_fault_that_was_joined_is_told_to_the_joiner_alone()
    {
        Exception? fault = await process
            .InvokeAsync(async () =>
            {
                OneSignal go = new();
                TroopThread thread = TroopThread.Start(async () =>
                {
                    await go.Task;
                    throw new FormatException("joined");
                });
                TroopTask join = thread.Join();
                go.Set();
                return await join.AsTask().FaultOrHang();
            })
            .OrHang();
        Assert.That(fault, Is.InstanceOf<FormatException>());
        Assert.That(await process.InvokeAsync(() => throw new FormatException("invoked")).AsTask().FaultOrHang(), Is.InstanceOf<FormatException>());
        await process.DisposeAsync();
        Assert.That(faults.Count, Is.Zero);
    }

    [Test]
    public async Task A_join_that_nobody_stayed_for_hides_no_fault()
    {
        OneSignal parentGone = new();
        await process
            .InvokeAsync(() =>
            {
                TroopThread child = TroopThread.Start(async () =>
                {
                    await parentGone.Task;
                    throw new FormatException("nobody there");
                });
                _ = child.Join();
            })
            .OrHang();
        parentGone.Set();
        Assert.That(((TroopFault)(await faults.Next()).Fault).FaultMessage, Is.EqualTo("nobody there"));
    }

    [Test]
    public async Task The_end_of_another_troop_is_a_fault_like_any_other()
    {
        Troop other = process.CreateTroop("other");
        other.Kill("for the test");
        await process.InvokeAsync(() => TroopThread.Start(async () => await other.InvokeAsync(() => { })).ToString()).OrHang();
        TroopKilledException fault = (TroopKilledException)(await faults.Next()).Fault;
        Assert.That(fault.Troop, Is.EqualTo("other"));
    }

    [Test]
    public async Task Under_Report_the_troop_goes_on()
    {
        Troop troop = process.CreateTroop("tolerant");
        Assert.That(troop.FaultPolicy, Is.EqualTo(FaultPolicy.Report));
        await Faults(troop);
        await faults.Next();
        Assert.That(troop.IsStopped, Is.False);
        await troop.InvokeAsync(() => { }).OrHang();
    }

    [Test]
    public async Task Under_Kill_the_troop_is_killed_and_the_others_are_not()
    {
        Troop troop = process.CreateTroop("strict");
        Troop bystander = process.CreateTroop("bystander");
        troop.FaultPolicy = FaultPolicy.Kill;
        Task waiting = troop.InvokeAsync(async () => await new Troops.Sharing.Channel<int>(0).ReceiveAsync()).AsTask();
        await Faults(troop).AsTask().FaultOrHang();
        TroopKilledException killed = (TroopKilledException)(await waiting.FaultOrHang())!;
        Assert.That(killed.Troop, Is.EqualTo("strict"));
        Assert.That(killed.Reason, Does.Contain("policy").And.Contain("bang"));
        Assert.That(((TroopFault)(await faults.Next()).Fault).FaultMessage, Is.EqualTo("bang"));
        await bystander.InvokeAsync(() => { }).OrHang();
        await process.InvokeAsync(() => { }).OrHang();
    }

    [Test]
    public async Task Under_Escalate_every_troop_is_killed()
    {
        Troop troop = process.CreateTroop("escalating");
        Troop bystander = process.CreateTroop("bystander");
        troop.FaultPolicy = FaultPolicy.Escalate;
        Task waiting = bystander.InvokeAsync(async () => await new Troops.Sharing.Channel<int>(0).ReceiveAsync()).AsTask();
        Task waitingToo = process.InvokeAsync(async () => await new Troops.Sharing.Channel<int>(0).ReceiveAsync()).AsTask();
        await Faults(troop).AsTask().FaultOrHang();
        Assert.That(await waiting.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        Assert.That(await waitingToo.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        Assert.That(() => troop.InvokeAsync(() => { }), Throws.InstanceOf<TroopKilledException>());
    }

    [Test]
    public void A_policy_that_does_not_exist_is_refused() =>
        Assert.That(() => process.Main.FaultPolicy = (FaultPolicy)7, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public async Task What_a_thread_throws_because_it_was_asked_to_stop_is_no_news()
    {
        OneSignal inside = new();
        await process
            .InvokeAsync(() =>
            {
                TroopThread.Start(async () =>
                {
                    inside.Set();
                    await new Troops.Sharing.Channel<int>(0).ReceiveAsync(TroopThread.Current.CancellationToken);
                });
            })
            .OrHang();
        await inside.Task;
        await process.DisposeAsync();
        Assert.That(faults.Count, Is.Zero);
    }

    private static ValueTask Faults(Troop troop) =>
        troop.InvokeAsync(() =>
        {
            TroopThread.Start(() => throw new FormatException("bang"));
        });
}
