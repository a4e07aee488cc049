using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP061 for <c>[UnsafeAccessor]</c>, which reaches private members, and readonly fields by reference.</summary>
internal sealed class AccessorRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [HatchDescriptors.Reflection];

    internal override void Register(RuleContext context)
    {
        if (context.Symbols.UnsafeAccessor is not null)
        {
            context.Looks.OnSymbol(symbol => Check(context, symbol), SymbolKind.Method);
        }
    }

    private static void Check(RuleContext context, SymbolAnalysisContext action)
    {
        if (
            action.Symbol is IMethodSymbol { IsExtern: true, IsStatic: true } method
            && KnownSymbols.Has(method, context.Symbols.UnsafeAccessor)
            && !CodeScope.IsGenerated(method)
            && CodeScope.Covers(context, method, action.CancellationToken)
        )
        {
            context.Report(
                action.ReportDiagnostic,
                HatchDescriptors.Reflection,
                method,
                method.Locations.FirstOrDefault(),
                related: null,
                $"'{Names.Of(method)}' ([UnsafeAccessor])",
                "let the type offer a member that does it"
            );
        }
    }
}
