using System.Runtime.InteropServices;
using Troops.Seams;

namespace Troops.Tests.Seams;

[TestFixture(false)]
[TestFixture(true)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ParkerTests(bool futex)
{
    private readonly Parker parker = new(futex && Futex.IsSupported);

    [Test]
    [Category("Unit")]
    public void The_kernels_own_wait_is_there_where_it_should_be() =>
        Assert.That(
            Futex.IsSupported,
            Is.EqualTo(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64)
        );

    [Test]
    [Category("Unit")]
    public void A_deadline_ends_a_park_and_never_early()
    {
        foreach (double milliseconds in new[] { 0, 0.05, 0.3, 1.7 })
        {
            long deadline = Clock.Now + Clock.Ticks(TimeSpan.FromMilliseconds(milliseconds));
            Assert.That(parker.ParkUntil(deadline), Is.False);
            Assert.That(Clock.Now, Is.GreaterThanOrEqualTo(deadline));
        }
    }

    [Test]
    [Category("Unit")]
    [CancelAfter(30_000)]
    public void A_permit_ends_a_park_with_a_far_deadline()
    {
        using ManualResetEventSlim parking = new();
        bool permitted = false;
        Thread sleeper = new(() =>
        {
            parking.Set();
            permitted = parker.ParkUntil(long.MaxValue - 1);
        });
        sleeper.Start();
        parking.Wait();
        parker.Unpark();
        Assert.That(sleeper.Join(TimeSpan.FromSeconds(20)), Is.True);
        Assert.That(permitted, Is.True);
    }

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

    [TestCase("none")]
    [TestCase("span")]
    [TestCase("deadline")]
    [Category("Stress")]
    [CancelAfter(60_000)]
    public void No_permit_is_lost_between_two_that_wake_each_other(string limit)
    {
        const int rounds = 10_000;
        Parker mine = new(futex && Futex.IsSupported);
        Parker theirs = new(futex && Futex.IsSupported);
        int sent = 0;
        int disorder = 0;
        Thread other = new(() =>
        {
            for (int i = 1; i <= rounds; i++)
            {
                Wait(theirs, limit);
                disorder += Volatile.Read(ref sent) == i ? 0 : 1;
                mine.Unpark();
            }
        });
        other.Start();
        for (int i = 1; i <= rounds; i++)
        {
            Volatile.Write(ref sent, i);
            theirs.Unpark();
            Wait(mine, limit);
        }

        Assert.That(other.Join(TimeSpan.FromSeconds(20)), Is.True);
        Assert.That(disorder, Is.Zero);
    }

    /// <summary>A limit that ends about when the permit comes: neither end may eat the other's permit.</summary>
    private static void Wait(Parker parker, string limit)
    {
        switch (limit)
        {
            case "span":
                while (!parker.Park(TimeSpan.FromMilliseconds(1))) { }
                break;
            case "deadline":
                while (!parker.ParkUntil(Clock.Now + Clock.Ticks(TimeSpan.FromMicroseconds(20)))) { }
                break;
            default:
                parker.Park();
                break;
        }
    }
}
