using Troops.Seams;

namespace Troops.Tests.Seams;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ParkerTests
{
    private readonly Parker parker = new();

    [Test]
    [Category("Unit")]
    [CancelAfter(30_000)]
    public void A_permit_given_before_the_park_ends_it_at_once()
    {
        parker.Unpark();
        parker.Park();
        Assert.Pass();
    }

    [Test]
    [Category("Unit")]
    public void Two_permits_count_as_one()
    {
        parker.Unpark();
        parker.Unpark();
        bool first = parker.Park(TimeSpan.Zero);
        bool second = parker.Park(TimeSpan.Zero);
        Assert.That((first, second), Is.EqualTo((true, false)));
    }

    [Test]
    [Category("Unit")]
    public void A_park_with_a_limit_ends_without_a_permit_and_says_so() => Assert.That(parker.Park(TimeSpan.FromMilliseconds(1)), Is.False);

    [Test]
    [Category("Unit")]
    [CancelAfter(30_000)]
    public void A_parked_kernel_thread_is_woken_from_another_one()
    {
        using ManualResetEventSlim parking = new();
        Thread sleeper = new(() =>
        {
            parking.Set();
            parker.Park();
        });
        sleeper.Start();
        parking.Wait();
        parker.Unpark();
        Assert.That(sleeper.Join(TimeSpan.FromSeconds(20)), Is.True);
    }

    [TestCase(false)]
    [TestCase(true)]
    [Category("Stress")]
    [CancelAfter(60_000)]
    public void No_permit_is_lost_between_two_that_wake_each_other(bool limited)
    {
        const int rounds = 20_000;
        Parker mine = new();
        Parker theirs = new();
        int sent = 0;
        int disorder = 0;
        Thread other = new(() =>
        {
            for (int i = 1; i <= rounds; i++)
            {
                Wait(theirs, limited);
                disorder += Volatile.Read(ref sent) == i ? 0 : 1;
                mine.Unpark();
            }
        });
        other.Start();
        for (int i = 1; i <= rounds; i++)
        {
            Volatile.Write(ref sent, i);
            theirs.Unpark();
            Wait(mine, limited);
        }

        Assert.That(other.Join(TimeSpan.FromSeconds(20)), Is.True);
        Assert.That(disorder, Is.Zero);
    }

    private static void Wait(Parker parker, bool limited)
    {
        if (!limited)
        {
            parker.Park();
            return;
        }

        // A limit that ends about when the permit comes: neither end may eat the other's permit.
        while (!parker.Park(TimeSpan.FromMilliseconds(1))) { }
    }
}
