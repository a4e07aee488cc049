using System.CommandLine;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Benchmarks.Analyzers;
using Troops.Benchmarks.Harness;
using Troops.Generators.Tasks;

namespace Troops.Benchmarks.Generators;

/// <summary><c>build/bench generators</c>: what the generator of copies adds to an edit, and to a build.</summary>
internal sealed class GeneratorsCommand(TextWriter lines)
{
    private const int Rounds = 31;
    private const double UnrelatedBudget = 10;
    private const double TaskBudget = 25;

    internal Command Create()
    {
        Command command = new("generators", "Measures what the generator adds to an edit and to a build of a large project.");
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        Subject subject = new("Large", TaskProject.Generate(), Subjects.References("Large"));
        CSharpCompilation compilation = WithInterceptors(subject.Compile());
        await lines.WriteLineAsync(CostLine.Header);
        await WriteAsync(
            "editor: edit elsewhere",
            Edits(compilation, IncrementalGeneratorOutputKind.Implementation, $"Part{TaskProject.Files - 1}.cs"),
            UnrelatedBudget
        );
        await WriteAsync("editor: edit in a task", Edits(compilation, IncrementalGeneratorOutputKind.Implementation, "Part7.cs"), TaskBudget);
        await WriteAsync("build: all", Builds(compilation), budget: null);
        await WriteAsync("build: edit elsewhere", Edits(compilation, IncrementalGeneratorOutputKind.None, $"Part{TaskProject.Files - 1}.cs"), budget: null);
        return 0;
    }

    private Task WriteAsync(string what, IEnumerable<double> milliseconds, double? budget) =>
        lines.WriteLineAsync(new CostLine("Large", what, Figure.Of(milliseconds), "ms", Budget: budget).ToString());

    /// <summary>Each edit changes one number of the file; the compiler's own work on the new text is not in it.</summary>
    private static IEnumerable<double> Edits(CSharpCompilation compilation, IncrementalGeneratorOutputKind leftOut, string path)
    {
        GeneratorDriver driver = Driver(leftOut).RunGenerators(compilation);
        List<double> times = [];
        int rounds = leftOut == IncrementalGeneratorOutputKind.None ? 5 : Rounds;
        for (int round = 0; round < rounds; round++)
        {
            SyntaxTree old = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
            SyntaxTree edited = old.WithChangedText(
                Microsoft.CodeAnalysis.Text.SourceText.From(
                    old.ToString().Replace("n > 0", "n > -1").Replace("int n)", $"int n, int r{round} = 0)"),
                    System.Text.Encoding.UTF8
                )
            );
            CSharpCompilation after = compilation.ReplaceSyntaxTree(old, edited);
            long start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(after);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first ones are the JIT's.
        return times.Skip(1);
    }

    private static IEnumerable<double> Builds(CSharpCompilation compilation)
    {
        List<double> times = [];
        for (int round = 0; round < 5; round++)
        {
            CSharpCompilation fresh = compilation.Clone();
            long start = Stopwatch.GetTimestamp();
            Driver(IncrementalGeneratorOutputKind.None).RunGenerators(fresh);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Skip(1);
    }

    private static GeneratorDriver Driver(IncrementalGeneratorOutputKind leftOut) =>
        CSharpGeneratorDriver.Create([new TasksGenerator().AsSourceGenerator()], driverOptions: new GeneratorDriverOptions(leftOut));

    private static CSharpCompilation WithInterceptors(CSharpCompilation compilation)
    {
        CSharpParseOptions options = CSharpParseOptions
            .Default.WithLanguageVersion(LanguageVersion.CSharp14)
            .WithFeatures([new("InterceptorsNamespaces", "Troops.Generated")]);
        return compilation
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), options, tree.FilePath)));
    }
}
