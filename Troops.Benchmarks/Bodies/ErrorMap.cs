using Microsoft.CodeAnalysis;

namespace Troops.Benchmarks.Bodies;

/// <summary>The errors of a compilation, by file: of binding, and of lowering, where the compiler finds half of what an <c>await</c> may not do.</summary>
internal sealed class ErrorMap
{
    private readonly Dictionary<SyntaxTree, List<Diagnostic>> byFile;

    private ErrorMap(IEnumerable<Diagnostic> errors) =>
        byFile = errors.GroupBy(static error => error.Location.SourceTree!).ToDictionary(static file => file.Key, static file => file.ToList());

    internal IEnumerable<Diagnostic> All => byFile.Values.SelectMany(static errors => errors);

    internal static ErrorMap Of(Compilation compilation) =>
        new(
            compilation
                .Emit(Stream.Null)
                .Diagnostics.Where(static problem => problem.Severity == DiagnosticSeverity.Error && problem.Location.SourceTree is not null)
        );

    internal Diagnostic? In(SyntaxNode node) =>
        byFile.TryGetValue(node.SyntaxTree, out List<Diagnostic>? errors) ? errors.Find(error => node.Span.IntersectsWith(error.Location.SourceSpan)) : null;
}
