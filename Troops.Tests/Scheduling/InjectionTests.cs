using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("Unit")]
internal sealed class InjectionTests
{
    private readonly Injection injection = new();
    private readonly TroopShare crowd = new(null!, "crowd");
    private readonly TroopShare lone = new(null!, "lone");

    [Test]
    public void Nothing_injected_gives_nothing()
    {
        Assert.That(injection.Take(new ThreadHeader[4], workers: 1), Is.Zero);
        Assert.That(new RunQueue(injection).TakeInjected(workers: 1), Is.Null);
    }

    [Test]
    public void The_threads_of_a_troop_come_in_the_order_in_which_they_were_pushed()
    {
        Push(crowd, 100);
        RunQueue queue = new(injection);
        List<int> order = [];
        while ((queue.Pop() ?? queue.TakeInjected(workers: 1)) is ScriptedThread thread)
        {
            order.Add(thread.Number);
        }

        Assert.That(order, Is.EqualTo(Enumerable.Range(0, 100)));
    }

    [Test]
    public void A_worker_takes_its_part_and_leaves_the_others_theirs()
    {
        Push(crowd, 30);
        Assert.That(injection.Take(new ThreadHeader[Injection.TakeAtMost], workers: 3), Is.EqualTo(11));
        Assert.That(injection.Count, Is.EqualTo(19));
    }

    [Test]
    public void A_troop_with_one_thread_waits_for_one_take_of_a_troop_with_ten_thousand()
    {
        Push(crowd, 10_000);
        Take();
        Push(lone, 1);
        List<string> owners = [];
        for (int i = 0; i < 3; i++)
        {
            owners.Add(Take());
        }

        Assert.That(owners, Does.Contain("lone"));
    }

    /// <summary>The lone troop comes back as soon as it was served, as a thread that yields does.</summary>
    [Test]
    public void A_troop_that_comes_back_each_time_is_served_as_often_as_the_crowd()
    {
        Push(crowd, 10_000);
        Push(lone, 1);
        int served = 0;
        for (int take = 0; take < 100; take++)
        {
            if (Take() is "lone")
            {
                served++;
                Push(lone, 1);
            }
        }

        Assert.That(served, Is.GreaterThanOrEqualTo(40));
    }

    [Test]
    public void A_newcomer_does_not_starve_a_troop_that_was_injected_often()
    {
        for (int i = 0; i < 10_000; i++)
        {
            Push(lone, 1);
            Take();
        }

        Push(crowd, 10_000);
        Push(lone, 1);
        List<string> owners = [];
        for (int i = 0; i < 4; i++)
        {
            owners.Add(Take());
        }

        Assert.That(owners, Does.Contain("lone"));
    }

    [Test]
    public void A_troop_that_stayed_away_has_saved_no_turns()
    {
        for (int i = 0; i < 10_000; i++)
        {
            Push(crowd, 1);
            Take();
        }

        Push(crowd, 100);
        Push(lone, 10_000);
        List<string> owners = [];
        for (int i = 0; i < 6; i++)
        {
            owners.Add(Take());
        }

        Assert.That(owners, Does.Contain("crowd"));
    }

    /// <summary>A lane that is full overflows into the injection queue while the last injected thread is being taken out of it.</summary>
    [Test]
    public void A_take_that_overflows_leaves_the_troop_waiting_once()
    {
        RunQueue queue = new(injection);
        for (int i = 0; i < StealableDeque.Capacity; i++)
        {
            queue.PushReady(new ScriptedThread(crowd, i));
        }

        Push(crowd, 2);
        HashSet<ThreadHeader> taken = [];
        taken.Add(queue.TakeInjected(workers: 1)!);
        int left = StealableDeque.Capacity + 1;
        for (int i = 0; i < left; i++)
        {
            Assert.That(taken.Add((queue.Pop() ?? queue.TakeInjected(workers: 1))!), Is.True);
        }

        Push(lone, 1);
        Assert.Multiple(() =>
        {
            Assert.That(injection.Count, Is.EqualTo(1));
            Assert.That(Take(), Is.EqualTo("lone"));
            Assert.That(injection.Count, Is.Zero);
        });
    }

    private void Push(TroopShare share, int count)
    {
        for (int i = 0; i < count; i++)
        {
            injection.Push(new ScriptedThread(share, i));
        }
    }

    /// <summary>Takes as one of two workers would; the owner of what came.</summary>
    private string Take()
    {
        ThreadHeader[] hands = new ThreadHeader[Injection.TakeAtMost];
        return injection.Take(hands, workers: 2) > 0 ? (string)hands[0].Share.Owner : "nobody";
    }
}
