using Troops.Benchmarks.Analyzers;
using Troops.Benchmarks.Harness;

namespace Troops.Tests.Benchmarks;

[TestFixture, Category("Unit")]
internal sealed class CostLineTests
{
    private static readonly Figure Ten = Figure.Of([9, 10, 30]);

    [Test]
    public void A_share_of_compiling_is_held_against_a_budget_in_percent() =>
        Assert.Multiple(static () =>
        {
            Assert.That(
                new CostLine("P", "rules", Ten, "ms", Whole: 1000, Budget: 1).ToString(),
                Is.EqualTo("P\trules\t10.0\t9.00\t30.0\tms\t1.00\t1.00 %\tyes")
            );
            Assert.That(new CostLine("P", "rules", Ten, "ms", Whole: 999, Budget: 1).Holds, Is.False);
        });

    [Test]
    public void A_time_of_files_is_held_against_the_slow_ones() =>
        Assert.Multiple(static () =>
        {
            Assert.That(new CostLine("P", "edit", Ten, "ms", Budget: 29).ToString(), Is.EqualTo("P\tedit\t10.0\t9.00\t30.0\tms\t-\t29.0 ms\tNO"));
            Assert.That(new CostLine("P", "edit", Ten, "ms", Budget: 30).Holds, Is.True);
            Assert.That(new CostLine("P", "edit", Ten, "ms").Holds, Is.Null);
        });
}
