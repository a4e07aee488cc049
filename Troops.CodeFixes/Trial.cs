using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FindSymbols;
using Troops.Analyzers;

namespace Troops.CodeFixes;

/// <summary>Whether a repair does what it says: what refers to the changed symbols still compiles, and the rule has less to say than before.</summary>
/// <remarks>
/// The rules and the compiler are asked and not imitated: a list of the cases in which a repair works would be wrong in the next one. The price is one document
/// that is bound and analysed again, where the repair is offered and not while somebody types.
/// </remarks>
internal static class Trial
{
    internal static async Task<bool> PassesAsync(Site site, Repair repair, Solution changed, CancellationToken cancellation)
    {
        HashSet<DocumentId> documents = Changed(site.Solution, changed);
        if (documents.Count == 0 || !await SaysLessAsync(site, changed, documents, cancellation).ConfigureAwait(false))
        {
            return false;
        }

        foreach (ISymbol symbol in repair.Touched)
        {
            foreach (ReferencedSymbol found in await SymbolFinder.FindReferencesAsync(symbol, site.Solution, cancellation).ConfigureAwait(false))
            {
                documents.UnionWith(found.Locations.Select(static location => location.Document.Id));
                documents.UnionWith(
                    found
                        .Definition.Locations.Where(static location => location.IsInSource)
                        .Select(location => site.Solution.GetDocumentId(location.SourceTree))
                        .OfType<DocumentId>()
                );
            }
        }

        foreach (DocumentId id in documents)
        {
            if (!await CompilesAsync(site.Solution, changed, id, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private static HashSet<DocumentId> Changed(Solution before, Solution after) =>
        [.. after.GetChanges(before).GetProjectChanges().SelectMany(static project => project.GetChangedDocuments())];

    /// <summary>Where the diagnostic stands and where something changes, so that no error moves from here to there.</summary>
    private static async Task<bool> SaysLessAsync(Site site, Solution changed, IEnumerable<DocumentId> documents, CancellationToken cancellation)
    {
        (int had, int errors) = (0, 0);
        foreach (DocumentId id in documents.Append(site.Document.Id).Distinct())
        {
            ImmutableArray<Diagnostic> before = await AnalyzeAsync(site.Solution.GetDocument(id)!, cancellation).ConfigureAwait(false);
            ImmutableArray<Diagnostic> after = await AnalyzeAsync(changed.GetDocument(id)!, cancellation).ConfigureAwait(false);
            had += Same(before) - Same(after);
            errors += Errors(before) - Errors(after);
        }

        return had > 0 && errors >= 0;

        int Same(ImmutableArray<Diagnostic> found) => found.Count(diagnostic => diagnostic.Id == site.Diagnostic.Id);
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Document document, CancellationToken cancellation)
    {
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        CompilationWithAnalyzers run = model.Compilation.WithAnalyzers([new TroopsAnalyzer()], document.Project.AnalyzerOptions);
        return await run.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, cancellation).ConfigureAwait(false);
    }

    private static async Task<bool> CompilesAsync(Solution before, Solution after, DocumentId id, CancellationToken cancellation)
    {
        int errors = await ErrorsAsync(after).ConfigureAwait(false);
        return errors == 0 || errors <= await ErrorsAsync(before).ConfigureAwait(false);

        async Task<int> ErrorsAsync(Solution solution)
        {
            SemanticModel? model = await solution.GetDocument(id)!.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
            return model is null ? 0 : Errors(model.GetDiagnostics(cancellationToken: cancellation));
        }
    }

    private static int Errors(ImmutableArray<Diagnostic> found) => found.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
