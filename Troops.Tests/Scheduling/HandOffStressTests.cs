using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

/// <summary>
/// Takes queues away from running turns at every moment, instead of at those that happen to last 10 ms. One kernel thread asks, as the protocol of Worker.HandOff says; the
/// watchdog is off.
/// </summary>
[TestFixture]
[Category("Stress")]
internal sealed class HandOffStressTests
{
    /// <summary>Bounds the attack where a lost ball keeps the game from ending.</summary>
    private const long Attempts = 3_000_000;

    [TestCase(1, 6, 3, 1)]
    [TestCase(2, 8, 4, 1)]
    [TestCase(2, 50, 20, 2)]
    [TestCase(4, 8, 6, 1)]
    [CancelAfter(60_000)]
    public async Task Whenever_a_queue_is_taken_away_nothing_is_lost_and_nothing_runs_twice(int workers, int threads, int balls, int troops)
    {
        await using SchedulerBench bench = new(workers);
        using BallGame game = new(bench, threads, balls, childEvery: 5, troops, dwell: 100);
        game.Begin(throwsEach: 200_000 / balls);
        long taken = 0;
        Worker? spare = null;
        for (long attempt = 0; !game.IsOver && attempt < Attempts; attempt++)
        {
            foreach (RunQueue queue in bench.Scheduler.Queues)
            {
                spare ??= bench.Scheduler.Spares.Take()!;
                if (queue.Owner!.TryHandOffTo(spare))
                {
                    spare = null;
                    taken++;
                }
            }
        }

        spare?.Parker.Unpark();
        game.AssertEndsInOrder();
        TestContext.Out.WriteLine($"{taken} queues taken, {game.Children} children, {bench.Scheduler.Spares.Alive} kernel threads");
        Assert.Multiple(() =>
        {
            Assert.That(taken, Is.GreaterThan(100), "the attack never met a turn");
            Assert.That(
                bench.Scheduler.Queues.Select(static queue => queue.Owner).Distinct(),
                Has.Exactly(workers).Items,
                "each queue has a worker of its own"
            );
        });
    }

    /// <summary>The watchdog is not the only one: each troop that expires hands off its stuck turns too.</summary>
    [TestCase(1)]
    [TestCase(2)]
    [CancelAfter(60_000)]
    public async Task Several_that_take_queues_away_do_not_take_one_twice(int workers)
    {
        await using SchedulerBench bench = new(workers);
        using BallGame game = new(bench, players: 8, balls: 4, childEvery: 5, dwell: 100);
        game.Begin(throwsEach: 20_000);
        Thread[] askers =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(_ => new Thread(() =>
                {
                    for (long attempt = 0; !game.IsOver && attempt < Attempts; attempt++)
                    {
                        foreach (RunQueue queue in bench.Scheduler.Queues)
                        {
                            bench.Scheduler.HandOff(queue.Owner!);
                        }
                    }
                })),
        ];
        Array.ForEach(askers, static asker => asker.Start());
        game.AssertEndsInOrder();
        Array.ForEach(askers, static asker => asker.Join());
        TestContext.Out.WriteLine($"{bench.Scheduler.HandOffs} queues taken, {bench.Scheduler.Spares.Alive} kernel threads");
        Assert.That(bench.Scheduler.Queues.Select(static queue => queue.Owner).Distinct(), Has.Exactly(workers).Items);
    }
}
