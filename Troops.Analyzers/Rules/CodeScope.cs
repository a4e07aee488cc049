using Microsoft.CodeAnalysis;
using Troops.Roslyn;
using Troops.Roslyn.Tasks;

namespace Troops.Analyzers.Rules;

/// <summary>Where the rules on statics, hatches and hygiene look.</summary>
internal static class CodeScope
{
    /// <summary>Not in code that stands outside, not in the output of a source generator that a list of kinds trusts; with <c>TroopsScope=Annotated</c>, in and below task code alone.</summary>
    internal static bool Covers(RuleContext context, ISymbol symbol, CancellationToken cancellation = default) =>
        CoversOtherwise(context, symbol) && IsAnnotated(context, symbol, cancellation);

    /// <summary>As <see cref="Covers"/>, in whatever scope.</summary>
    internal static bool CoversOtherwise(RuleContext context, ISymbol symbol) => !context.Symbols.IsOutside(symbol) && !IsTrusted(context, symbol);

    /// <summary>Whether the scope is that of the whole project, or task code uses it.</summary>
    internal static bool IsAnnotated(RuleContext context, ISymbol symbol, CancellationToken cancellation) =>
        context.AnnotatedTypes?.Contains(symbol, cancellation) != false;

    /// <summary>As <see cref="Covers"/>, and not the bodies that our own generator wrote: they stand for the user's, which are looked at.</summary>
    internal static bool CoversBody(RuleContext context, ISymbol member, CancellationToken cancellation = default) =>
        !IsGenerated(member) && Covers(context, member, cancellation);

    /// <summary>Whether the symbol is, or stands in, a member that our own generator wrote.</summary>
    internal static bool IsGenerated(ISymbol symbol)
    {
        for (ISymbol? scope = symbol; scope is not null and not INamedTypeSymbol; scope = scope.ContainingSymbol)
        {
            if (scope.Name.StartsWith(CopyNames.Prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

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
