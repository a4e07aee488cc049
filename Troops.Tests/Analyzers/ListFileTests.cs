using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Tests.Analyzers;

/// <summary>A user's <c>*.troops.txt</c> and <c>*.boundaries.txt</c>: what they say counts, and what they say wrongly is TROOP014 in that file.</summary>
[TestFixture, Category("Unit")]
internal sealed class ListFileTests
{
    private const string Program = "using Troops; [Immutable] public sealed record Holder(System.Text.StringBuilder Text);";

    [Test]
    public async Task A_line_of_a_user_counts()
    {
        ImmutableArray<Diagnostic> found = await Analyze("my.troops.txt", "Val  System.Text.StringBuilder\n");
        Assert.That(found, Is.Empty);
    }

    [Test]
    public async Task A_line_that_cannot_be_read_is_reported_where_it_stands_and_counts_for_nothing()
    {
        ImmutableArray<Diagnostic> found = await Analyze("my.troops.txt", "# mine\nVall System.Text.StringBuilder\n");
        Assert.That(found.Select(static diagnostic => diagnostic.Id), Is.EquivalentTo(["TROOP002", "TROOP014"]));
        Diagnostic wrong = found.Single(static diagnostic => diagnostic.Id == "TROOP014");
        FileLinePositionSpan span = wrong.Location.GetLineSpan();
        Assert.Multiple(() =>
        {
            Assert.That(span.Path, Is.EqualTo("my.troops.txt"));
            Assert.That(span.StartLinePosition, Is.EqualTo(new LinePosition(1, 0)));
            Assert.That(span.EndLinePosition, Is.EqualTo(new LinePosition(1, 4)));
            Assert.That(
                wrong.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
                Does.StartWith("This line of a list of kinds does not count: 'Vall' is no kind")
            );
        });
    }

    [TestCase("my.boundaries.txt")]
    [TestCase("lists/MY.Boundaries.TXT")]
    public async Task So_is_one_of_a_list_of_boundaries(string path)
    {
        ImmutableArray<Diagnostic> found = await Analyze(path, "Inline System.Func`1\n  Enter  System.Timers.Timer # mine\n");
        Diagnostic wrong = found.Single(static diagnostic => diagnostic.Id == "TROOP014");
        FileLinePositionSpan span = wrong.Location.GetLineSpan();
        Assert.Multiple(() =>
        {
            Assert.That(span.Path, Is.EqualTo(path));
            Assert.That(span.StartLinePosition, Is.EqualTo(new LinePosition(1, 2)));
            Assert.That(span.EndLinePosition, Is.EqualTo(new LinePosition(1, 7)));
            Assert.That(
                wrong.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
                Does.StartWith("This line of a list of boundaries does not count: 'Enter' is none of Entry, Inline, Send")
            );
        });
    }

    [Test]
    public async Task Each_list_has_its_own_words()
    {
        ImmutableArray<Diagnostic> found = await Analyze("my.boundaries.txt", "Val  System.Text.StringBuilder\n");
        Assert.That(found.Select(static diagnostic => diagnostic.Id), Is.EquivalentTo(["TROOP002", "TROOP014"]));
    }

    [Test]
    public async Task Other_files_are_nobodys_lists()
    {
        ImmutableArray<Diagnostic> found = await Analyze("notes.txt", "Vall of text\n");
        Assert.That(found.Select(static diagnostic => diagnostic.Id), Is.EqualTo(["TROOP002"]));
    }

    private static Task<ImmutableArray<Diagnostic>> Analyze(string path, string text) =>
        TestCompilation.AnalyzeAsync(TestCompilation.Of(("Program.cs", Program)), options: new AnalyzerOptions([new MemoryText(path, text)]));
}
