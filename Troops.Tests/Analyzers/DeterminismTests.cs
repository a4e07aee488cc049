using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Analyzers;

namespace Troops.Tests.Analyzers;

/// <summary>A build says the same whoever asks first: the paths in messages too, though what is known about types is found in the order of the questions.</summary>
[TestFixture, Category("Spec")]
internal sealed class DeterminismTests
{
    private const int Runs = 4;

    /// <summary>Each program of the specs that can stand in a namespace of its own, in one project.</summary>
    private static readonly ImmutableArray<(string Path, string Text)> Files = [.. SpecFile.AllPrograms().Select(InNamespace).OfType<(string, string)>()];

    [Test]
    public async Task Concurrent_runs_and_runs_one_by_one_report_the_same([Range(1, Runs)] int run)
    {
        CSharpCompilation compilation = TestCompilation.Of(Files);
        string[] oneByOne = await ReportAsync(compilation, isConcurrent: false);
        string[] concurrent = await ReportAsync(compilation.Clone(), isConcurrent: true);
        Assert.Multiple(() =>
        {
            Assert.That(oneByOne, Has.Length.GreaterThan(50), "there is something to compare");
            Assert.That(concurrent, Is.EqualTo(oneByOne), $"run {run}");
        });
    }

    [Test]
    public async Task The_order_of_the_files_does_not_matter([Range(1, Runs)] int seed)
    {
        string[] inOrder = await ReportAsync(TestCompilation.Of(Files), isConcurrent: false);
        (string, string)[] shuffled = [.. Files];
        new Random(seed).Shuffle(shuffled);
        Assert.That(await ReportAsync(TestCompilation.Of(shuffled), isConcurrent: false), Is.EqualTo(inOrder), $"seed {seed}");
    }

    [Test]
    public async Task The_order_of_types_that_refer_to_each_other_does_not_matter([Range(1, Runs)] int seed)
    {
        Random random = new(seed);
        const int count = 120;
        List<(string, string)> files =
        [
            (
                "Marked.cs",
                $"using Troops; {string.Concat(Enumerable.Range(0, count).Select(static i => $"[Immutable] sealed class M{i} {{ readonly T{i} t; static readonly T{i} s; }}\n"))}"
            ),
        ];
        files.AddRange(
            Enumerable
                .Range(0, count)
                .Select(i =>
                    ($"T{i}.cs", $"sealed class T{i} {{ readonly T{random.Next(count)} a; readonly T{random.Next(count)} b; {(i % 29 == 0 ? "int x;" : "")} }}")
                )
        );
        string[] inOrder = await ReportAsync(TestCompilation.Of(files), isConcurrent: false);
        (string, string)[] shuffled = [.. files];
        random.Shuffle(shuffled);
        string[] inAnother = await ReportAsync(TestCompilation.Of(shuffled), isConcurrent: false);
        string[] concurrent = await ReportAsync(TestCompilation.Of(shuffled), isConcurrent: true);
        Assert.Multiple(() =>
        {
            Assert.That(inOrder, Has.Length.GreaterThan(count / 4), "there is something to compare");
            Assert.That(inAnother, Is.EqualTo(inOrder), $"seed {seed}");
            Assert.That(concurrent, Is.EqualTo(inOrder), $"seed {seed}");
        });
    }

    private static async Task<string[]> ReportAsync(CSharpCompilation compilation, bool isConcurrent)
    {
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: isConcurrent,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false
        );
        ImmutableArray<Diagnostic> found = await new CompilationWithAnalyzers(compilation, [new TroopsAnalyzer()], options).GetAnalyzerDiagnosticsAsync(
            CancellationToken.None
        );
        return [.. found.Select(Show).Order(StringComparer.Ordinal)];
    }

    private static string Show(Diagnostic diagnostic)
    {
        IEnumerable<string> places = diagnostic.AdditionalLocations.Prepend(diagnostic.Location).Select(static place => place.GetLineSpan().ToString());
        return $"{string.Join(" <- ", places)} {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private static (string Path, string Text)? InNamespace((string Name, string Source) program, int number)
    {
        CompilationUnitSyntax root = SyntaxFactory.ParseCompilationUnit(program.Source, options: TestCompilation.Parsing);
        bool isAlone =
            root.AttributeLists.Count > 0
            || root.Externs.Count > 0
            || root.Usings.Any(static line => !line.GlobalKeyword.IsKind(SyntaxKind.None))
            || root.Members.Any(static member => member is GlobalStatementSyntax or FileScopedNamespaceDeclarationSyntax);
        return isAlone ? null : ($"{program.Name}.cs", $"{root.Usings} namespace P{number} {{ {root.Members}\n}}");
    }
}
