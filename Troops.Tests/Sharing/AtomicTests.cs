using System.Collections.Immutable;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>What an atomic value does beyond what its model says.</summary>
[Category("Unit")]
public sealed class AtomicTests
{
    [Test]
    public void Numbers_add_and_wrap_around()
    {
        Atomic<int> small = new(int.MaxValue);
        Assert.That(small.Increment(), Is.EqualTo(int.MinValue));
        Assert.That(small.Decrement(), Is.EqualTo(int.MaxValue));
        Assert.That(small.Add(-7), Is.EqualTo(int.MaxValue - 7));
        Atomic<long> big = new(long.MinValue);
        Assert.That(big.Decrement(), Is.EqualTo(long.MaxValue));
        Assert.That(big.Increment(), Is.EqualTo(long.MinValue));
        Assert.That(big.Add(5), Is.EqualTo(long.MinValue + 5));
        Assert.That(big.Value, Is.EqualTo(long.MinValue + 5));
    }

    [Test]
    public void References_are_equal_only_if_they_are_the_same_object()
    {
        string one = new('x', 1);
        string other = new('x', 1);
        Atomic<string> text = new(one);
        Assert.That(text.CompareExchange("new", other), Is.SameAs(one));
        Assert.That(text.Value, Is.SameAs(one));
        Assert.That(text.CompareExchange("new", one), Is.SameAs(one));
        Assert.That(text.Value, Is.EqualTo("new"));
    }

    [Test]
    public void Structs_are_equal_as_they_say_themselves()
    {
        Atomic<double> number = new(double.NaN);
        Assert.That(number.CompareExchange(1, BitConverter.UInt64BitsToDouble(0xFFF8_0000_0000_0001)), Is.NaN);
        Assert.That(number.Value, Is.EqualTo(1));
        Atomic<decimal> money = new(1.0m);
        Assert.That(money.CompareExchange(2m, 1.000m), Is.EqualTo(1m));
        Assert.That(money.Value, Is.EqualTo(2m));
        Atomic<DayOfWeek?> day = new(null);
        Assert.That(day.CompareExchange(DayOfWeek.Friday, null), Is.Null);
        Assert.That(day.Value, Is.EqualTo(DayOfWeek.Friday));
    }

    [Test]
    public void An_update_that_was_overtaken_starts_again_with_the_newer_value()
    {
        Atomic<ImmutableList<int>> list = new([]);
        int calls = 0;
        list.Update(known =>
        {
            if (calls++ == 0)
            {
                list.Value = [1];
            }

            return known.Add(2);
        });
        Assert.That(calls, Is.EqualTo(2));
        Assert.That(list.Value, Is.EqualTo(new[] { 1, 2 }));
        // Other bits of an equal number count as another value.
        Atomic<double> zero = new(0.0);
        calls = 0;
        zero.Update(known =>
        {
            if (calls++ == 0)
            {
                zero.Value = -0.0;
            }

            return known + 1;
        });
        Assert.That(calls, Is.EqualTo(2));
    }

    [Test]
    public void An_update_that_throws_changes_nothing()
    {
        Atomic<int> number = new(3);
        Assert.That(() => number.Update(_ => throw new FormatException()), Throws.TypeOf<FormatException>());
        Assert.That(() => number.Update(null!), Throws.ArgumentNullException);
        Assert.That(number.Value, Is.EqualTo(3));
        Assert.That(() => ((Atomic<int>)null!).Increment(), Throws.ArgumentNullException);
    }

    [Test]
    [Category("Stress")]
    public async Task Many_threads_and_ordinary_code_lose_no_update()
    {
        const int Each = 20_000;
        Atomic<int> number = new(0);
        Atomic<(int, int)> pair = new((0, 0));
        void Work()
        {
            for (int i = 0; i < Each; i++)
            {
                number.Increment();
                pair.Update(static p => (p.Item1 + 1, p.Item2 - 1));
                (int up, int down) = pair.Value;
                Assert.That(up, Is.EqualTo(-down));
            }
        }

        Task outside = Task.Run(Work);
        await InThread.Run(async () => await TroopThread.ForEach([1, 2, 3], 3, _ => Work()));
        await outside.OrHang();
        Assert.That(number.Value, Is.EqualTo(4 * Each));
        Assert.That(pair.Value, Is.EqualTo((4 * Each, -4 * Each)));
    }
}
