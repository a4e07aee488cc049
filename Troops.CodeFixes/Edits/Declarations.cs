using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Troops.CodeFixes.Edits;

/// <summary>Where symbols are declared in the code of a solution.</summary>
internal static class Declarations
{
    /// <summary>Those that a person can change.</summary>
    internal static IEnumerable<TNode> Of<TNode>(Solution solution, ISymbol symbol, CancellationToken cancellation)
        where TNode : SyntaxNode =>
        symbol
            .DeclaringSyntaxReferences.Where(reference => solution.GetDocument(reference.SyntaxTree) is not (null or SourceGeneratedDocument))
            .Select(reference => reference.GetSyntax(cancellation).FirstAncestorOrSelf<TNode>())
            .OfType<TNode>();

    /// <summary>The part of a type to change: the one where the diagnostic stands, or the first.</summary>
    internal static TypeDeclarationSyntax? OfType(Site site, INamedTypeSymbol type, CancellationToken cancellation)
    {
        List<TypeDeclarationSyntax> parts = [.. Of<TypeDeclarationSyntax>(site.Solution, type, cancellation)];
        return parts.Find(part => part.Span.Contains(site.Diagnostic.Location.SourceSpan) && part.SyntaxTree == site.Node.SyntaxTree) ?? parts.FirstOrDefault();
    }

    /// <summary>Every class or interface of the solution below a type, and every class or struct that implements it.</summary>
    internal static async Task<IReadOnlyList<INamedTypeSymbol>> BelowAsync(INamedTypeSymbol type, Solution solution, CancellationToken cancellation)
    {
        if (type.TypeKind != TypeKind.Interface)
        {
            return [.. await SymbolFinder.FindDerivedClassesAsync(type, solution, transitive: true, projects: null, cancellation).ConfigureAwait(false)];
        }

        IEnumerable<INamedTypeSymbol> types = await SymbolFinder
            .FindImplementationsAsync(type, solution, transitive: true, projects: null, cancellation)
            .ConfigureAwait(false);
        return [.. types];
    }
}
