using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("Unit")]
internal sealed class IdleTests
{
    private Idle idle = null!;
    private Worker[] workers = null!;
    private int watchdogWakes;

    [SetUp]
    public void MakeIdle()
    {
        watchdogWakes = 0;
        idle = new Idle(4) { OnWake = () => watchdogWakes++ };
        workers = [.. Enumerable.Range(1, 4).Select(static seed => new Worker(null!, (uint)seed))];
    }

    [Test]
    public void Nobody_asleep_nobody_woken()
    {
        idle.Notify();
        Assert.That((idle.Wakes, watchdogWakes), Is.EqualTo((0, 0)));
    }

    [Test]
    public void A_burst_of_work_wakes_one_worker()
    {
        AddAll();
        for (int i = 0; i < 100; i++)
        {
            idle.Notify();
        }

        Assert.That((idle.Wakes, idle.Sleeping), Is.EqualTo((1, 3)));
    }

    [Test]
    public void The_one_that_fell_asleep_last_is_woken_first()
    {
        AddAll();
        idle.Notify();
        Assert.Multiple(() =>
        {
            Assert.That(workers[3].Parker.Park(TimeSpan.Zero), Is.True);
            Assert.That(workers[0].Parker.Park(TimeSpan.Zero), Is.False);
        });
    }

    [Test]
    public void The_next_is_woken_when_the_search_of_the_first_has_ended()
    {
        AddAll();
        idle.Notify();
        bool last = idle.EndSearch();
        idle.Notify();
        Assert.That((last, idle.Wakes, idle.Sleeping), Is.EqualTo((true, 2, 2)));
    }

    [Test]
    public void Nobody_is_woken_while_somebody_searches()
    {
        idle.Add(workers[0]);
        Assert.That(idle.TryBeginSearch(), Is.True);
        idle.Notify();
        Assert.That(idle.Wakes, Is.Zero);
    }

    [Test]
    public void At_most_half_of_the_workers_search()
    {
        bool[] allowed = [idle.TryBeginSearch(), idle.TryBeginSearch(), idle.TryBeginSearch()];
        bool[] last = [idle.EndSearch(), idle.EndSearch()];
        Assert.Multiple(() =>
        {
            Assert.That(allowed, Is.EqualTo([true, true, false]));
            Assert.That(last, Is.EqualTo([false, true]));
        });
    }

    [Test]
    public void A_single_worker_may_search() => Assert.That(new Idle(1).TryBeginSearch(), Is.True);

    [Test]
    public void A_worker_that_was_chosen_cannot_take_itself_back()
    {
        idle.Add(workers[0]);
        idle.Notify();
        Assert.Multiple(() =>
        {
            Assert.That(idle.TryRemove(workers[0]), Is.False);
            Assert.That(workers[0].Parker.Park(TimeSpan.Zero), Is.True, "its permit is on its way");
        });
    }

    [Test]
    public void A_worker_that_takes_itself_back_wakes_the_watchdog()
    {
        idle.Add(workers[0]);
        Assert.That(idle.TryRemove(workers[0]), Is.True);
        Assert.That((idle.Sleeping, watchdogWakes), Is.EqualTo((0, 1)));
    }

    [Test]
    public void A_wake_up_wakes_the_watchdog_after_the_sleeper_is_uncounted()
    {
        int sleeping = -1;
        idle.OnWake = () => sleeping = idle.Sleeping;
        idle.Add(workers[0]);
        idle.Notify();
        Assert.That(sleeping, Is.Zero);
    }

    [Test]
    public void Waking_all_gives_each_a_permit_and_counts_each_as_searching()
    {
        AddAll();
        idle.WakeAll();
        Assert.Multiple(() =>
        {
            Assert.That(workers.Select(static worker => worker.Parker.Park(TimeSpan.Zero)), Is.All.True);
            Assert.That(idle.Sleeping, Is.Zero);
            Assert.That(idle.TryBeginSearch(), Is.False);
        });
    }

    private void AddAll() => Array.ForEach(workers, idle.Add);
}
