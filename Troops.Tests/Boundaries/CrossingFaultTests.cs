using Troops.Tests.Support;

namespace Troops.Tests.Boundaries;

/// <summary>Faults cross as copies that share nothing with the original.</summary>
[Category("Unit")]
public sealed class CrossingFaultTests
{
    private TroopProcess process = null!;
    private Troop troop = null!;

    [SetUp]
    public void SetUp()
    {
        process = new TroopProcess(new TroopProcessOptions { Workers = 2 });
        troop = process.CreateTroop("walled");
    }

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task Every_kind_of_invocation_gives_a_copy()
    {
        FormatException thrown = new("the original", new InvalidOperationException("inside"));
        thrown.Data["secret"] = new object();
        Task[] invocations =
        [
            troop.InvokeAsync((Action)(() => throw thrown)).AsTask(),
            troop.InvokeAsync((Func<int>)(() => throw thrown)).AsTask(),
            troop.InvokeAsync(async () => await Throws(thrown)).AsTask(),
            troop
                .InvokeAsync(async () =>
                {
                    await Throws(thrown);
                    return 1;
                })
                .AsTask(),
            troop.InvokeAsync(1, (Action<int>)(_ => throw thrown)).AsTask(),
            troop.InvokeAsync(1, (Func<int, int>)(_ => throw thrown)).AsTask(),
            troop.InvokeAsync(1, async _ => await Throws(thrown)).AsTask(),
        ];
        foreach (Task invocation in invocations)
        {
            TroopFault copy = (TroopFault)(await invocation.FaultOrHang())!;
            Assert.That(copy.FaultType, Is.EqualTo("System.FormatException"));
            Assert.That(copy.FaultMessage, Is.EqualTo("the original"));
            Assert.That(copy.Message, Is.EqualTo("System.FormatException: the original"));
            Assert.That(copy.LogicalStack, Does.Contain("inside"));
            Assert.That(copy.InnerException, Is.Null);
            Assert.That(copy.Data, Is.Empty);
        }
    }

    [Test]
    public async Task A_copy_of_a_copy_still_names_the_first_fault()
    {
        Troop middle = process.CreateTroop("middle");
        TroopFault copy = (TroopFault)
            (await middle.InvokeAsync(async () => await troop.InvokeAsync((Action)(() => throw new FormatException("deep inside")))).AsTask().FaultOrHang())!;
        Assert.That(copy.FaultType, Is.EqualTo("System.FormatException"));
        Assert.That(copy.FaultMessage, Is.EqualTo("deep inside"));
    }

    [Test]
    public async Task The_end_of_the_troop_and_cancellation_keep_their_types()
    {
        Exception? cancelled = await troop.InvokeAsync((Action)(() => throw new OperationCanceledException("told to"))).AsTask().FaultOrHang();
        Assert.That(cancelled, Is.InstanceOf<OperationCanceledException>().With.Message.EqualTo("told to"));
        Task running = troop.InvokeAsync(async () => await new Troops.Sharing.Channel<int>(0).ReceiveAsync()).AsTask();
        troop.Kill("enough");
        Assert.That(await running.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
    }

    [Test]
    public async Task A_fault_in_one_troop_faults_no_other()
    {
        Troop other = process.CreateTroop("other");
        await troop.InvokeAsync((Action)(() => throw new FormatException("mine alone"))).AsTask().FaultOrHang();
        Assert.That(await other.InvokeAsync(() => 1).OrHang(), Is.EqualTo(1));
        Assert.That(await troop.InvokeAsync(() => 2).OrHang(), Is.EqualTo(2));
    }

    private static async TroopTask Throws(Exception exception)
    {
        await TroopTask.Yield();
        throw exception;
    }
}
