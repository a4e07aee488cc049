using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("Unit")]
internal sealed class RunQueueTests
{
    private readonly Injection injection = new();
    private readonly TroopShare first = new(null!, "first");
    private readonly TroopShare second = new(null!, "second");
    private readonly TroopShare third = new(null!, "third");
    private RunQueue queue = null!;

    [SetUp]
    public void MakeQueue() => queue = new RunQueue(injection);

    [Test]
    public void Children_run_depth_first()
    {
        for (int i = 0; i < 5; i++)
        {
            queue.PushChild(Thread(first, i));
        }

        Assert.That(PopAll(), Is.EqualTo([4, 3, 2, 1, 0]));
    }

    [Test]
    public void Threads_that_stepped_back_run_in_order()
    {
        for (int i = 0; i < 5; i++)
        {
            queue.PushReady(Thread(first, i));
        }

        Assert.That(PopAll(), Is.EqualTo([0, 1, 2, 3, 4]));
    }

    [Test]
    public void The_thread_woken_last_runs_next_and_the_ones_woken_before_in_order()
    {
        queue.PushChild(Thread(first, 10));
        bool[] displaced = [queue.PushWoken(Thread(first, 1)), queue.PushWoken(Thread(first, 2)), queue.PushWoken(Thread(first, 3))];
        Assert.That(displaced, Is.EqualTo([false, true, true]));
        Assert.That(PopAll(), Is.EqualTo([3, 10, 1, 2]));
    }

    [Test]
    public void Threads_that_a_timer_woke_go_before_all_others_in_the_order_of_their_deadlines()
    {
        queue.PushChild(Thread(first, 10));
        queue.PushReady(Thread(first, 20));
        queue.PushWoken(Thread(first, 30));
        for (int i = 0; i < 3; i++)
        {
            queue.PushTimed(Thread(first, i));
        }

        Assert.That(PopAll(), Is.EqualTo([0, 1, 2, 30, 10, 20]));
    }

    [Test]
    public void Threads_that_timers_wake_without_end_do_not_starve_the_rest()
    {
        for (int i = 0; i < 10; i++)
        {
            queue.PushReady(Thread(first, i));
        }

        queue.PushTimed(Thread(first, 100));
        int turns = 0;
        List<int> others = [];
        while (others.Count < 10 && turns++ < 1_000)
        {
            int number = Pop();
            if (number == 100)
            {
                queue.PushTimed(Thread(first, 100));
            }
            else
            {
                others.Add(number);
            }
        }

        Assert.That(others, Is.EqualTo(Enumerable.Range(0, 10)));
    }

    [Test]
    public void More_threads_that_timers_woke_than_the_deque_holds_are_all_kept()
    {
        for (int i = 0; i < 1_000; i++)
        {
            queue.PushTimed(Thread(first, i));
        }

        List<int> kept = PopAll();
        while (queue.TakeInjected(1) is { } injected)
        {
            kept.Add(((ScriptedThread)injected).Number);
            kept.AddRange(PopAll());
        }

        Assert.That(kept, Is.EquivalentTo(Enumerable.Range(0, 1_000)));
    }

    [Test]
    public void A_thief_takes_what_timers_woke_first()
    {
        queue.PushReady(Thread(first, 1));
        queue.PushTimed(Thread(first, 2));
        RunQueue thief = new(injection);
        Assert.That(((ScriptedThread)queue.StealFor(thief)!).Number, Is.EqualTo(2));
    }

    [Test]
    public void A_pair_that_wakes_each_other_does_not_starve_the_rest()
    {
        for (int i = 0; i < 10; i++)
        {
            queue.PushReady(Thread(first, i));
        }

        queue.PushWoken(Thread(first, 100));
        int turns = 0;
        List<int> others = [];
        while (others.Count < 10 && turns++ < 1_000)
        {
            int number = Pop();
            if (number >= 100)
            {
                queue.PushWoken(Thread(first, 201 - number));
            }
            else
            {
                others.Add(number);
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(others, Is.EqualTo(Enumerable.Range(0, 10)));
            Assert.That(turns, Is.LessThanOrEqualTo(10 * 20));
        });
    }

