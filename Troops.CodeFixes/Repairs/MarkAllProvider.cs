using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>All marks of a document in one change: several that each bring the using directive cannot be merged.</summary>
internal sealed class MarkAllProvider : DocumentBasedFixAllProvider
{
    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        CancellationToken cancellation = fixAllContext.CancellationToken;
        if (document is SourceGeneratedDocument || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        EditList edits = new(document.Project.Solution);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part)
            {
                await Marking.AddAsync(edits, part, "Immutable", cancellation).ConfigureAwait(false);
            }
        }

        return (await edits.ApplyAsync(cancellation).ConfigureAwait(false)).GetDocument(document.Id);
    }
}
