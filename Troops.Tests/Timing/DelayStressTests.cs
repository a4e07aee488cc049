using Troops.Tests.Support;

namespace Troops.Tests.Timing;

/// <summary>Delays on real workers, in real time.</summary>
[Category("Stress")]
public sealed class DelayStressTests
{
    /// <summary>A token that is cancelled on a kernel thread of its own about when the delay is over: one of the two wins, and the task goes on once.</summary>
    [Test]
    [CancelAfter(120_000)]
    public async Task A_cancellation_that_races_with_the_time_ends_each_delay_once()
    {
        const int rounds = 1_000;
        const int delays = 1_000;
        await using TroopProcess process = InThread.Process(2);
        int cancelled = 0;
        int over = 0;
        await process
            .InvokeAsync(async () =>
            {
                TroopThread<(int, int)>[] threads = [TroopThread.Start(() => Race(rounds / 2, delays)), TroopThread.Start(() => Race(rounds / 2, delays))];
                foreach (TroopThread<(int Over, int Cancelled)> thread in threads)
                {
                    (int wasOver, int wasCancelled) = await thread.Join();
                    over += wasOver;
                    cancelled += wasCancelled;
                }
            })
            .OrHang();
        await process.InvokeAsync(static async () => await TroopTask.Delay(TimeSpan.FromMilliseconds(1))).OrHang();
        Assert.Multiple(() =>
        {
            Assert.That(over + cancelled, Is.EqualTo(rounds * delays));
            Assert.That(over, Is.Positive);
            Assert.That(cancelled, Is.Positive);
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Timers_survive_hand_offs()
    {
        const int hogs = 20;
        await using TroopProcess process = InThread.Process(2);
        using ManualResetEventSlim release = new();
        await process
            .InvokeAsync(async () =>
            {
                TroopThread<int>[] tickers =
                [
                    .. Enumerable.Range(0, 100).Select(i => TroopThread.Start(() => Tick(20, TimeSpan.FromMilliseconds(1 + (i % 5))))),
                ];
                TroopThread[] stuck = [.. Enumerable.Range(0, hogs).Select(_ => TroopThread.Start(() => release.Wait(InThread.Guard)))];
                foreach (TroopThread<int> ticker in tickers)
                {
                    Assert.That(await ticker.Join(), Is.EqualTo(20));
                }

                release.Set();
                foreach (TroopThread one in stuck)
                {
                    await one.Join();
                }
            })
            .OrHang();
        Assert.That(process.Scheduler.HandOffs, Is.GreaterThanOrEqualTo(hogs));
    }

    private static async TroopTask<int> Tick(int times, TimeSpan period)
    {
        int ticks = 0;
        while (ticks < times)
        {
            await TroopTask.Delay(period);
            ticks++;
        }

        return ticks;
    }

    private static async TroopTask<(int Over, int Cancelled)> Race(int rounds, int delays)
    {
        int over = 0;
        int cancelled = 0;
        for (int round = 0; round < rounds; round++)
        {
            // Not disposed: the pool cancels it, maybe after the last delay is over.
            CancellationTokenSource cancellation = new();
            TroopTask<bool>[] waits = new TroopTask<bool>[delays];
            for (int i = 0; i < delays; i++)
            {
                waits[i] = IsOver(TimeSpan.FromTicks(1 + (i * 5)), cancellation.Token);
            }

            PoolSignals.OnPool(cancellation.Cancel);
            foreach (TroopTask<bool> wait in waits)
            {
                if (await wait)
                {
                    over++;
                }
                else
                {
                    cancelled++;
                }
            }
        }

        return (over, cancelled);
    }

    private static async TroopTask<bool> IsOver(TimeSpan delay, CancellationToken cancellation)
    {
        try
        {
            await TroopTask.Delay(delay, cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
