using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.CodeFixes.Captures;

/// <summary>What a lambda reads of what is declared outside of it, as far as locals in front of it could stand in.</summary>
/// <param name="Lambda">That is said to cross, or that is around the one that does.</param>
/// <param name="Symbols">In the order of the text; the first is what the diagnostic stands at. Of <c>this</c> all members that are read, for one that is left keeps it captured.</param>
/// <param name="Uses">Every reference to each within the lambda.</param>
internal sealed record CapturedReads(
    AnonymousFunctionExpressionSyntax Lambda,
    IReadOnlyList<ISymbol> Symbols,
    IReadOnlyDictionary<ISymbol, List<ExpressionSyntax>> Uses
)
{
    /// <summary>From the innermost lambda around the place outwards: which of them crosses is the rule's business, and a trial asks it.</summary>
    internal static IEnumerable<CapturedReads> At(Site site, CancellationToken cancellation)
    {
        SemanticModel model = site.Compilation.GetSemanticModel(site.Node.SyntaxTree);
        if (References.At(site.Node) is not { } at || References.SymbolOf(model, at, cancellation) is not { } symbol)
        {
            yield break;
        }

        foreach (AnonymousFunctionExpressionSyntax lambda in at.Ancestors().OfType<AnonymousFunctionExpressionSyntax>())
        {
            if (IsDeclaredIn(symbol, lambda))
            {
                yield break;
            }

            if (Read(model, lambda, symbol, cancellation) is { } reads)
            {
                yield return reads;
            }
        }
    }

    private static CapturedReads? Read(SemanticModel model, AnonymousFunctionExpressionSyntax lambda, ISymbol first, CancellationToken cancellation)
    {
        bool isMember = References.NeedsThis(first);
        List<ISymbol> symbols = [first];
        Dictionary<ISymbol, List<ExpressionSyntax>> uses = new(SymbolEqualityComparer.Default) { [first] = [] };
        foreach (ExpressionSyntax node in lambda.DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (isMember && (node is BaseExpressionSyntax || (node is ThisExpressionSyntax && node.Parent is not MemberAccessExpressionSyntax)))
            {
                return null;
            }

            if (node is not SimpleNameSyntax name || References.Whole(name) is not { } reference)
            {
                continue;
            }

            ISymbol? symbol = model.GetSymbolInfo(name, cancellation).Symbol;
            if (isMember ? !References.NeedsThis(symbol) : !SymbolEqualityComparer.Default.Equals(symbol, first))
            {
                continue;
            }

            // A method, an event or a write needs the object itself.
            if (symbol is null || !References.CanBeCopied(symbol) || References.IsWritten(reference))
            {
                return null;
            }

            if (!uses.TryGetValue(symbol, out List<ExpressionSyntax>? ofSymbol))
            {
                symbols.Add(symbol);
                uses.Add(symbol, ofSymbol = []);
            }

            ofSymbol.Add(reference);
        }

        return uses[first].Count > 0 ? new(lambda, symbols, uses) : null;
    }

    private static bool IsDeclaredIn(ISymbol symbol, SyntaxNode lambda) =>
        symbol is ILocalSymbol or IParameterSymbol
        && symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == lambda.SyntaxTree && lambda.Span.Contains(reference.Span));
}
