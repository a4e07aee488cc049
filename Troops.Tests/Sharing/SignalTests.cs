using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>What a signal does in threads.</summary>
[Category("Unit")]
public sealed class SignalTests
{
    [Test]
    public async Task Each_set_lets_one_thread_through_in_the_order_in_which_they_came()
    {
        await InThread.Run(async () =>
        {
            Signal signal = new();
            Channel<int> order = new(10);
            TroopThread[] threads = new TroopThread[5];
            for (int i = 0; i < threads.Length; i++)
            {
                int number = i;
                Latch waits = new(1);
                threads[i] = TroopThread.Start(async () =>
                {
                    TroopTask wait = signal.WaitAsync();
                    waits.CountDown();
                    await wait;
                    await order.SendAsync(number);
                });
                await waits.WaitAsync();
            }

            for (int i = 0; i < threads.Length; i++)
            {
                signal.Set();
                Assert.That(await order.ReceiveAsync(), Is.EqualTo(i));
            }

            foreach (TroopThread thread in threads)
            {
                await thread.Join();
            }
        });
    }

    [Test]
    public async Task A_set_that_nobody_waits_for_is_kept_once()
    {
        await InThread.Run(async () =>
        {
            Signal signal = new();
            signal.Set();
            signal.Set();
            Assert.That(signal.IsSet, Is.True);
            await signal.WaitAsync();
            Assert.That(signal.TryWait(), Is.False);
            signal.Set();
            Assert.That(signal.Reset(), Is.True);
            Assert.That(signal.Reset(), Is.False);
            Assert.That(signal.WaitAsync().IsCompleted, Is.False);
        });
    }

    [Test]
    public async Task The_waiter_never_runs_inside_the_setter()
    {
        await InThread.Run(async () =>
        {
            Signal signal = new();
            bool through = false;
            TroopTask waiter = Wait();
            signal.Set();
            Assert.That(through, Is.False);
            await waiter;
            Assert.That(through, Is.True);

            async TroopTask Wait()
            {
                await signal.WaitAsync();
                through = true;
            }
        });
    }

    [Test]
    public async Task A_cancelled_wait_takes_no_set()
    {
        await InThread.Run(async () =>
        {
            Signal signal = new();
            using CancellationTokenSource cancel = new();
            TroopTask cancelled = signal.WaitAsync(cancel.Token);
            TroopTask kept = signal.WaitAsync();
            await cancel.CancelAsync();
            signal.Set();
            await kept;
            Assert.That(await FaultOf.Task(() => cancelled), Is.TypeOf<OperationCanceledException>());
            Assert.That(() => signal.WaitAsync(cancel.Token), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(signal.IsSet, Is.False);
        });
    }

    [Test]
    public async Task A_waiter_whose_thread_has_ended_or_was_killed_takes_no_set()
    {
        await using TroopProcess process = InThread.Process(2);
        Troop doomed = process.CreateTroop("doomed");
        Signal signal = new();
        await doomed
            .InvokeAsync(() =>
            {
                for (int i = 0; i < 10; i++)
                {
                    _ = signal.WaitAsync();
                }
            })
            .OrHang();
        Task[] waiting = [.. Enumerable.Range(0, 10).Select(_ => doomed.InvokeAsync(async () => await signal.WaitAsync()).AsTask())];
        doomed.Kill("while they wait");
        foreach (Task task in waiting)
        {
            Assert.That(await task.FaultOrHang(), Is.TypeOf<TroopKilledException>());
        }

        signal.Set();
        Assert.That(signal.IsSet, Is.True);
    }

    [Test]
    public async Task Ordinary_code_waits_sets_and_cancels()
    {
        Signal signal = new();
        Task wait = signal.WaitAsync().AsTask();
        using CancellationTokenSource cancel = new();
        Task cancelled = signal.WaitAsync(cancel.Token).AsTask();
        Assert.That(wait.IsCompleted, Is.False);
        signal.Set();
        await wait.OrHang();
        await cancel.CancelAsync();
        await cancelled.FaultOrHang();
        Assert.That(cancelled.IsCanceled, Is.True);
        signal.Set();
        await signal.WaitAsync();
    }
}
