using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Analyzers;
using Troops.Analyzers.Rules;
using Troops.Tests.House;
using Troops.Tests.Support;

namespace Troops.Tests.Analyzers;

/// <summary>The tables of descriptors are where a rule is declared; its page, its specs, the index and the release file follow them.</summary>
[TestFixture, Category("Spec")]
internal sealed class RuleTableTests
{
    private static readonly ImmutableArray<DiagnosticDescriptor> Descriptors =
    [
        .. new TroopsAnalyzer()
            .SupportedDiagnostics.Where(static descriptor => !descriptor.CustomTags.Contains(Describe.Strict, StringComparer.Ordinal))
            .GroupBy(static descriptor => descriptor.Id)
            .Select(static same => same.MaxBy(static descriptor => descriptor.DefaultSeverity)!)
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Ids => Descriptors.Select(static descriptor => descriptor.Id);

    [Test]
    public void Every_rule_has_a_page_and_every_page_a_rule() => Assert.That(RulePage.Ids, Is.EqualTo(Ids));

    [TestCaseSource(nameof(Ids))]
    public void A_page_says_what_why_bad_good_and_the_options_of_its_rule(string id)
    {
        RulePage page = RulePage.Read(id);
        DiagnosticDescriptor descriptor = Descriptors.Single(descriptor => descriptor.Id == id);
        Assert.Multiple(() =>
        {
            Assert.That(page.Title, Is.EqualTo($"# {id}: {descriptor.Title}"));
            Assert.That(string.Join(", ", page.Sections), Does.Match("^What, Why( it is a race)?, Bad, Good, Options$"));
            Assert.That(page.Bad, Is.Not.Empty, "bad examples");
            Assert.That(page.Good, Is.Not.Empty, "good examples");
            Assert.That(descriptor.HelpLinkUri, Does.EndWith($"/docs/rules/{id}.md"));
        });
    }

    [TestCaseSource(nameof(Ids))]
    public async Task Every_bad_example_of_a_page_reports_its_rule_and_no_good_one_anything(string id)
    {
        RulePage page = RulePage.Read(id);
        foreach (string bad in page.Bad)
        {
            Assert.That((await Analyze(bad)).Select(static diagnostic => diagnostic.Id).Distinct(), Is.EqualTo([id]), bad);
        }

        foreach (string good in page.Good)
        {
            Assert.That(await Analyze(good), Is.Empty, good);
        }
    }

    [TestCaseSource(nameof(Ids))]
    public void Every_rule_has_specs_that_it_reports_in(string id)
    {
        string path = Repository.FullPath($"Troops.Tests/Specs/{id}.cs");
        Assert.That(path, Does.Exist);
        Assert.That(SpecLine.Expected(File.ReadAllText(path)).Select(static mark => mark.Id), Does.Contain(id));
    }

    [Test]
    public void The_index_of_the_pages_is_made_from_the_tables()
    {
        StringBuilder index = new();
        index.AppendLine("# Rules").AppendLine();
        index
            .AppendLine(
                "What the analyzers report. [Kinds of types](kinds.md) says how they know what is immutable, and [boundaries](boundaries.md) how they know what another thread gets."
            )
            .AppendLine();
        foreach (IGrouping<string, DiagnosticDescriptor> family in Descriptors.GroupBy(static descriptor => descriptor.Category))
        {
            index.AppendLine(CultureInfo.InvariantCulture, $"## {family.Key.Split('.')[1]}").AppendLine();
            index.AppendLine("| | | |").AppendLine("|---|---|---|");
            foreach (DiagnosticDescriptor rule in family)
            {
                index.AppendLine(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity} |");
            }

            index.AppendLine();
        }

        Snapshot.VerifyFile(index.ToString(), $"{RulePage.Folder}/README.md");
    }

    [Test]
    public void The_release_file_is_made_from_the_tables()
    {
        StringBuilder file = new();
        file.AppendLine("; Made from the tables of descriptors by a test.").AppendLine();
        file.AppendLine("### New Rules").AppendLine();
        file.AppendLine("Rule ID | Category | Severity | Notes").AppendLine("--------|----------|----------|-------");
        foreach (DiagnosticDescriptor rule in Descriptors)
        {
            file.AppendLine(CultureInfo.InvariantCulture, $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}, [page]({rule.HelpLinkUri})");
        }

        Snapshot.VerifyFile(file.ToString(), "Troops.Analyzers/AnalyzerReleases.Unshipped.md");
    }

    private static async Task<ImmutableArray<Diagnostic>> Analyze(string program)
    {
        CSharpCompilation compilation = TestCompilation.Of(("Example.cs", program));
        Assert.That(TestCompilation.Errors(compilation), Is.Empty, program);
        return await TestCompilation.AnalyzeAsync(compilation);
    }
}
