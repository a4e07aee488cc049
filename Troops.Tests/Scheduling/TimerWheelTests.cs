using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

[TestFixture]
[Category("Unit")]
internal sealed class TimerWheelTests
{
    [Test]
    public void The_next_deadline_is_exact_however_far_it_is()
    {
        foreach (long far in new[] { 1L, 63, 64, 1_000_003, 3_600_000_000_007, long.MaxValue - 2 })
        {
            TimerWheel wheel = new(0);
            wheel.Insert(new TestTimer(0, far));
            Assert.That(wheel.Next, Is.EqualTo(far), "nobody wakes before");
        }
    }

    [Test]
    public void A_timer_is_not_touched_before_it_is_due()
    {
        TimerWheel wheel = new(0);
        TestTimer timer = new(0, 10_000_000);
        wheel.Insert(timer);
        for (long now = 0; now < 10_000_000; now += 9_973)
        {
            wheel.Advance(now);
        }

        wheel.Advance(9_999_999);
        Assert.That(timer.Fires, Is.Zero);
        wheel.Advance(10_000_000);
        Assert.That(timer.Fires, Is.EqualTo(1));
    }

    [Test]
    public void A_hundred_thousand_equal_deadlines_fire_in_the_order_of_arming()
    {
        const int count = 100_000;
        List<int> fired = new(count);
        TimerWheel wheel = new(123);
        for (int i = 0; i < count; i++)
        {
            wheel.Insert(new TestTimer(i, 1_000_000_000, one => fired.Add(one.Number)));
            if (i % 1_000 == 0)
            {
                wheel.Advance(123 + (i * 9_000L));
            }
        }

        wheel.Advance(1_000_000_000);
        Assert.That(fired, Is.EqualTo(Enumerable.Range(0, count)));
    }

    [Test]
    public void What_was_disarmed_leaves_no_deadline()
    {
        TimerWheel wheel = new(0);
        TestTimer[] timers = [.. Enumerable.Range(0, 1_000).Select(static i => new TestTimer(i, 1L << (i % 60)))];
        foreach (TestTimer timer in timers)
        {
            wheel.Insert(timer);
        }

        foreach (TestTimer timer in timers)
        {
            Assert.That(wheel.Remove(timer), Is.True);
        }

        Assert.That((wheel.Count, wheel.Next), Is.EqualTo((0, long.MaxValue)));
    }

    [Test]
    public void Everything_can_be_taken_out_at_once()
    {
        TimerWheel wheel = new(0);
        TestTimer[] timers = [.. Enumerable.Range(0, 100).Select(static i => new TestTimer(i, (i * 7_919L) % 10_007))];
        Array.ForEach(timers, wheel.Insert);
        Assert.That(wheel.TakeAll(), Is.EquivalentTo(timers));
        Assert.That((wheel.Count, wheel.Next), Is.EqualTo((0, long.MaxValue)));
    }
}
