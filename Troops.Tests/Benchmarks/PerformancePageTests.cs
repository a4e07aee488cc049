using Troops.Benchmarks.Document;
using Troops.Benchmarks.Harness;

namespace Troops.Tests.Benchmarks;

[TestFixture, Category("Unit")]
internal sealed class PerformancePageTests
{
    private static readonly Figure Two = Figure.Of([1, 2, 3]);
    private static readonly Figure Three = Figure.Of([3]);

    [Test]
    public void What_people_wrote_stays_and_the_old_table_goes() =>
        Assert.That(
            PerformancePage.Replace("# Title\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nwords\n", "new\n"),
            Is.EqualTo("# Title\n<!-- measured: begin -->\nnew\n<!-- measured: end -->\nwords\n")
        );

    [Test]
    public void A_page_without_markers_is_left_alone() =>
        Assert.That(static () => PerformancePage.Replace("# Title\n", "new"), Throws.InvalidOperationException.With.Message.Contains("measured: begin"));

    [Test]
    public void The_page_says_where_we_lose()
    {
        Line[] lines = [new("ring", Two, "ns", "Task", Three), new("ring", Two, "ns", "Go", new Figure(1, 1, 1))];
        string text = PerformancePage.Measured(lines, Plan.Quick, DateTimeOffset.UnixEpoch, "a machine");
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("Measured on 1970-01-01, quick rounds: a machine."));
            Assert.That(text, Does.Contain("Where we lose: `ring` to Go (ratio 0.50)."));
            Assert.That(text, Does.Contain("| `ring` | 2.00 | 1.00 to 3.00 | ns | Task | 3.00 | 3.00 to 3.00 | 1.50 |"));
            Assert.That(text, Does.Contain("| | | | ns | Go | 1.00 | 1.00 to 1.00 | **0.50** |"));
        });
    }
}
