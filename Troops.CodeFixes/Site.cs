using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;

namespace Troops.CodeFixes;

/// <summary>A diagnostic, with what a repair has to know of where it stands.</summary>
/// <param name="Document">That it stands in.</param>
/// <param name="Diagnostic">Of one of our rules.</param>
/// <param name="Node">The smallest at its location.</param>
/// <param name="Compilation">The document's project.</param>
/// <param name="Kinds">Of that compilation.</param>
/// <param name="Symbol">What is declared there, or the storage that is written there.</param>
/// <param name="Blame">What is to be repaired; null if no member or type is.</param>
internal sealed record Site(Document Document, Diagnostic Diagnostic, SyntaxNode Node, Compilation Compilation, Kinds Kinds, ISymbol? Symbol, Blame? Blame)
{
    internal Solution Solution => Document.Project.Solution;

    internal KnownSymbols Symbols => Kinds.Symbols;

    internal static async Task<Site?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (
            document is SourceGeneratedDocument
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || KnownSymbols.Create(model.Compilation) is not { } symbols
            || !root.FullSpan.Contains(diagnostic.Location.SourceSpan)
        )
        {
            return null;
        }

        Kinds kinds = new(symbols, KindFiles.Read([.. document.Project.AnalyzerOptions.AdditionalFiles], KindList.Shipped, cancellation));
        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        ISymbol? symbol = SymbolAt(model, node, cancellation);
        return new(document, diagnostic, node, model.Compilation, kinds, symbol, BlameOf(kinds, symbol, diagnostic.Location));
    }

    private static ISymbol? SymbolAt(SemanticModel model, SyntaxNode node, CancellationToken cancellation)
    {
        for (SyntaxNode? at = node; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case BaseTypeDeclarationSyntax or PropertyDeclarationSyntax or VariableDeclaratorSyntax or ParameterSyntax or TypeParameterSyntax:
                    return model.GetDeclaredSymbol(at, cancellation);
                case AssignmentExpressionSyntax assignment when assignment.Right.Span.Contains(node.Span):
                    return model.GetSymbolInfo(assignment.Left, cancellation).Symbol;
                case MemberDeclarationSyntax or AttributeSyntax:
                    return null;
                default:
                    break;
            }
        }

        return null;
    }

    private static Blame? BlameOf(Kinds kinds, ISymbol? symbol, Location at)
    {
        INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        if (symbol is null || type is null || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, kinds.Symbols.Compilation.Assembly))
        {
            return null;
        }

        if (symbol is { IsStatic: true } and (IFieldSymbol or IPropertySymbol))
        {
            ISymbol? storage =
                symbol is IFieldSymbol ? symbol : type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Same(field.AssociatedSymbol, symbol));
            return storage is null || kinds.FlawOfStatic(storage) is not { } ofStatic ? null : Blame.Of(ofStatic.Verdict, ofStatic.Member);
        }

        ImmutableArray<Flaw> flaws = kinds.FlawsOf(type);
        Flaw? flaw = flaws.FirstOrDefault(flaw => !flaw.IsAudited && (flaw.Declared.Locations.Contains(at) || Same(flaw.Declared, symbol)));
        // A type that is reported for what it inherits.
        flaw ??= symbol is INamedTypeSymbol ? flaws.FirstOrDefault(static flaw => !flaw.IsAudited) : null;
        return flaw is null ? null : Blame.Of(flaw.Verdict, flaw.Member);
    }

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left?.OriginalDefinition, right?.OriginalDefinition);
}
