using System.Collections.Immutable;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>The tokens of threads and troops.</summary>
[Category("Unit")]
public sealed class CancellationTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2 });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task Cancelling_a_thread_cancels_its_token_and_no_other()
    {
        await process
            .InvokeAsync(async () =>
            {
                Channel<int> never = new(0);
                TroopThread one = TroopThread.Start(async () => await never.ReceiveAsync(TroopThread.Current.CancellationToken));
                TroopThread two = TroopThread.Start(async () => await never.ReceiveAsync(TroopThread.Current.CancellationToken));
                TroopTask oneEnds = one.Join();
                one.Cancel();
                Assert.That(one.CancellationToken.IsCancellationRequested, Is.True);
                Assert.That(await oneEnds.AsTask().FaultOrHang(), Is.InstanceOf<OperationCanceledException>());
                Assert.That(two.CancellationToken.IsCancellationRequested, Is.False);
                Assert.That(Troop.Current.CancellationToken.IsCancellationRequested, Is.False);
                await never.SendAsync(1);
                await two.Join();
            })
            .OrHang();
    }

    [Test]
    public async Task Cancelling_asks_and_does_not_end()
    {
        int result = await process
            .InvokeAsync(async () =>
            {
                TroopThread<int> thread = TroopThread.Start(async () =>
                {
                    await TroopTask.Yield();
                    return 4;
                });
                thread.Cancel();
                thread.Cancel();
                return await thread.Join();
            })
            .OrHang();
        Assert.That(result, Is.EqualTo(4));
    }

    [Test]
    public async Task The_token_of_a_thread_that_has_ended_can_be_asked_for_and_cancelled()
    {
        TroopThread<int> thread = await process.InvokeAsync(() => TroopThread.Start(() => 1)).OrHang();
        Assert.That(await thread.Join().OrHang(), Is.EqualTo(1));
        CancellationToken token = thread.CancellationToken;
        Assert.That(token.IsCancellationRequested, Is.False);
        thread.Cancel();
        Assert.That(token.IsCancellationRequested, Is.True);
    }

    [Test]
    public async Task Stopping_a_troop_cancels_its_token_and_those_of_its_threads()
    {
        Troop troop = process.CreateTroop("stopping");
        OneSignal inside = new();
        Task<bool> thread = troop
            .InvokeAsync(async () =>
            {
                OneSignal asked = new();
                await using CancellationTokenRegistration registered = TroopThread.Current.CancellationToken.Register(asked.Set);
                inside.Set();
                await asked.Task;
                return Troop.Current.CancellationToken.IsCancellationRequested;
            })
            .AsTask();
        await inside.Task;
        await troop.StopAsync(TimeSpan.FromSeconds(20)).OrHang();
        Assert.That(await thread.OrHang(), Is.True);
        Assert.That(process.Main.CancellationToken.IsCancellationRequested, Is.False);
    }

    [Test]
    public async Task A_token_asked_for_after_the_troop_was_cancelled_is_cancelled()
    {
        Troop troop = process.CreateTroop("stopping");
        OneSignal inside = new();
        OneSignal go = new();
        Task<bool> thread = troop
            .InvokeAsync(async () =>
            {
                inside.Set();
                await go.Task;
                OneSignal asked = new();
                await using CancellationTokenRegistration registered = TroopThread.Current.CancellationToken.Register(asked.Set);
                await asked.Task;
                return true;
            })
            .AsTask();
        await inside.Task;
        Task stopping = troop.StopAsync(TimeSpan.FromSeconds(20)).AsTask();
        Assert.That(troop.CancellationToken.IsCancellationRequested, Is.True);
        go.Set();
        Assert.That(await thread.OrHang(), Is.True);
        await stopping.OrHang();
    }

    [Test]
    public async Task Disposal_of_the_process_cancels_every_token()
    {
        Troop troop = process.CreateTroop("other");
        CancellationToken[] tokens = [process.Main.CancellationToken, troop.CancellationToken];
        OneSignal[] inside = [new(), new()];
        Task[] threads = [Waits(process.Main, inside[0]), Waits(troop, inside[1])];
        await inside[0].Task;
        await inside[1].Task;
        await process.DisposeAsync().OrHang();
        foreach (Task thread in threads)
        {
            Assert.That(await thread.FaultOrHang(), Is.InstanceOf<OperationCanceledException>());
        }

        Assert.That(tokens, Has.All.Property(nameof(CancellationToken.IsCancellationRequested)).True);
    }

    [Test]
    public async Task A_thread_that_has_ended_leaves_nothing_in_the_token_of_its_troop()
    {
        WeakReference[] ended = await process
            .InvokeAsync(async () =>
            {
                WeakReference[] references = new WeakReference[1_000];
                for (int i = 0; i < references.Length; i++)
                {
                    references[i] = await EndedThread();
                }

                return references;
            })
            .OrHang();
        // A turn in between, so that no stack and no queue names the last of them.
        await process.InvokeAsync(() => { }).OrHang();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        // A queue's slot or a register may keep a few; a registration would keep all.
        Assert.That(ended.Count(reference => reference.IsAlive), Is.LessThan(600));
    }

    [Test]
    public async Task An_operation_that_has_ended_leaves_nothing_in_its_token()
    {
        // What other tests hold is not this one's.
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using CancellationTokenSource longLived = new();
        Channel<ImmutableArray<byte>> channel = new(0);
        await process
            .InvokeAsync(async () =>
            {
                TroopThread receiver = TroopThread.Start(async () =>
                {
                    for (int i = 0; i < 2_000; i++)
                    {
                        await channel.ReceiveAsync(longLived.Token);
                    }
                });
                for (int i = 0; i < 2_000; i++)
                {
                    await channel.SendAsync([.. new byte[100_000]], longLived.Token);
                }

                await receiver.Join();
            })
            .OrHang();
        GC.Collect();
        // 200 MB were sent; with a registration for each, the token would hold them all.
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(100_000_000));
        GC.KeepAlive(longLived);
    }

    private static async TroopTask<WeakReference> EndedThread()
    {
        TroopThread thread = TroopThread.Start(async () =>
        {
            _ = TroopThread.Current.CancellationToken;
            await TroopTask.Yield();
        });
        await thread.Join();
        return new WeakReference(thread);
    }

    private static Task Waits(Troop troop, OneSignal inside) =>
        troop
            .InvokeAsync(async () =>
            {
                CancellationToken token = TroopThread.Current.CancellationToken;
                inside.Set();
                await new Channel<int>(0).ReceiveAsync(token);
            })
            .AsTask();

    [Test]
    public async Task A_thread_of_another_troop_can_neither_cancel_nor_name_it()
    {
        Troop other = process.CreateTroop("other");
        OneSignal go = new();
        TroopThread? target = null;
        Task done = process
            .InvokeAsync(async () =>
            {
                target = TroopThread.Current;
                await go.Task;
            })
            .AsTask();
        Assert.That(SpinWait.SpinUntil(() => Volatile.Read(ref target) is not null, InThread.Guard), Is.True);

        Assert.That(async () => await other.InvokeAsync(() => target!.Cancel()), Throws.TypeOf<TroopFault>().With.Message.Contains("troop 'main'"));
        Assert.That(async () => await other.InvokeAsync(() => target!.Name = "mine"), Throws.TypeOf<TroopFault>());
        Assert.That((target!.CancellationToken.IsCancellationRequested, target.Name), Is.EqualTo((false, (string?)null)));
        go.Set();
        await done.OrHang();
    }
}
