using Microsoft.CodeAnalysis;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Statics;

/// <summary>Where the rules on statics look.</summary>
internal static class StaticScope
{
    /// <summary>Not in code that stands outside, and not in the output of a source generator that a list of kinds trusts.</summary>
    internal static bool Covers(RuleContext context, ISymbol symbol) => !context.Symbols.IsOutside(symbol) && !IsTrusted(context, symbol);

    private static bool IsTrusted(RuleContext context, ISymbol symbol)
    {
        if (context.Symbols.GeneratedCode is null)
        {
            return false;
        }

        for (ISymbol? scope = symbol; scope is not null and not INamespaceSymbol; scope = scope.ContainingSymbol)
        {
            ISymbol declared = (scope as IFieldSymbol)?.AssociatedSymbol ?? (scope as IMethodSymbol)?.AssociatedSymbol ?? scope;
            if (
                KnownSymbols.Find(declared, context.Symbols.GeneratedCode)?.ConstructorArguments is [{ Value: string tool }, ..]
                && context.Kinds.TrustsGenerator(tool)
            )
            {
                return true;
            }
        }

        return false;
    }
}
