using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Rows;

namespace Troops.Tests.Benchmarks;

/// <summary>The benchmarks are run by hand; here each row runs small, so that it still works when somebody does.</summary>
[TestFixture, Category("Unit")]
internal sealed class RowTests
{
    private static IEnumerable<string> Names => Catalog.Rows.Select(static row => row.Name);

    [TestCaseSource(nameof(Names))]
    public Task Every_row_measures_what_it_says(string name) => Runner.SmokeAsync(Catalog.Rows.Single(row => row.Name == name));

    [Test]
    public void Every_row_has_a_name_of_its_own_and_starts_with_ours() =>
        Assert.Multiple(() =>
        {
            Assert.That(Names, Is.Unique);
            Assert.That(Catalog.Rows.Select(static row => row.Ours.Name), Is.All.EqualTo(Contestant.Ours));
            Assert.That(Catalog.Rows.Select(static row => row.Contestants.Count), Is.All.GreaterThan(1));
        });

    [Test]
    public void A_loop_with_a_wrong_result_is_no_measurement() =>
        Assert.That(static () => Check.Equal(3, 2, "the number of messages"), Throws.InvalidOperationException.With.Message.Contains("should be 3 and is 2"));

    [Test]
    public void The_ratio_is_above_1_where_ours_costs_less()
    {
        Figure ours = Figure.Of([30, 10, 20]);
        Figure theirs = Figure.Of([50, 30]);
        Assert.Multiple(() =>
        {
            Assert.That(ours, Is.EqualTo(new Figure(20, 10, 30)));
            Assert.That(new Line("ring", ours, "ns", "Task", theirs).ToString(), Is.EqualTo("ring\t20.0\tns\tTask\t40.0\t2.00"));
            Assert.That(Figure.Ratio(Figure.Of([0]), theirs), Is.EqualTo(double.PositiveInfinity));
            Assert.That(Figure.Ratio(Figure.Of([0]), Figure.Of([0])), Is.EqualTo(1));
        });
    }
}
