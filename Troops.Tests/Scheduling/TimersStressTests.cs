using Troops.Scheduling;
using Troops.Seams;

namespace Troops.Tests.Scheduling;

/// <summary>Timers that several kernel threads arm and cancel while the owner fires them.</summary>
[TestFixture]
[Category("Stress")]
internal sealed class TimersStressTests
{
    [Test]
    [CancelAfter(60_000)]
    public void Each_timer_ends_exactly_once_whoever_arms_and_cancels_it()
    {
        const int kernelThreads = 4;
        const int each = 100_000;
        VirtualTime time = new();
        Timers timers = new(time);
        int cancelled = 0;
        int fired = 0;
        int done = 0;
        Thread[] others = [.. Enumerable.Range(0, kernelThreads).Select(seed => new Thread(() => Others(seed)))];
        Array.ForEach(others, static other => other.Start());
        long now = 0;
        while (Volatile.Read(ref done) < kernelThreads || !timers.IsIdle)
        {
            time.JumpTo(now += 37);
            timers.Look(now);
        }

        Array.ForEach(others, static other => other.Join());
        Assert.Multiple(() =>
        {
            Assert.That(fired + cancelled, Is.EqualTo(kernelThreads * each));
            Assert.That(fired, Is.Positive);
            Assert.That(cancelled, Is.Positive);
            Assert.That(timers.Count, Is.Zero, "nothing is left behind");
        });

        void Others(int seed)
        {
            Random random = new(seed);
            int mine = 0;
            for (int i = 0; i < each; i++)
            {
                TestTimer timer = new(i, time.Now + random.Next(300), _ => Interlocked.Increment(ref fired));
                timers.Ask(timer);
                if (random.Next(4) != 0)
                {
                    Thread.SpinWait(random.Next(60));
                    if (timer.TryClaim())
                    {
                        mine++;
                        timers.Ask(timer);
                    }
                }
            }

            Interlocked.Add(ref cancelled, mine);
            Interlocked.Increment(ref done);
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public void A_timer_that_is_cancelled_before_the_owner_has_looked_never_hangs()
    {
        Timers timers = new(new VirtualTime());
        TestTimer timer = new(0, 1_000);
        timers.Ask(timer);
        timer.TryClaim();
        timers.Ask(timer);
        timers.Look(1);
        Assert.That((timers.Count, timers.IsIdle), Is.EqualTo((0, true)));
    }

    [Test]
    public void Only_a_nearer_timer_wakes_a_sleeping_owner_or_many_that_are_to_be_taken_out()
    {
        Timers timers = new(new VirtualTime());
        TestTimer[] far = [.. Enumerable.Range(0, 300).Select(static i => new TestTimer(i, 1_000 + i))];
        Assert.That(timers.Ask(far[0]), Is.True, "the first is the nearest");
        Array.ForEach(far, one => timers.Ask(one));
        timers.Look(1);
        Assert.That(timers.Ask(new TestTimer(0, 5_000)), Is.False);
        Assert.That(timers.Ask(new TestTimer(0, 500)), Is.True);
        timers.Look(1);
        int wakes = 0;
        foreach (TestTimer timer in far)
        {
            timer.TryClaim();
            wakes += timers.Ask(timer) ? 1 : 0;
        }

        Assert.That(wakes, Is.EqualTo(300 - 255));
        timers.Look(1);
        Assert.That(timers.Count, Is.EqualTo(2));
    }
}