    [Test]
    public void A_pair_that_wakes_each_other_goes_on_beside_many_others()
    {
        queue.PushWoken(Thread(first, 1000));
        queue.PushReady(Thread(first, 0));
        int pair = 0;
        int others = 0;
        for (int i = 0; i < 1_000; i++)
        {
            int number = Pop();
            if (number >= 1000)
            {
                pair++;
                queue.PushWoken(Thread(first, 1000));
            }
            else
            {
                others++;
                queue.PushReady(Thread(first, number));
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(pair, Is.GreaterThan(others), "the slot keeps a conversation going");
            Assert.That(others, Is.Positive);
        });
    }

    /// <summary>A recursion without end: each child leaves two more. The guard is in turns; those in order get one a millisecond.</summary>
    [Test]
    [CancelAfter(30_000)]
    public void Children_without_end_do_not_starve_those_in_order(CancellationToken giveUp)
    {
        queue.PushReady(Thread(first, -1));
        queue.PushChild(Thread(first, 1));
        int number = 0;
        while (number != -1)
        {
            giveUp.ThrowIfCancellationRequested();
            number = Pop();
            queue.PushChild(Thread(first, 1));
        }

        Assert.That(number, Is.EqualTo(-1));
    }

    [Test]
    public void Each_troop_gets_the_same_time_however_many_threads_it_has()
    {
        for (int i = 0; i < 200; i++)
        {
            queue.PushReady(Thread(first, i));
        }

        queue.PushReady(Thread(second, 1000));
        int turnsOfSecond = Run(1_000, costOf: static _ => 10);
        Assert.That(turnsOfSecond, Is.InRange(450, 550));
    }

    [Test]
    public void A_troop_whose_turns_last_longer_gets_fewer_of_them()
    {
        queue.PushReady(Thread(first, 0));
        queue.PushReady(Thread(second, 1000));
        int turnsOfSecond = Run(1_000, costOf: share => share == second ? 90 : 10);
        Assert.That(turnsOfSecond, Is.InRange(70, 130));
    }

    [Test]
    public void A_troop_that_idled_has_saved_no_time()
    {
        queue.PushReady(Thread(first, 0));
        queue.PushReady(Thread(third, 0));
        Run(1_000, costOf: static _ => 10);
        queue.PushReady(Thread(second, 1000));
        Assert.That(Run(300, costOf: static _ => 10), Is.InRange(80, 120));
    }

    [Test]
    public void A_newcomer_does_not_starve_a_troop_that_ran_long()
    {
        // The first troop is charged much time because it contends with the third one, which then ends.
        queue.PushReady(Thread(first, 0));
        queue.PushReady(Thread(third, -3));
        for (int i = 0; i < 1_000; i++)
        {
            ScriptedThread running = (ScriptedThread)queue.Pop()!;
            queue.Charge(running.Share, 1_000_000);
            queue.PushReady(running);
        }

        PopAll();
        // As in a turn of the first troop that starts something in the second one: nobody is queued at this moment.
        queue.PushReady(Thread(second, 1000));
        queue.PushReady(Thread(first, 0));
        Assert.That(Run(100, costOf: static _ => 10), Is.InRange(40, 60));
    }

    [Test]
    public void A_turn_is_timed_only_where_troops_contend()
    {
        queue.PushReady(Thread(first, 0));
        queue.PushReady(Thread(first, 1));
        Pop();
        bool alone = queue.IsContended;
        queue.PushReady(Thread(second, 2));
        Pop();
        bool two = queue.IsContended;
        Pop();
        Assert.That((alone, two, queue.IsContended), Is.EqualTo((false, true, false)));
    }

    [Test]
    public void What_does_not_fit_goes_where_every_worker_finds_it_and_nothing_is_lost()
    {
        for (int i = 0; i < 1_000; i++)
        {
            queue.PushChild(Thread(first, i));
            queue.PushReady(Thread(first, 1_000 + i));
        }

        int injected = injection.Count;
        HashSet<int> all = [.. PopAll()];
        while (queue.TakeInjected(workers: 1) is ScriptedThread thread)
        {
            all.Add(thread.Number);
            all.UnionWith(PopAll());
        }

        Assert.Multiple(() =>
        {
            Assert.That(injected, Is.Positive);
            Assert.That(all, Has.Count.EqualTo(2_000));
        });
    }

