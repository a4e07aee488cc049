using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Limits;

/// <summary>Kills that race with everything.</summary>
[Category("Stress")]
public sealed class KillStressTests
{
    [Test]
    public async Task A_kill_at_any_moment_tells_every_caller_and_leaves_no_thread()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 2, KillGrace = TimeSpan.FromMilliseconds(20) });
        for (int round = 0; round < 1_000; round++)
        {
            Troop troop = process.CreateTroop("victim");
            Channel<int> channel = new(round % 3);
            TaskCompletionSource foreign = new();
            List<Task> callers = [];
            Task killer = Task.Run(() =>
            {
                for (int spin = 0; spin < round % 50; spin++)
                {
                    _ = troop.ThreadCount;
                }

                troop.Kill("in a race");
                foreign.TrySetResult();
            });
            try
            {
                for (int i = 0; i < 20; i++)
                {
                    callers.Add(troop.InvokeAsync(() => { }).AsTask());
                    callers.Add(troop.InvokeAsync(async () => await channel.SendAsync(1)).AsTask());
                    callers.Add(troop.InvokeAsync(async () => await channel.ReceiveAsync()).AsTask());
                    callers.Add(troop.InvokeAsync(async () => await foreign.Task).AsTask());
                    callers.Add(troop.InvokeAsync(async () => await TroopThread.Start(Yields).Join()).AsTask());
                }
            }
            catch (TroopKilledException)
            {
                // The kill came first.
            }

            await killer.OrHang();
            foreach (Task caller in callers)
            {
                Assert.That(await caller.FaultOrHang(), Is.Null.Or.InstanceOf<TroopKilledException>());
            }

            await troop.StopAsync(TimeSpan.FromSeconds(20)).OrHang();
            Assert.That(troop.ThreadCount, Is.Zero);
        }
    }

    [Test]
    public async Task Killing_ten_thousand_parked_threads_unwinds_each_once()
    {
        const int Threads = 10_000;
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 2, KillGrace = TimeSpan.FromSeconds(25) });
        Troop troop = process.CreateTroop("crowd");
        int unwound = 0;
        using CountdownEvent waiting = new(Threads);
        Task root = troop
            .InvokeAsync(async () =>
            {
                Channel<int> channel = new(0);
                for (int i = 0; i < Threads; i++)
                {
                    _ = TroopThread.Start(async () =>
                    {
                        try
                        {
                            TroopTask<int> receive = channel.ReceiveAsync();
                            waiting.Signal();
                            await receive;
                        }
                        finally
                        {
                            Interlocked.Increment(ref unwound);
                        }
                    });
                }

                await TroopTask.Yield();
            })
            .AsTask();
        await root.OrHang();
        Assert.That(waiting.Wait(TimeSpan.FromSeconds(30)), Is.True);
        Assert.That(troop.ThreadCount, Is.EqualTo(Threads));
        troop.Kill("all of them");
        await troop.StopAsync(TimeSpan.FromSeconds(25)).OrHang();
        Assert.That(troop.ThreadCount, Is.Zero);
        Assert.That(unwound, Is.EqualTo(Threads));
    }

    private static async TroopTask Yields()
    {
        for (int i = 0; i < 10; i++)
        {
            await TroopTask.Yield();
        }
    }
}
