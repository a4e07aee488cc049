using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Boundary;

/// <summary>TROOP034: a parameter is marked on the method through which everybody calls, not on an override or implementation alone.</summary>
internal sealed class MarkRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [BoundaryDescriptors.Hidden];

    internal override void Register(RuleContext context) => context.Looks.OnParameters((action, parameters) => Check(context, action, parameters));

    private static void Check(RuleContext context, SymbolAnalysisContext action, ImmutableArray<IParameterSymbol> parameters)
    {
        if (action.Symbol is not IMethodSymbol method)
        {
            return;
        }

        foreach (IParameterSymbol parameter in parameters)
        {
            if (
                Kinds.IsDelegate(parameter.Type)
                && (KnownSymbols.Has(parameter, context.Symbols.ThreadEntry) || KnownSymbols.Has(parameter, context.Symbols.TroopEntry))
                && Above(method).FirstOrDefault(above => !context.Boundaries.IsMarked(above.OriginalDefinition.Parameters[parameter.Ordinal])) is { } silent
            )
            {
                context.Report(
                    action.ReportDiagnostic,
                    BoundaryDescriptors.Hidden,
                    method,
                    parameter.Locations.FirstOrDefault(),
                    silent.Locations,
                    Names.Of(method),
                    parameter.Name,
                    Names.Of(silent)
                );
            }
        }
    }

    /// <summary>The methods that a call may name instead.</summary>
    private static IEnumerable<IMethodSymbol> Above(IMethodSymbol method)
    {
        for (IMethodSymbol? level = method.OverriddenMethod; level is not null; level = level.OverriddenMethod)
        {
            yield return level;
        }

        foreach (INamedTypeSymbol @interface in method.ContainingType.AllInterfaces)
        {
            foreach (ISymbol declared in @interface.GetMembers(method.Name.Substring(method.Name.LastIndexOf('.') + 1)))
            {
                if (
                    declared is IMethodSymbol above
                    && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(above), method)
                )
                {
                    yield return above;
                }
            }
        }
    }
}
