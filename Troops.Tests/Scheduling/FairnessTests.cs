using Troops.Sharing;

namespace Troops.Tests.Scheduling;

/// <summary>Shares counted in turns, never in time.</summary>
[TestFixture]
[Category("Stress")]
internal sealed class FairnessTests
{
    private const int LoneTurns = 5_000;

    [TestCase(1)]
    [TestCase(2)]
    [CancelAfter(60_000)]
    public async Task A_troop_of_one_gets_its_share_beside_a_troop_of_ten_thousand(int workers)
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = workers });
        Troop crowd = process.CreateTroop("crowd");
        Troop lone = process.CreateTroop("lone");
        int over = 0;
        long crowdTurns = 0;
        using CountdownEvent running = new(10_000);
        Task crowding = crowd.InvokeAsync(() => Crowd(10_000)).AsTask();
        Assert.That(running.Wait(SchedulerBench.DeadlockGuard), Is.True);

        long before = Interlocked.Read(ref crowdTurns);
        await lone.InvokeAsync(Lone).AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
        long crowdMeanwhile = Interlocked.Read(ref crowdTurns) - before;
        Volatile.Write(ref over, 1);
        await crowding.WaitAsync(SchedulerBench.DeadlockGuard);

        TestContext.Out.WriteLine($"{LoneTurns} turns of one thread, {crowdMeanwhile} of ten thousand, {workers} workers");
        // By turns alone the one would get 1 in 10,000. Equal time is about equal turns; the rest is for turns that cost different time, and other workers.
        Assert.That(crowdMeanwhile, Is.LessThan(50L * LoneTurns));

        async TroopTask Crowd(int threads)
        {
            List<TroopThread> all = [];
            for (int i = 0; i < threads; i++)
            {
                all.Add(TroopThread.Start(Busy));
            }

            foreach (TroopThread thread in all)
            {
                await thread.Join();
            }
        }

        async TroopTask Busy()
        {
            running.Signal();
            while (Volatile.Read(ref over) == 0)
            {
                Interlocked.Increment(ref crowdTurns);
                await TroopTask.Yield();
            }
        }

        async TroopTask Lone()
        {
            for (int i = 0; i < LoneTurns; i++)
            {
                await TroopTask.Yield();
            }
        }
    }

    /// <summary>A pair that talks without end, children without end, and a thread that only yields: all of them go on.</summary>
    [TestCase(1)]
    [TestCase(2)]
    [CancelAfter(60_000)]
    public async Task Neither_a_conversation_nor_a_recursion_starves_a_thread_that_waits_in_order(int workers)
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = workers });
        int over = 0;
        Channel<int> there = new(0);
        Channel<int> back = new(0);
        Task first = process.InvokeAsync(() => Talk(there, back)).AsTask();
        Task second = process.InvokeAsync(() => Talk(back, there)).AsTask();
        await there.SendAsync(0);
        Task recursion = process.InvokeAsync(Recurse).AsTask();
        await process.InvokeAsync(Wait).AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
        Volatile.Write(ref over, 1);
        await Task.WhenAll(first, second, recursion).WaitAsync(SchedulerBench.DeadlockGuard);
        Assert.Pass();

        async TroopTask Talk(Channel<int> from, Channel<int> to)
        {
            await foreach (int number in from)
            {
                if (Volatile.Read(ref over) != 0)
                {
                    break;
                }

                await to.SendAsync(number + 1);
            }

            to.Close();
        }

        async TroopTask Recurse()
        {
            await TroopTask.Yield();
            if (Volatile.Read(ref over) == 0)
            {
                TroopThread.Start(Recurse);
            }
        }

        async TroopTask Wait()
        {
            for (int i = 0; i < 20; i++)
            {
                await TroopTask.Yield();
            }
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_fan_out_runs_depth_first()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, Watchdog = false });
        int alive = 0;
        int most = 0;
        // Breadth-first, all 4,096 leaves would be alive at a time.
        await process.InvokeAsync(() => Node(12)).AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
        Assert.That(most, Is.LessThan(12 * 4));

        async TroopTask Node(int depth)
        {
            most = Math.Max(most, ++alive);
            if (depth > 0)
            {
                TroopThread left = TroopThread.Start(() => Node(depth - 1));
                TroopThread right = TroopThread.Start(() => Node(depth - 1));
                await left.Join();
                await right.Join();
            }

            alive--;
        }
    }
}
