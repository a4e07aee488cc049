using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Troops.Analyzers;

namespace Troops.Tests.Analyzers;

/// <summary>A user's project in memory: .NET 10, implicit usings, nullable, Troops.Runtime.</summary>
internal static class TestCompilation
{
    internal const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    internal static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(typeof(ImmutableAttribute).Assembly.Location);

    internal static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14);

    /// <summary>A library; <c>unsafe</c> is allowed.</summary>
    internal static CSharpCompilation Of(params IEnumerable<(string Path, string Text)> files) => Of(files, [.. Net100.References.All, Runtime]);

    internal static CSharpCompilation Of(IEnumerable<(string Path, string Text)> files, IEnumerable<MetadataReference> references, string name = "Users") =>
        CSharpCompilation.Create(
            name,
            files
                .Prepend((Path: "Usings.cs", Text: ImplicitUsings))
                .Select(static file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, System.Text.Encoding.UTF8), Parsing, file.Path)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)
        );

    /// <summary>What the analyzer says, in the order of the text. An exception in it is a failure, never a diagnostic.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        Compilation compilation,
        DiagnosticAnalyzer? analyzer = null,
        AnalyzerOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        CompilationWithAnalyzersOptions run = new(
            options ?? new AnalyzerOptions(PublicKindLines.In(compilation)),
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false
        );
        ImmutableArray<Diagnostic> found = await new CompilationWithAnalyzers(compilation, [analyzer ?? new TroopsAnalyzer()], run).GetAnalyzerDiagnosticsAsync(
            cancellation
        );
        Diagnostic? crash = found.FirstOrDefault(static diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal));
        Assert.That(crash, Is.Null, () => crash!.ToString());
        return
        [
            .. found
                .OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What the compiler itself says: errors only.</summary>
    internal static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
