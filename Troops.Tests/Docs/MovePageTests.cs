using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Tests.Analyzers;
using Troops.Tests.House;

namespace Troops.Tests.Docs;

/// <summary>What the page shows is true: the rules refuse each program that stands first, and say nothing of the one that stands after it.</summary>
[TestFixture, Category("Spec")]
internal sealed class MovePageTests
{
    private const string Usings = "global using System.Collections.Immutable; global using Troops; global using Troops.Sharing;";

    private static IEnumerable<TestCaseData> Pairs => MovePair.All.Select(static pair => new TestCaseData(pair).SetArgDisplayNames(pair.Title));

    [Test]
    public void There_are_at_least_a_dozen_and_each_has_two_programs() =>
        Assert.Multiple(static () =>
        {
            Assert.That(MovePair.All, Has.Count.GreaterThanOrEqualTo(12));
            Assert.That(MovePair.All.Where(static pair => pair.Programs.Count != 2), Is.Empty);
        });

    [Test]
    public void The_table_leads_to_every_section()
    {
        string page = File.ReadAllText(Repository.FullPath(MovePair.Page));
        Assert.That(
            MovePair
                .All.Select(static pair => $"(#{pair.Title.ToLowerInvariant().Replace(' ', '-')})")
                .Where(link => !page.Contains(link, StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [TestCaseSource(nameof(Pairs))]
    public async Task What_stands_first_is_refused_by_the_rule_that_it_names(MovePair pair)
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(pair.Before);
        IEnumerable<string> errors = found.Where(static one => one.Severity == DiagnosticSeverity.Error).Select(static one => one.Id);
        Assert.Multiple(() =>
        {
            Assert.That(pair.Rules, Is.Not.Empty, "it says which rule");
            Assert.That(pair.Rules.Except(errors, StringComparer.Ordinal), Is.Empty, () => $"missing; found:\n{string.Join('\n', found)}");
        });
    }

    [TestCaseSource(nameof(Pairs))]
    public async Task What_becomes_of_it_gets_no_word(MovePair pair)
    {
        // TROOP072 says that a lambda is slow, not that it is wrong.
        IEnumerable<Diagnostic> found = (await AnalyzeAsync(pair.After)).Where(static one => one.Id != "TROOP072");
        Assert.That(found, Is.Empty, () => string.Join('\n', found));
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string program)
    {
        CSharpCompilation compilation = TestCompilation.Of(("Imports.cs", Usings), ("Program.cs", program));
        Assert.That(TestCompilation.Errors(compilation), Is.Empty);
        return await TestCompilation.AnalyzeAsync(compilation);
    }
}
