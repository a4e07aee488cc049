using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Troops.Benchmarks.Analyzers;

/// <summary>What one run over a whole project took.</summary>
/// <param name="Milliseconds">Of processors, from the text on.</param>
/// <param name="Callbacks">Milliseconds in the analyzers themselves, as the compiler counts them; what they make the compiler find out for them is in it.</param>
/// <param name="Megabytes">Allocated.</param>
/// <param name="Diagnostics">How many there were of the analyzers.</param>
internal readonly record struct BuildRound(double Milliseconds, double Callbacks, double Megabytes, int Diagnostics)
{
    private const double Mega = 1024 * 1024;

    /// <summary>The time that this process has had of processors: who else wants them does not show. Everything runs on one kernel thread, but for the collector and the JIT.</summary>
    internal static TimeSpan Now => Environment.CpuUsage.TotalTime;

    /// <summary>Parses, binds, writes an assembly to nowhere.</summary>
    internal static BuildRound Compile(Subject subject)
    {
        (TimeSpan start, long bytes) = Begin();
        CSharpCompilation compilation = subject.Compile();
        var result = compilation.Emit(Stream.Null);
        BuildRound round = End(start, bytes);
        return result.Success
            ? round
            : throw new InvalidOperationException(
                $"{subject.Name} does not compile: {result.Diagnostics.First(static problem => problem.Severity == DiagnosticSeverity.Error)}"
            );
    }

    /// <summary>Parses and binds, and lets the analyzers look at all of it.</summary>
    internal static async Task<BuildRound> AnalyzeAsync(Subject subject, Contender contender)
    {
        (TimeSpan start, long bytes) = Begin();
        CompilationWithAnalyzers compilation = With(AfterGenerators(subject), contender);
        ImmutableArray<Diagnostic> found = await compilation.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        BuildRound round = End(start, bytes);
        ThrowIfCrashed(found);
        return round with { Callbacks = await CallbacksAsync(compilation, contender), Diagnostics = found.Length };
    }

    /// <summary>Milliseconds in each of the analyzers, in their order.</summary>
    internal static async Task<double[]> AnalyzeEachAsync(Subject subject, Contender contender)
    {
        Begin();
        CompilationWithAnalyzers compilation = With(AfterGenerators(subject), contender);
        ThrowIfCrashed(await compilation.GetAnalyzerDiagnosticsAsync(CancellationToken.None));
        double[] callbacks = new double[contender.Analyzers.Length];
        for (int i = 0; i < callbacks.Length; i++)
        {
            callbacks[i] = await CallbacksAsync(compilation, contender.Analyzers[i]);
        }

        return callbacks;
    }

    /// <summary>As analyzers find it in a build: the generators of the same package have had the compiler look through its references.</summary>
    private static CSharpCompilation AfterGenerators(Subject subject)
    {
        CSharpCompilation compilation = subject.Compile();
        _ = compilation.Assembly;
        return compilation;
    }

    internal static CompilationWithAnalyzers With(Compilation compilation, Contender contender)
    {
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true,
            reportSuppressedDiagnostics: false
        );
        return new CompilationWithAnalyzers(compilation, contender.Analyzers, options);
    }

    internal static async Task<double> CallbacksAsync(CompilationWithAnalyzers compilation, Contender contender)
    {
        double sum = 0;
        foreach (DiagnosticAnalyzer analyzer in contender.Analyzers)
        {
            sum += await CallbacksAsync(compilation, analyzer);
        }

        return sum;
    }

    private static async Task<double> CallbacksAsync(CompilationWithAnalyzers compilation, DiagnosticAnalyzer analyzer) =>
        (await compilation.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime.TotalMilliseconds;

    /// <summary>An analyzer that gave up is fast.</summary>
    internal static void ThrowIfCrashed(ImmutableArray<Diagnostic> found)
    {
        if (
            found.FirstOrDefault(static diagnostic => diagnostic.Id == "AD0001" && diagnostic.GetMessage().Contains("Troops", StringComparison.Ordinal)) is
            { } crash
        )
        {
            throw new InvalidOperationException(crash.ToString());
        }
    }

    private static (TimeSpan Start, long Bytes) Begin()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return (Now, GC.GetTotalAllocatedBytes(precise: true));
    }

    private static BuildRound End(TimeSpan start, long bytes) =>
        new((Now - start).TotalMilliseconds, 0, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / Mega, 0);
}
