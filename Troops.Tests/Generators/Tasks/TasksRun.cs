using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Generators.Tasks;
using Troops.Tests.Analyzers;

namespace Troops.Tests.Generators.Tasks;

/// <summary>The generator of copies, driven as the compiler drives it.</summary>
internal static class TasksRun
{
    internal static readonly CSharpParseOptions Parsing = TestCompilation.Parsing.WithFeatures([new("InterceptorsNamespaces", "Troops.Generated")]);

    /// <summary>A user's project with the package.</summary>
    internal static CSharpCompilation Of(params IEnumerable<(string Path, string Text)> files) => WithPackage(TestCompilation.Of(files));

    /// <summary>What the package's props add to a project.</summary>
    internal static CSharpCompilation WithPackage(CSharpCompilation compilation) =>
        compilation
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(compilation.SyntaxTrees.Select(static tree => CSharpSyntaxTree.ParseText(tree.GetText(), Parsing, tree.FilePath)));

    internal static GeneratorDriver Driver(IncrementalGeneratorOutputKind leftOut = IncrementalGeneratorOutputKind.None) =>
        CSharpGeneratorDriver.Create(
            [new TasksGenerator().AsSourceGenerator()],
            parseOptions: Parsing,
            driverOptions: new GeneratorDriverOptions(leftOut, trackIncrementalGeneratorSteps: true)
        );

    /// <summary>The compilation with what was written into it. A generator that throws, or reports, is a failure.</summary>
    internal static Compilation Compile(Compilation compilation)
    {
        GeneratorDriver run = Driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
        Assert.Multiple(() =>
        {
            Assert.That(run.GetRunResult().Results.Select(static result => result.Exception), Is.All.Null);
            Assert.That(reported, Is.Empty);
        });
        return output;
    }

    /// <summary>The files that were written, by name.</summary>
    internal static IEnumerable<SyntaxTree> Generated(Compilation output) =>
        output
            .SyntaxTrees.Where(static tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .OrderBy(static tree => tree.FilePath, StringComparer.Ordinal);

    /// <summary>All of their text.</summary>
    internal static string Text(Compilation output) =>
        string.Join('\n', Generated(output).Select(static tree => $"==== {Path.GetFileName(tree.FilePath)}\n{tree}"));

    /// <summary>What the compiler says about files that nobody wrote.</summary>
    internal static IEnumerable<Diagnostic> Problems(Compilation output)
    {
        HashSet<SyntaxTree> generated = [.. Generated(output)];
        return output
            .GetDiagnostics()
            .Where(problem => problem.Severity >= DiagnosticSeverity.Warning && problem.Location.SourceTree is { } tree && generated.Contains(tree));
    }
}
