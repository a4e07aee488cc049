using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Generators.Verdicts;
using Troops.Tests.Generators.Verdicts;

namespace Troops.Tests.Corpus;

/// <summary>All bodies in one assembly, made once for each way in which they are compiled.</summary>
internal static class CorpusCompiler
{
    private const int ErrorsShown = 10;
    private const string TasksGenerator = "Troops.Generators.Tasks.TasksGenerator";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "Microsoft.CSharp.dll")
            .Append(typeof(TroopTask).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Whether there is a generator that makes copies.</summary>
    internal static bool MakesCopies => typeof(VerdictsGenerator).Assembly.GetType(TasksGenerator) is not null;

    internal static CorpusAssembly Compile(string name, IEnumerable<SyntaxTree> trees, bool debug, bool generate)
    {
        Compilation compilation = Create(name, trees, debug);
        return Emit(generate ? Generate(compilation) : compilation, new AssemblyLoadContext(name), out IReadOnlyList<Diagnostic> errors)
            ?? new CorpusAssembly(null, $"{name} does not compile:{Environment.NewLine}{string.Join(Environment.NewLine, errors.Take(ErrorsShown))}");
    }

    internal static Compilation Create(string name, IEnumerable<SyntaxTree> trees, bool debug) =>
        CSharpCompilation.Create(
            $"Troops.Tests.Corpus.{name}",
            trees,
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: debug ? OptimizationLevel.Debug : OptimizationLevel.Release,
                allowUnsafe: true,
                // Users have it on or off; and off is quicker.
                nullableContextOptions: debug ? NullableContextOptions.Enable : NullableContextOptions.Disable
            )
        );

    /// <summary>Null if it does not compile.</summary>
    internal static CorpusAssembly? Emit(Compilation compilation, AssemblyLoadContext context, out IReadOnlyList<Diagnostic> errors)
    {
        using MemoryStream image = new();
        errors = [.. compilation.Emit(image).Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (errors.Count > 0)
        {
            return null;
        }

        image.Position = 0;
        return new CorpusAssembly(context.LoadFromStream(image));
    }

    /// <summary>Runs every generator of ours, as the package does.</summary>
    internal static Compilation Generate(Compilation compilation)
    {
        IEnumerable<ISourceGenerator> generators = typeof(VerdictsGenerator)
            .Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(IIncrementalGenerator)))
            .Select(static type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());
        GeneratorDriverRunResult run = CSharpGeneratorDriver
            .Create(generators, parseOptions: CorpusSource.Parsing, optionsProvider: new TestConfiguration())
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _)
            .GetRunResult();
        Assert.That(run.Results.Select(static result => result.Exception), Is.All.Null);
        return output;
    }
}
