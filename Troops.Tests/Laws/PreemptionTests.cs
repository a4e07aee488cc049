using Troops.Tests.Support;

namespace Troops.Tests.Laws;

/// <summary>Law 2: preemption switches threads, never tasks.</summary>
[TestFixture, Category("Stress")]
internal sealed class PreemptionTests
{
    private const int Rounds = 5;

    /// <summary>How the body under test starts tasks that run out of fuel in their first segment.</summary>
    public enum Start
    {
        /// <summary>Called and not awaited.</summary>
        Called,

        /// <summary>By a delegate that .NET's own code calls.</summary>
        ForEach,

        /// <summary>By a synchronous method, deep down.</summary>
        Helper,

        /// <summary>By an <c>async Task</c> method.</summary>
        ForeignBody,
    }

    [Test]
    public async Task A_task_that_runs_out_of_fuel_in_its_first_segment_lets_neither_its_caller_nor_a_sibling_run(
        [Values] Start start,
        [Values(1, 2)] int workers
    )
    {
        await using TroopProcess process = InThread.Process(workers);
        Observed observed = await process.InvokeAsync(() => Body(process, start)).AsTask().WaitAsync(InThread.Guard);

        Assert.Multiple(() =>
        {
            Assert.That(observed.Interrupted, Is.Zero, "somebody of the thread ran in the middle of a segment");
            Assert.That(observed.Moved, Is.Zero, "the thread was another one after running out of fuel");
            Assert.That(process.Scheduler.HandOffs, Is.GreaterThanOrEqualTo(Rounds), "the law was not put to the test");
        });
    }

    [TroopTask]
    private static async TroopTask<Observed> Body(TroopProcess process, Start start)
    {
        Observed observed = new();
        using CancellationTokenSource over = new();
        CancellationToken isOver = over.Token;

        // Others wait, so that a slice that is over means something.
        TroopThread[] others = [.. Enumerable.Range(0, 4).Select(_ => TroopThread.Start(() => Spin(isOver)))];
        TroopTask sibling = Count(observed, isOver);
        TroopThread me = TroopThread.Current;
        for (int round = 0; round < Rounds; round++)
        {
            List<TroopTask> busy = [];
            long handOffs = process.Scheduler.HandOffs;
            observed.CallerRuns++;
            switch (start)
            {
                case Start.Called:
                    busy.Add(BurnFuel(process, handOffs, observed, me));
                    break;
                case Start.ForEach:
                    new List<int> { 1, 2 }.ForEach(_ => busy.Add(BurnFuel(process, handOffs, observed, me)));
                    break;
                case Start.Helper:
                    Helper(10, () => busy.Add(BurnFuel(process, handOffs, observed, me)));
                    break;
                default:
                    await Foreign(() => BurnFuel(process, handOffs, observed, me));
                    break;
            }

            observed.CallerRuns++;
            foreach (TroopTask task in busy)
            {
                await task;
            }
        }

        await over.CancelAsync();
        await sibling;
        foreach (TroopThread other in others)
        {
            await other.Join();
        }

        return observed;
    }

    private static void Helper(int depth, Action then)
    {
        if (depth == 0)
        {
            then();
        }
        else
        {
            Helper(depth - 1, then);
        }
    }

    private static async Task Foreign(Func<TroopTask> body) => await body();

    /// <summary>Spends fuel, a call at a time, until turns have been handed off in this round, and then ten refills more.</summary>
    [TroopTask]
    private static async TroopTask BurnFuel(TroopProcess process, long handOffs, Observed observed, TroopThread me)
    {
        int caller = observed.CallerRuns;
        int sibling = observed.SiblingRuns;
        for (int more = 10_000; more > 0; more -= process.Scheduler.HandOffs > handOffs ? 1 : 0)
        {
            await Steps.Pause(0);
            if (observed.CallerRuns != caller || observed.SiblingRuns != sibling)
            {
                observed.Interrupted++;
            }

            if (TroopThread.Current != me)
            {
                observed.Moved++;
            }
        }

        await TroopTask.Yield();
    }

    [TroopTask]
    private static async TroopTask Count(Observed observed, CancellationToken isOver)
    {
        while (!isOver.IsCancellationRequested)
        {
            observed.SiblingRuns++;
            await TroopTask.Yield();
        }
    }

    [TroopTask]
    private static async TroopTask Spin(CancellationToken isOver)
    {
        while (!isOver.IsCancellationRequested)
        {
            await TroopTask.Yield();
        }
    }

    /// <summary>Plain fields of one thread: the law is what makes them safe.</summary>
    private sealed class Observed
    {
        internal int CallerRuns { get; set; }

        internal int SiblingRuns { get; set; }

        internal int Interrupted { get; set; }

        internal int Moved { get; set; }
    }
}
