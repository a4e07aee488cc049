using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>Who makes the value, who gets it, and what happens when the making does not end well.</summary>
[Category("Unit")]
public sealed class OnceTests
{
    [Test]
    public async Task Many_threads_ask_and_one_value_is_made()
    {
        int made = 0;
        OneSignal go = new();
        Once<string> once = new(async () =>
        {
            await go.Task;
            return $"value {Interlocked.Increment(ref made)}";
        });
        await InThread.Run(async () =>
        {
            TroopThread<string>[] askers = TroopThread.StartAll(Enumerable.Range(0, 100), async _ => await once.GetAsync());
            Assert.That(once.TryGet(out _), Is.False);
            go.Set();
            foreach (TroopThread<string> asker in askers)
            {
                Assert.That(await asker.Join(), Is.EqualTo("value 1"));
            }

            Assert.That(once.GetAsync().IsCompleted, Is.True);
        });
        Assert.That(once.TryGet(out string? value), Is.True);
        Assert.That(value, Is.EqualTo("value 1"));
    }

    [Test]
    public async Task The_factory_runs_in_a_thread_of_its_own_in_the_troop_of_the_value()
    {
        await using TroopProcess process = InThread.Process(2);
        Troop troop = process.CreateTroop("maker");
        Once<TroopThread>? once = null;
        TroopThread? asker = null;
        await troop
            .InvokeAsync(() =>
            {
                once = new Once<TroopThread>(() => TroopThread.Current);
                asker = TroopThread.Current;
            })
            .OrHang();
        // Ordinary code asks, and is no thread.
        TroopThread maker = await once!.GetAsync().OrHang();
        Assert.That(maker, Is.Not.SameAs(asker));
        Assert.That(maker.Troop, Is.SameAs(troop));
    }

    [Test]
    public async Task A_fault_goes_to_everybody_who_waits_and_the_next_tries_again()
    {
        int attempts = 0;
        OneSignal go = new();
        using RecordedEvents events = new();
        Exception?[] faults = await InThread.Run(async () =>
        {
            Once<int> once = new(async () =>
            {
                await go.Unguarded;
                return ++attempts == 1 ? throw new FormatException("the first attempt of OnceTests") : attempts;
            });
            TroopTask<int>[] asked = [once.GetAsync(), once.GetAsync(), once.GetAsync()];
            go.Set();
            List<Exception?> seen = [];
            foreach (TroopTask<int> ask in asked)
            {
                try
                {
                    await ask;
                }
                catch (Exception fault)
                {
                    seen.Add(fault);
                }
            }

            Assert.That(await once.GetAsync(), Is.EqualTo(2));
            return seen.ToArray();
        });
        Assert.That(faults, Has.Length.EqualTo(3));
        Assert.That(faults[0], Is.TypeOf<FormatException>());
        Assert.That(faults[1], Is.TypeOf<TroopFault>().With.Message.Contains("the first attempt"));
        Assert.That(faults[2], Is.TypeOf<TroopFault>().And.Not.SameAs(faults[1]));
        Assert.That(events.Count("ThreadFaulted", "first attempt of OnceTests"), Is.Zero);
    }

    [Test]
    public async Task A_fault_that_nobody_waits_for_any_more_is_reported()
    {
        await using TroopProcess process = InThread.Process(2);
        RecordedFaults faults = new(process);
        OneSignal go = new();
        Once<int> once = new(async () =>
        {
            await go.Task;
            throw new FormatException("unheard");
        });
        await process
            .InvokeAsync(async () =>
            {
                using CancellationTokenSource cancel = new();
                TroopTask<int> ask = once.GetAsync(cancel.Token);
                await cancel.CancelAsync();
                Assert.That(await FaultOf.Task(() => ask), Is.InstanceOf<OperationCanceledException>());
                go.Set();
            })
            .OrHang();
        Assert.That((await faults.Next()).Fault.Message, Does.Contain("unheard"));
        Assert.That(once.TryGet(out _), Is.False);
    }

    [Test]
    public async Task An_asker_that_is_cancelled_leaves_the_making_to_the_others()
    {
        OneSignal go = new();
        Once<int> once = new(async () =>
        {
            await go.Task;
            return 7;
        });
        await InThread.Run(async () =>
        {
            using CancellationTokenSource cancel = new();
            TroopThread<int> first = TroopThread.Start(async () => await once.GetAsync(cancel.Token));
            TroopTask<int> second = once.GetAsync();
            await cancel.CancelAsync();
            Assert.That(await FaultOf.Task(() => first.Join()), Is.InstanceOf<OperationCanceledException>());
            go.Set();
            Assert.That(await second, Is.EqualTo(7));
            Assert.That(() => new Once<int>(() => 1).GetAsync(cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        });
    }

    [Test]
    public async Task When_the_troop_is_killed_in_the_making_ordinary_code_does_not_hang()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 2, KillGrace = TimeSpan.Zero });
        Troop doomed = process.CreateTroop("doomed");
        OneSignal inside = new();
        OneSignal never = new();
        Once<int>? once = null;
        await doomed
            .InvokeAsync(() =>
            {
                once = new Once<int>(async () =>
                {
                    inside.Set();
                    await never.Unguarded;
                    return 1;
                });
            })
            .OrHang();
        Task<int> waiting = once!.GetAsync().AsTask();
        await inside.Task;
        doomed.Kill("in the making");
        Assert.That(await waiting.FaultOrHang(), Is.TypeOf<TroopKilledException>());
        // And the next one hears that nobody can make it any more.
        Assert.That(await once.GetAsync().AsTask().FaultOrHang(), Is.TypeOf<TroopKilledException>());
    }

    [Test]
    public async Task A_factory_that_asks_for_its_own_value_is_told_so()
    {
        await InThread.Run(async () =>
        {
            Once<int>? once = null;
            once = new Once<int>(async () => await once!.GetAsync());
            Exception? fault = null;
            try
            {
                await once.GetAsync();
            }
            catch (InvalidOperationException own)
            {
                fault = own;
            }

            Expect.Names(fault, "would wait for itself");
        });
    }

    [Test]
    public async Task While_it_belongs_to_no_troop_ordinary_code_makes_it_itself()
    {
        Once<int> plain = new(() => 3);
        Assert.That(await plain.GetAsync(), Is.EqualTo(3));
        Channel<int> source = new(0);
        Once<int> later = new(() => source.ReceiveAsync());
        Task<int> asked = later.GetAsync().AsTask();
        await source.SendAsync(4);
        Assert.That(await asked.OrHang(), Is.EqualTo(4));
        Once<int> body = new(async () => await source.ReceiveAsync());
        Expect.Names(await body.GetAsync().AsTask().FaultOrHang(), "needs a thread");
        await InThread.Run(async () => Assert.That(await plain.GetAsync(), Is.EqualTo(3)));
    }

    [Test, Audited("runtime", "who compiles without the analyzers is told at run time", "2099-12-31")]
    public void A_result_that_would_run_elsewhere_is_refused() =>
        Assert.That(() => new Once<Task>(() => Task.CompletedTask), Throws.ArgumentException.With.Message.Contains("Await it inside"));
}
