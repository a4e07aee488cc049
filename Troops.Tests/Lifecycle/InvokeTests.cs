using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>Work from elsewhere: InvokeAsync of the process and of a troop, and RunAsync.</summary>
[Category("Unit")]
public sealed class InvokeTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2 });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task The_process_runs_each_kind_of_body_in_the_main_troop()
    {
        string? where = null;
        await process.InvokeAsync(() => where = Troop.Current.Name).OrHang();
        Assert.That(where, Is.EqualTo("main"));
        await process
            .InvokeAsync(async () =>
            {
                await TroopTask.Yield();
                where = "task";
            })
            .OrHang();
        Assert.That(where, Is.EqualTo("task"));
        Assert.That(await process.InvokeAsync(() => 1).OrHang(), Is.EqualTo(1));
        Assert.That(await process.InvokeAsync(async () => 2).OrHang(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_troop_runs_each_kind_of_body_in_itself()
    {
        Troop troop = process.CreateTroop("other");
        await troop.InvokeAsync(() => Assert.That(Troop.Current, Is.SameAs(troop))).OrHang();
        await troop
            .InvokeAsync(async () =>
            {
                await TroopTask.Yield();
                Assert.That(Troop.Current, Is.SameAs(troop));
            })
            .OrHang();
        Assert.That(await troop.InvokeAsync(() => Troop.Current.Name).OrHang(), Is.EqualTo("other"));
        Assert.That(await troop.InvokeAsync(async () => Troop.Current.Name).OrHang(), Is.EqualTo("other"));
    }

    [Test]
    public async Task A_message_goes_along_with_each_kind_of_body()
    {
        Troop troop = process.CreateTroop("other");
        int seen = 0;
        await troop.InvokeAsync(3, message => Volatile.Write(ref seen, message)).OrHang();
        Assert.That(seen, Is.EqualTo(3));
        await troop
            .InvokeAsync(
                4,
                async message =>
                {
                    await TroopTask.Yield();
                    seen = message;
                }
            )
            .OrHang();
        Assert.That(seen, Is.EqualTo(4));
        Assert.That(await troop.InvokeAsync("five", static message => message.Length).OrHang(), Is.EqualTo(4));
        Assert.That(await troop.InvokeAsync((1, "b"), static async message => message.Item2 + message.Item1).OrHang(), Is.EqualTo("b1"));
    }

    [Test]
    public async Task An_invocation_from_a_thread_of_another_troop_comes_back_to_its_thread()
    {
        Troop troop = process.CreateTroop("other");
        await process
            .InvokeAsync(async () =>
            {
                TroopThread here = TroopThread.Current;
                int result = await troop.InvokeAsync(() => 8);
                Assert.That(result, Is.EqualTo(8));
                Assert.That(TroopThread.Current, Is.SameAs(here));
            })
            .OrHang();
    }

    [Test]
    public void An_exception_of_a_body_is_moved_to_the_caller_of_the_process()
    {
        FormatException thrown = new("mine");
        FormatException caught = Assert.ThrowsAsync<FormatException>(() => process.InvokeAsync(() => throw thrown).OrHang());
        Assert.That(caught, Is.SameAs(thrown));
    }

    [Test]
    public void An_exception_of_a_body_is_copied_to_the_caller_of_a_troop()
    {
        Troop troop = process.CreateTroop("other");
        TroopFault fault = Assert.ThrowsAsync<TroopFault>(() => troop.InvokeAsync(() => throw new FormatException("theirs")).OrHang());
        Assert.That(fault.FaultType, Is.EqualTo(typeof(FormatException).FullName));
        Assert.That(fault.FaultMessage, Is.EqualTo("theirs"));
        Assert.That(fault.LogicalStack, Does.Contain(nameof(An_exception_of_a_body_is_copied_to_the_caller_of_a_troop)));
        Assert.That(fault.ToString(), Does.Contain("theirs"));
        Assert.That(fault.InnerException, Is.Null);
    }

    [Test]
    public async Task A_result_of_any_type_is_moved_out_of_the_process()
    {
        List<int> made = await process.InvokeAsync(() => new List<int> { 1, 2 }).OrHang();
        Assert.That(made, Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task RunAsync_takes_each_kind_of_body_and_options()
    {
        int seen = 0;
        await TroopProcess.RunAsync(() => Volatile.Write(ref seen, 1)).OrHang();
        Assert.That(seen, Is.EqualTo(1));
        await TroopProcess
            .RunAsync(async () =>
            {
                await TroopTask.Yield();
                seen = 2;
            })
            .OrHang();
        Assert.That(seen, Is.EqualTo(2));
        Assert.That(await TroopProcess.RunAsync(() => Troop.Current.Process.Workers, new TroopProcessOptions { Workers = 3 }).OrHang(), Is.EqualTo(3));
        Assert.That(await TroopProcess.RunAsync(async () => 4).OrHang(), Is.EqualTo(4));
    }

    [Test]
    public async Task RunAsync_waits_for_its_own_thread_alone_and_asks_the_others_to_stop()
    {
        OneSignal asked = new();
        int result = await TroopProcess
            .RunAsync(() =>
            {
                _ = TroopThread.Start(async () =>
                {
                    try
                    {
                        await new Troops.Sharing.Channel<int>(0).ReceiveAsync(TroopThread.Current.CancellationToken);
                    }
                    catch (OperationCanceledException)
                    {
                        asked.Set();
                    }
                });
                return 5;
            })
            .OrHang();
        Assert.That(result, Is.EqualTo(5));
        await asked.Task;
    }

    [Test]
    public void RunAsync_throws_what_its_body_threw_after_it_has_cleaned_up()
    {
        TroopProcess? inside = null;
        FormatException fault = Assert.ThrowsAsync<FormatException>(() =>
            TroopProcess
                .RunAsync(() =>
                {
                    inside = Troop.Current.Process;
                    throw new FormatException("main");
                })
                .OrHang()
        );
        Assert.That(fault.Message, Is.EqualTo("main"));
        Assert.That(inside!.Main.IsStopped, Is.True);
    }

    [Test]
    public async Task Processes_share_nothing_and_nest()
    {
        int result = await process.InvokeAsync(async () => await TroopProcess.RunAsync(() => Troop.Current.Process == process ? 0 : 1)).OrHang();
        Assert.That(result, Is.EqualTo(1));
    }
}
