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
        using BallGame game = new(bench, threads, balls, childEvery: 5, troops);
        game.Begin(throwsEach: 1_500_000 / balls);
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
            Assert.That(taken, Is.GreaterThan(5), "the attack never met a turn");
            Assert.That(bench.Scheduler.Queues.Select(static queue => queue.Owner).Distinct(), Has.Exactly(workers).Items, "each queue has a worker of its own");
        });
    }
}