    [Test]
    public void An_overflow_keeps_the_youngest_children()
    {
        for (int i = 0; i <= StealableDeque.Capacity; i++)
        {
            queue.PushChild(Thread(first, i));
        }

        Assert.That(PopAll(), Is.EqualTo(Enumerable.Range(StealableDeque.Capacity / 2, (StealableDeque.Capacity / 2) + 1).Reverse()));
    }

    [Test]
    public void A_single_thread_is_left_to_an_owner_between_turns()
    {
        RunQueue thief = new(injection);
        queue.PushReady(Thread(first, 1));
        Assert.Multiple(() =>
        {
            Assert.That(queue.HasStealable(), Is.False);
            Assert.That(queue.StealFor(thief), Is.Null);
        });
    }

    [Test]
    public void The_slot_is_not_stolen_until_it_is_flushed()
    {
        RunQueue thief = new(injection);
        queue.PushWoken(Thread(first, 1));
        queue.PushReady(Thread(first, 2));
        bool before = queue.HasStealable();
        bool flushed = queue.FlushWoken();
        Assert.Multiple(() =>
        {
            Assert.That(before, Is.False);
            Assert.That(flushed, Is.True);
            Assert.That(queue.FlushWoken(), Is.False);
            Assert.That(queue.HasStealable(), Is.True);
            Assert.That(queue.StealFor(thief), Is.Not.Null);
        });
    }

    [Test]
    public void A_thief_takes_at_most_half_and_loses_none()
    {
        RunQueue thief = new(injection);
        for (int i = 0; i < 20; i++)
        {
            queue.PushReady(Thread(first, i));
        }

        int stolen = ((ScriptedThread)queue.StealFor(thief)!).Number;
        List<int> thiefs = PopAll(thief);
        List<int> owners = PopAll();
        Assert.Multiple(() =>
        {
            Assert.That(stolen, Is.Zero, "the oldest goes first");
            Assert.That(thiefs, Has.Count.LessThanOrEqualTo(9));
            Assert.That(thiefs, Is.Ordered);
            Assert.That(owners, Is.Ordered);
            Assert.That(thiefs.Concat(owners).Append(stolen).Order(), Is.EqualTo(Enumerable.Range(0, 20)));
        });
    }

    [Test]
    public void A_thief_takes_from_the_troop_furthest_behind()
    {
        RunQueue thief = new(injection);
        queue.PushReady(Thread(first, 0));
        queue.PushReady(Thread(second, 1000));
        queue.PushReady(Thread(first, 1));
        queue.PushReady(Thread(second, 1001));
        Run(2, costOf: share => share == first ? 1_000 : 1);
        Assert.That(((ScriptedThread)queue.StealFor(thief)!).Share.Owner, Is.EqualTo("second"));
    }

    [Test]
    public void An_empty_queue_says_so_whatever_went_through_it()
    {
        bool fresh = queue.IsEmpty;
        queue.PushWoken(Thread(first, 1));
        bool slot = queue.IsEmpty;
        PopAll();
        queue.PushChild(Thread(second, 1));
        bool child = queue.IsEmpty;
        PopAll();
        queue.Wipe();
        Assert.That((fresh, slot, child, queue.IsEmpty), Is.EqualTo((true, false, false, true)));
    }

    private static ScriptedThread Thread(TroopShare share, int number) => new(share, number);

    private int Pop() => ((ScriptedThread)queue.Pop()!).Number;

    private List<int> PopAll() => PopAll(queue);

    private static List<int> PopAll(RunQueue from)
    {
        List<int> popped = [];
        while (from.Pop() is ScriptedThread thread)
        {
            popped.Add(thread.Number);
        }

        return popped;
    }

    /// <summary>Turns of threads that yield for ever; returns how many were the second troop's.</summary>
    private int Run(int turns, Func<TroopShare, long> costOf)
    {
        int counted = 0;
        for (int i = 0; i < turns; i++)
        {
            ThreadHeader thread = queue.Pop()!;
            queue.Charge(thread.Share, costOf(thread.Share));
            counted += thread.Share == second ? 1 : 0;
            queue.PushReady(thread);
        }

        return counted;
    }
}
