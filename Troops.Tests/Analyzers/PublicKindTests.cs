using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Tests.Analyzers;

/// <summary>TROOP094 in <c>PublicKinds.txt</c> itself; what it says at types is in its specs.</summary>
[TestFixture, Category("Unit")]
internal sealed class PublicKindTests
{
    private const string Program =
        "using Troops; namespace Shop; [Immutable] public sealed record Order(int N); [Immutable] internal sealed record Line(int N);";

    [Test]
    public async Task Without_the_file_nothing_is_asked() => Assert.That(await AnalyzeAsync("Kinds.txt", "Ref Shop.Gone\n"), Is.Empty);

    [TestCase("PublicKinds.txt")]
    [TestCase("/project/publickinds.txt")]
    public async Task A_line_about_a_type_that_nobody_sees_is_reported_where_it_stands(string path)
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(path, "# Ours.\nVal Shop.Order\nVal Shop.Line\n  Val Shop.Gone # was\n");
        Assert.That(
            found
                .Select(static diagnostic => (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition))
                .OrderBy(static place => place.StartLinePosition),
            Is.EqualTo([("TROOP094", new LinePosition(2, 4)), ("TROOP094", new LinePosition(3, 6))])
        );
    }

    [Test]
    public async Task A_line_that_cannot_be_read_is_reported_as_in_other_lists()
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync("PublicKinds.txt", "Val Shop.Order\nVall Shop.Line\n");
        Assert.That(found.Select(static diagnostic => diagnostic.Id), Is.EqualTo(["TROOP014"]));
        Assert.That(found.Single().Location.GetLineSpan().StartLinePosition, Is.EqualTo(new LinePosition(1, 0)));
    }

    [Test]
    public async Task The_file_is_no_list_of_kinds()
    {
        ImmutableArray<Diagnostic> found = await TestCompilation.AnalyzeAsync(
            TestCompilation.Of(("Program.cs", "using Troops; [Immutable] sealed record Holder(System.Text.StringBuilder Text);")),
            options: new AnalyzerOptions([new MemoryText("PublicKinds.txt", "Val System.Text.StringBuilder\n")])
        );
        Assert.That(found.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal), Is.EqualTo(["TROOP002", "TROOP094"]));
    }

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string path, string text) =>
        TestCompilation.AnalyzeAsync(TestCompilation.Of(("Program.cs", Program)), options: new AnalyzerOptions([new MemoryText(path, text)]));
}
