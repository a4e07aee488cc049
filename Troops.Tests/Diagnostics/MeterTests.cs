using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Diagnostics;

/// <summary>The figures of the meter are those of what happened.</summary>
[TestFixture, Category("Unit")]
internal sealed class MeterTests
{
    [Test]
    public async Task Threads_turns_and_parks_are_counted()
    {
        await using TroopProcess process = InThread.Process(1);
        Channel<int> channel = new(0);
        await process
            .InvokeAsync(async () =>
            {
                TroopThread<int> receiver = TroopThread.Start(async () => await channel.ReceiveAsync());
                await TroopTask.Yield();

                // Two parked or running threads, one of them this one.
                Assert.That(Figures.Of(process)["troops.threads"], Is.EqualTo(2));
                await channel.SendAsync(1);
                await receiver.Join();
            })
            .OrHang();

        Dictionary<string, long> figures = Figures.Of(process);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures["troops.threads"], Is.Zero);
            Assert.That(figures["troops.threads.runnable"], Is.Zero);
            Assert.That(figures["troops.turns"], Is.GreaterThanOrEqualTo(3));
            Assert.That(figures["troops.parks"], Is.InRange(1, figures["troops.turns"]));
            Assert.That(figures["troops.workers"], Is.GreaterThanOrEqualTo(1));
            Assert.That(figures["troops.workers.wakeups"], Is.Positive);
            Assert.That((figures["troops.faults"], figures["troops.kills"]), Is.EqualTo((0, 0)));
        }
    }

    [Test]
    public async Task A_thread_that_waits_for_a_worker_is_runnable()
    {
        await using TroopProcess process = InThread.Process(1);
        long runnable = await process
            .InvokeAsync(async () =>
            {
                TroopThread[] children = [.. Enumerable.Range(0, 10).Select(_ => TroopThread.Start(() => { }))];
                long seen = Figures.Of(process)["troops.threads.runnable"];
                foreach (TroopThread child in children)
                {
                    await child.Join();
                }

                return seen;
            })
            .OrHang();
        Assert.That(runnable, Is.EqualTo(10));
    }

    [Test]
    public async Task Faults_and_kills_are_counted()
    {
        await using TroopProcess process = InThread.Process(1);
        Assert.That(await process.InvokeAsync(() => throw new FormatException("no")).AsTask().FaultOrHang(), Is.InstanceOf<FormatException>());
        process.CreateTroop("doomed").Kill("the test says so");
        process.CreateTroop("doomed too").Kill("the test says so");

        Dictionary<string, long> figures = Figures.Of(process);
        Assert.That((figures["troops.faults"], figures["troops.kills"]), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task A_stuck_worker_and_its_hand_off_are_counted()
    {
        await using TroopProcess process = InThread.Process(1);
        OneSignal alone = new();
        Task stuck = process
            .InvokeAsync(() =>
            {
                while (Figures.Of(process) is var figures && (figures["troops.handoffs"] == 0 || figures["troops.workers.stuck"] == 0))
                {
                    StuckWorker.For(TimeSpan.FromMilliseconds(1));
                }

                alone.Set();
            })
            .AsTask();
        await alone.Task;
        await stuck.OrHang();
    }

    [Test]
    public async Task What_a_worker_did_counts_after_it_has_gone()
    {
        TroopProcess process = InThread.Process(2);
        await process.InvokeAsync(async () => await Steps.Pause(100)).OrHang();
        long turns = process.Scheduler.Count().Turns;
        await process.DisposeAsync().OrHang();
        Assert.That(process.Scheduler.Workers(), Is.Empty);
        Assert.That(process.Scheduler.Count().Turns, Is.GreaterThanOrEqualTo(turns).And.Positive);
    }

    [Test]
    public async Task A_disposed_process_is_measured_no_longer()
    {
        TroopProcess process = InThread.Process(1);
        Assert.That(Figures.Of(process), Is.Not.Empty);
        await process.DisposeAsync().OrHang();
        Assert.That(Figures.Of(process), Is.Empty);
    }

    [Test]
    public async Task A_process_has_the_name_of_its_options_or_a_number()
    {
        await using TroopProcess named = new(new TroopProcessOptions { Name = "shop" });
        await using TroopProcess one = new();
        await using TroopProcess other = new();
        Assert.That(named.Name, Is.EqualTo("shop"));
        Assert.That(one.Name, Does.Match(@"^process \d+$").And.Not.EqualTo(other.Name));
        Assert.That(() => new TroopProcessOptions { Name = " " }, Throws.ArgumentException.With.Property("ParamName").EqualTo("Name"));
    }
}
