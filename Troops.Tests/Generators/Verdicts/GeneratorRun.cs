using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Generators.Verdicts;
using Troops.Tests.Analyzers;

namespace Troops.Tests.Generators.Verdicts;

/// <summary>The generator, driven as the compiler drives it.</summary>
internal static class GeneratorRun
{
    internal static GeneratorDriver Driver(
        AnalyzerConfigOptionsProvider? configuration = null,
        IncrementalGeneratorOutputKind leftOut = IncrementalGeneratorOutputKind.None,
        params IEnumerable<AdditionalText> files
    ) =>
        CSharpGeneratorDriver.Create(
            [new VerdictsGenerator().AsSourceGenerator()],
            files,
            TestCompilation.Parsing,
            configuration ?? new TestConfiguration(),
            new GeneratorDriverOptions(leftOut, trackIncrementalGeneratorSteps: true)
        );

    /// <summary>The compilation with what was written into it. A generator that throws is a failure, and so is output that does not compile.</summary>
    internal static Compilation Compile(Compilation compilation, GeneratorDriver? driver = null)
    {
        GeneratorDriver run = (driver ?? Driver()).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Assert.That(run.GetRunResult().Results.Select(static result => result.Exception), Is.All.Null);
        IEnumerable<Diagnostic> errors = TestCompilation.Errors(output).Except(TestCompilation.Errors(compilation));
        Assert.That(
            errors.Where(static error => error.Location.SourceTree?.FilePath.EndsWith(VerdictsEmitter.FileName, StringComparison.Ordinal) == true),
            Is.Empty
        );
        return output;
    }

    /// <summary>The file that was written; empty if none was.</summary>
    internal static string Output(Compilation compilation, GeneratorDriver? driver = null) =>
        Compile(compilation, driver)
            .SyntaxTrees.FirstOrDefault(static tree => tree.FilePath.EndsWith(VerdictsEmitter.FileName, StringComparison.Ordinal))
            ?.ToString()
        ?? "";

    internal static string Output(params IEnumerable<(string Path, string Text)> files) => Output(TestCompilation.Of(files));
}
