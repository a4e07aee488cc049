using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>Starts that cannot work say so at once, and start nothing.</summary>
[Category("Unit")]
public sealed class StartMistakeTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 1 });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task A_delegate_that_returns_a_task_of_dot_net_is_refused_by_every_door()
    {
        bool ran = false;
        Task Body()
        {
            ran = true;
            return Task.CompletedTask;
        }

        Assert.Multiple(() =>
        {
            Refused(() => process.InvokeAsync(Body));
            Refused(() => process.Main.InvokeAsync(Body));
            Refused(() => process.Main.InvokeAsync(1, _ => Body()));
            Refused(() => TroopProcess.RunAsync(Body));
        });
        await process
            .InvokeAsync(() =>
            {
                Refused(() => TroopThread.Start(Body));
            })
            .OrHang();
        Assert.That(ran, Is.False);
        Assert.That(process.Main.ThreadCount, Is.Zero);
    }

    [Test]
    public async Task Every_type_that_would_go_on_outside_of_the_thread_is_refused()
    {
        await process
            .InvokeAsync(() =>
            {
                Refused(() => TroopThread.Start(() => Task.FromResult(1)));
                Refused(() => TroopThread.Start(() => default(ValueTask)));
                Refused(() => TroopThread.Start(() => new ValueTask<int>(1)));
                Refused(() => TroopThread.Start(() => (IAsyncEnumerable<int>)null!));
                Refused(() => TroopThread.Start(() => new Task<int>(() => 1)));
            })
            .OrHang();
    }

    [Test]
    public async Task A_missing_body_is_refused_by_every_door()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => process.InvokeAsync((Action)null!), Throws.ArgumentNullException);
            Assert.That(() => process.InvokeAsync((Func<TroopTask>)null!), Throws.ArgumentNullException);
            Assert.That(() => process.InvokeAsync((Func<int>)null!), Throws.ArgumentNullException);
            Assert.That(() => process.InvokeAsync((Func<TroopTask<int>>)null!), Throws.ArgumentNullException);
            Assert.That(() => process.Main.InvokeAsync((Action)null!), Throws.ArgumentNullException);
            Assert.That(() => process.Main.InvokeAsync((Func<TroopTask>)null!), Throws.ArgumentNullException);
            Assert.That(() => process.Main.InvokeAsync((Func<int>)null!), Throws.ArgumentNullException);
            Assert.That(() => process.Main.InvokeAsync((Func<TroopTask<int>>)null!), Throws.ArgumentNullException);
            Assert.That(() => process.Main.InvokeAsync(1, (Action<int>)null!), Throws.ArgumentNullException);
            Assert.That(() => process.Main.InvokeAsync(1, (Func<int, TroopTask>)null!), Throws.ArgumentNullException);
            Assert.That(() => process.Main.InvokeAsync(1, (Func<int, int>)null!), Throws.ArgumentNullException);
            Assert.That(() => process.Main.InvokeAsync(1, (Func<int, TroopTask<int>>)null!), Throws.ArgumentNullException);
            Assert.That(() => TroopProcess.RunAsync((Action)null!), Throws.ArgumentNullException);
            Assert.That(() => TroopProcess.RunAsync((Func<int>)null!), Throws.ArgumentNullException);
        });
        await process
            .InvokeAsync(() =>
            {
                Assert.That(() => TroopThread.Start((Action)null!), Throws.ArgumentNullException);
                Assert.That(() => TroopThread.Start((Func<TroopTask>)null!), Throws.ArgumentNullException);
                Assert.That(() => TroopThread.Start((Func<int>)null!), Throws.ArgumentNullException);
                Assert.That(() => TroopThread.Start((Func<TroopTask<int>>)null!), Throws.ArgumentNullException);
            })
            .OrHang();
        Assert.That(process.Main.ThreadCount, Is.Zero);
    }

    [Test]
    public void A_start_outside_of_every_thread_says_how_to_get_in() =>
        Assert.Multiple(() =>
        {
            Assert.That(() => TroopThread.Start(() => { }), Throws.InvalidOperationException.With.Message.Contains("TroopProcess.RunAsync"));
            Assert.That(() => TroopThread.Start(async () => 1), Throws.InvalidOperationException.With.Message.Contains("TroopThread.Start"));
            Assert.That(() => TroopThread.Current, Throws.InvalidOperationException.With.Message.Contains("InvokeAsync"));
            Assert.That(() => Troop.Current, Throws.InvalidOperationException.With.Message.Contains("InvokeAsync"));
        });

    [Test]
    public async Task A_stopped_troop_takes_no_work_and_says_so()
    {
        Troop troop = process.CreateTroop("closed shop");
        await troop.StopAsync(TimeSpan.Zero).OrHang();
        Assert.That(() => troop.InvokeAsync(() => { }), Throws.InvalidOperationException.With.Message.Contains("closed shop").And.Message.Contains("stopped"));
        Assert.That(troop.IsStopped, Is.True);
        Assert.That(troop.ThreadCount, Is.Zero);
        await process.InvokeAsync(() => { }).OrHang();
    }

    [Test]
    public async Task A_disposed_process_takes_no_work_and_says_so()
    {
        TroopProcess disposed = new();
        await disposed.DisposeAsync().OrHang();
        Assert.That(() => disposed.InvokeAsync(() => { }), Throws.InvalidOperationException.With.Message.Contains("disposal"));
        Assert.That(() => disposed.Main.InvokeAsync(() => 1), Throws.InvalidOperationException);
        Assert.That(() => disposed.CreateTroop("late"), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task A_thread_of_a_stopping_troop_may_still_start_threads_of_its_own()
    {
        Troop troop = process.CreateTroop("winding up");
        OneSignal inside = new();
        Task<int> result = troop
            .InvokeAsync(async () =>
            {
                CancellationToken asked = Troop.Current.CancellationToken;
                OneSignal stop = new();
                await using CancellationTokenRegistration registered = asked.Register(stop.Set);
                inside.Set();
                await stop.Task;
                return await TroopThread.Start(() => 3).Join();
            })
            .AsTask();
        await inside.Task;
        Task stopping = troop.StopAsync(TimeSpan.FromSeconds(20)).AsTask();
        Assert.That(await result.OrHang(), Is.EqualTo(3));
        await stopping.OrHang();
    }

    private static void Refused<T>(Func<T> start) =>
        Assert.That(() => start(), Throws.InstanceOf<ArgumentException>().And.Message.Contains("Await it inside").And.Message.Contains("async () =>"));
}
