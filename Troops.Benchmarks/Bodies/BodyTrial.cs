using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Benchmarks.Bodies.Twins;
using Troops.Roslyn.Tasks;

namespace Troops.Benchmarks.Bodies;

/// <summary>Lets the generator loose on a project, and looks at what became of each twin.</summary>
/// <param name="generator">Makes the one that is tried; hears what it refused.</param>
/// <param name="tally">What is found.</param>
internal sealed class BodyTrial(Func<Action<Diagnostic>, IIncrementalGenerator> generator, Tally tally)
{
    internal void Run(CSharpCompilation compilation, IReadOnlyList<Twin> twins)
    {
        ErrorMap before = ErrorMap.Of(compilation);
        tally.Unlowered += compilation.GetDeclarationDiagnostics().Any(static problem => problem.Severity == DiagnosticSeverity.Error) ? 1 : 0;
        List<Diagnostic> refused = [];
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create([generator(refused.Add).AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation after, out _);
        tally.Generator += driver.GetTimingInfo().ElapsedTime;
        GeneratorRunResult run = driver.GetRunResult().Results.Single();
        if (run.Exception is { } fault)
        {
            tally.Crashes.Add($"{compilation.AssemblyName}\t{OneLine(fault.ToString())}");
        }

        HashSet<string> copies = [];
        foreach (SyntaxTree tree in run.GeneratedSources.IsDefault ? [] : run.GeneratedSources.Select(static source => source.SyntaxTree))
        {
            copies.UnionWith(tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(static method => method.Identifier.ValueText));
            tally.Intercepted += tree.GetRoot()
                .DescendantNodes()
                .OfType<AttributeSyntax>()
                .Count(static attribute => attribute.Name.ToString().Contains("InterceptsLocation", StringComparison.Ordinal));
        }

        AddErrors(before, ErrorMap.Of(after));
        AddRefused(compilation, before, refused, twins);
        foreach (Twin twin in twins)
        {
            Add(twin, before, copies.Contains(CopyNames.Of(twin.Symbol)), run.Exception is not null);
        }
    }

    /// <summary>All that were not there before, wherever they are.</summary>
    private void AddErrors(ErrorMap before, ErrorMap after)
    {
        HashSet<string> known = [.. before.All.Select(static error => error.ToString())];
        foreach (Diagnostic error in after.All.Where(error => !known.Contains(error.ToString())))
        {
            tally.Errors.Add(Describe(error));
        }
    }

    /// <summary>But for copies of twins that do not bind themselves.</summary>
    private void AddRefused(CSharpCompilation compilation, ErrorMap before, List<Diagnostic> refused, IReadOnlyList<Twin> twins)
    {
        Dictionary<string, Twin> byName = twins.ToDictionary(static twin => CopyNames.Of(twin.Symbol), StringComparer.Ordinal);
        foreach (Diagnostic problem in refused)
        {
            string? name = problem
                .Location.SourceTree?.GetRoot()
                .FindNode(problem.Location.SourceSpan)
                .FirstAncestorOrSelf<MethodDeclarationSyntax>()
                ?.Identifier.ValueText;
            Twin? twin = name is null
                ? null
                : byName.GetValueOrDefault(name) ?? byName.GetValueOrDefault(name.Replace(CopyNames.Started(""), "", StringComparison.Ordinal));
            if (twin is null || before.In(twin.Task) is null)
            {
                tally.Dropped.Add($"{twin?.Place ?? compilation.AssemblyName}\t{Describe(problem)}");
            }
        }
    }

    private void Add(Twin twin, ErrorMap before, bool isCopied, bool isCrashed)
    {
        if (before.In(twin.Original) is not null)
        {
            tally.Unbound++;
            return;
        }

        if (before.In(twin.Task) is { } error)
        {
            tally.Twins.Add($"{twin.Place}\t{Describe(error)}");
            return;
        }

        tally.Tried++;
        tally.Copied += isCopied ? 1 : 0;
        tally.Add(Constructs.In(twin.Original), isCopied);
        if (!isCopied)
        {
            string reason =
                CopyObstacles.Find(twin.Symbol, twin.Task)
                ?? (
                    isCrashed ? "the generator crashed"
                    : CopyObstacles.IsPartial((TypeDeclarationSyntax)twin.Task.Parent!) ? "it was dropped"
                    : "its type is not partial"
                );
            tally.Reasons[reason] = tally.Reasons.GetValueOrDefault(reason) + 1;
        }
    }

    /// <summary>With the line of text that it is about.</summary>
    private static string Describe(Diagnostic problem)
    {
        FileLinePositionSpan place = problem.Location.GetLineSpan();
        string? line = problem.Location.SourceTree?.GetText().Lines[place.StartLinePosition.Line].ToString().Trim();
        return OneLine(
            $"{Path.GetFileName(place.Path)}:{place.StartLinePosition.Line + 1}\t{problem.Id} {problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}\t{line}"
        );
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
