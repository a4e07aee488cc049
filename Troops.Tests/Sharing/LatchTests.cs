using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>What a latch does in threads, and what it refuses.</summary>
[Category("Unit")]
public sealed class LatchTests
{
    [Test]
    public async Task Everybody_waits_for_the_last_count()
    {
        await InThread.Run(async () =>
        {
            Latch latch = new(3);
            Atomic<int> through = new(0);
            TroopThread[] waiting = TroopThread.StartAll(
                Enumerable.Range(0, 4),
                async _ =>
                {
                    await latch.WaitAsync();
                    Assert.That(latch.Count, Is.Zero);
                    through.Increment();
                }
            );
            latch.CountDown();
            latch.CountDown();
            await Steps.Pause(3);
            Assert.That(through.Value, Is.Zero);
            Assert.That(latch.Count, Is.EqualTo(1));
            latch.CountDown();
            Assert.That(latch.IsOpen, Is.True);
            foreach (TroopThread thread in waiting)
            {
                await thread.Join();
            }

            Assert.That(through.Value, Is.EqualTo(4));
            await latch.WaitAsync();
        });
    }

    [Test]
    public void Misuse_throws_and_changes_nothing()
    {
        Assert.That(() => new Latch(-1), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("0 (it is open) or more"));
        Latch latch = new(2);
        Assert.That(() => latch.CountDown(3), Throws.InvalidOperationException.With.Message.Contains("only 2 were missing"));
        Assert.That(() => latch.CountDown(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => latch.Add(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => latch.Add(int.MaxValue), Throws.TypeOf<OverflowException>());
        Assert.That(latch.Count, Is.EqualTo(2));
        latch.Add(2);
        latch.CountDown(4);
        Assert.That(() => latch.CountDown(), Throws.InvalidOperationException.With.Message.Contains("only 0 were missing"));
        Assert.That(() => latch.Add(), Throws.InvalidOperationException.With.Message.Contains("stays open"));
        Assert.That(new Latch(0).IsOpen, Is.True);
    }

    [Test]
    public async Task A_cancelled_wait_ends_alone()
    {
        Latch latch = new(1);
        using CancellationTokenSource cancel = new();
        Task cancelled = latch.WaitAsync(cancel.Token).AsTask();
        Task kept = latch.WaitAsync().AsTask();
        await cancel.CancelAsync();
        await cancelled.FaultOrHang();
        Assert.That(cancelled.IsCanceled, Is.True);
        Assert.That(kept.IsCompleted, Is.False);
        Assert.That(() => latch.WaitAsync(cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        latch.CountDown();
        await kept.OrHang();
    }

    [Test]
    public async Task A_kill_ends_the_wait()
    {
        await using TroopProcess process = InThread.Process(2);
        Troop doomed = process.CreateTroop("doomed");
        Latch latch = new(1);
        Task waiting = doomed.InvokeAsync(async () => await latch.WaitAsync()).AsTask();
        doomed.Kill("while it waits");
        Assert.That(await waiting.FaultOrHang(), Is.TypeOf<TroopKilledException>());
        latch.CountDown();
        await latch.WaitAsync();
    }
}
