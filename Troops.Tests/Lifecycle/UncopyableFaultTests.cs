using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>Exceptions whose own members throw. What copies them runs on workers, which must survive.</summary>
[Category("Unit")]
public sealed class UncopyableFaultTests
{
    private TroopProcess process = null!;
    private RecordedFaults faults = null!;

    [SetUp]
    public void SetUp()
    {
        process = new TroopProcess(new TroopProcessOptions { Workers = 1 });
        faults = new RecordedFaults(process);
    }

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task It_reaches_the_process_by_the_name_of_its_type()
    {
        await process
            .InvokeAsync(() =>
            {
                TroopThread.Start(() => throw new HostileException());
            })
            .OrHang();
        TroopFault fault = (TroopFault)(await faults.Next()).Fault;
        Assert.That(fault.FaultType, Is.EqualTo(typeof(HostileException).FullName));
        await process.InvokeAsync(() => { }).OrHang();
    }

    [Test]
    public async Task Later_joiners_get_a_copy_of_what_can_be_copied()
    {
        TroopThread<int> thread = await process.InvokeAsync(() => TroopThread.Start((Func<int>)(() => throw new HostileException()))).OrHang();
        Assert.That(await thread.Join().AsTask().FaultOrHang(), Is.InstanceOf<HostileException>());
        Assert.That(await thread.Join().AsTask().FaultOrHang(), Is.InstanceOf<TroopFault>());
    }

    [Test]
    public async Task Joiners_that_wait_get_it_while_the_worker_lives()
    {
        OneSignal go = new();
        TroopThread<int> thread = await process
            .InvokeAsync(() =>
                TroopThread.Start<int>(async () =>
                {
                    await go.Task;
                    throw new HostileException();
                })
            )
            .OrHang();
        Task completion = thread.Completion.AsTask();
        Task join = thread.Join().AsTask();
        go.Set();
        Assert.That(await completion.FaultOrHang(), Is.InstanceOf<TroopFault>());
        Assert.That(await join.FaultOrHang(), Is.InstanceOf<HostileException>());
        await process.InvokeAsync(() => { }).OrHang();
    }

    [Test]
    public async Task It_crosses_from_a_troop_as_a_copy()
    {
        Troop troop = process.CreateTroop("hostile");
        TroopFault fault = (TroopFault)(await troop.InvokeAsync(() => throw new HostileException()).AsTask().FaultOrHang())!;
        Assert.That(fault.FaultType, Is.EqualTo(typeof(HostileException).FullName));
    }

    [Test]
    public async Task Its_thread_may_forget_it_or_leave_it_unobserved()
    {
        static async TroopTask Fails()
        {
            await TroopTask.Yield();
            throw new HostileException();
        }

        TroopThread<int> forgets = await process
            .InvokeAsync(() =>
                TroopThread.Start(() =>
                {
                    Fails().Forget();
                    return 1;
                })
            )
            .OrHang();
        TroopThread<int> leaves = await process
            .InvokeAsync(() =>
                TroopThread.Start(async () =>
                {
                    _ = Fails();
                    await TroopTask.Yield();
                    await TroopTask.Yield();
                    return 1;
                })
            )
            .OrHang();
        Assert.That(await forgets.Join().AsTask().FaultOrHang(), Is.InstanceOf<HostileException>());
        Assert.That(await leaves.Join().AsTask().FaultOrHang(), Is.InstanceOf<HostileException>());
    }

    [TestCase(FaultPolicy.Kill)]
    [TestCase(FaultPolicy.Escalate)]
    public async Task The_policy_of_its_troop_is_applied_all_the_same(FaultPolicy policy)
    {
        Troop troop = process.CreateTroop("hostile");
        troop.FaultPolicy = policy;
        Task waiting = troop.InvokeAsync(async () => await new Troops.Sharing.Channel<int>(0).ReceiveAsync()).AsTask();
        await troop
            .InvokeAsync(() =>
            {
                TroopThread.Start(() => throw new HostileException());
            })
            .AsTask()
            .FaultOrHang();
        Assert.That(await waiting.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
    }

    private sealed class HostileException : Exception
    {
        public override string Message => throw new InvalidOperationException("the message throws");

        public override string ToString() => throw new InvalidOperationException("the text throws");
    }
}
