using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>A million live parked threads.</summary>
[Category("Stress")]
public sealed class ManyThreadsTests
{
    private const int Threads = 1_000_000;

    [Test]
    public async Task A_million_threads_park_are_counted_woken_and_end()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 2 });
        Troop troop = process.CreateTroop("million");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Channel<int> gate = new(0);
        Channel<int> done = new(1024);
        await troop
            .InvokeAsync(async () =>
            {
                for (int i = 0; i < Threads; i++)
                {
                    _ = TroopThread.Start(async () => await done.SendAsync(await gate.ReceiveAsync()));
                    if ((i & 127) == 127)
                    {
                        await TroopTask.Yield();
                    }
                }
            })
            .OrHang();
        Assert.That(troop.ThreadCount, Is.EqualTo(Threads));
        long each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Threads;
        // The thread, its two frames, its receive, and its place in two lists: a bound that a leak or a stack each would break.
        Assert.That(each, Is.LessThan(1_000));

        long sum = await troop
            .InvokeAsync(async () =>
            {
                TroopThread<long> counter = TroopThread.Start(async () =>
                {
                    long all = 0;
                    for (int i = 0; i < Threads; i++)
                    {
                        all += await done.ReceiveAsync();
                    }

                    return all;
                });
                for (int i = 0; i < Threads; i++)
                {
                    await gate.SendAsync(i);
                }

                return await counter.Join();
            })
            .AsTask()
            .WaitAsync(TimeSpan.FromSeconds(60));
        Assert.That(sum, Is.EqualTo((long)Threads * (Threads - 1) / 2));
        await troop.StopAsync(TimeSpan.FromSeconds(20)).OrHang();
        Assert.That(troop.ThreadCount, Is.Zero);
    }

    [Test]
    public async Task A_hundred_thousand_parked_threads_are_cut_off_by_disposal()
    {
        TroopProcess process = new(
            new TroopProcessOptions
            {
                Workers = 2,
                ShutdownGrace = TimeSpan.Zero,
                KillGrace = TimeSpan.FromSeconds(20),
            }
        );
        await process
            .InvokeAsync(async () =>
            {
                Channel<int> never = new(0);
                for (int i = 0; i < 100_000; i++)
                {
                    _ = TroopThread.Start(async () => await never.ReceiveAsync());
                    if ((i & 127) == 127)
                    {
                        await TroopTask.Yield();
                    }
                }
            })
            .OrHang();
        await process.DisposeAsync().OrHang();
        Assert.That(process.Main.ThreadCount, Is.Zero);
    }
}
