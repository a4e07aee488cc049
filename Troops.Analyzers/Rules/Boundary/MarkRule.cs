using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Boundary;

/// <summary>TROOP034: a parameter is marked on the method through which everybody calls, not on an override or implementation alone, and not on what nobody calls.</summary>
internal sealed class MarkRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [BoundaryDescriptors.Hidden, BoundaryDescriptors.Unheard];

    internal override void Register(RuleContext context) => context.Looks.OnParameters((action, parameters) => Check(context, action, parameters));

    private static void Check(RuleContext context, SymbolAnalysisContext action, ImmutableArray<IParameterSymbol> parameters)
    {
        (string Owner, string Instead)? unheard = Unheard(action.Symbol);
        foreach (IParameterSymbol parameter in parameters)
        {
            if (
                (unheard is null && !Kinds.IsDelegate(parameter.Type))
                || !(KnownSymbols.Has(parameter, context.Symbols.ThreadEntry) || KnownSymbols.Has(parameter, context.Symbols.TroopEntry))
            )
            {
                continue;
            }

            if (unheard is var (owner, instead))
            {
                ISymbol named = action.Symbol is INamedTypeSymbol block ? block.ContainingType : action.Symbol;
                context.Report(
                    action.ReportDiagnostic,
                    BoundaryDescriptors.Unheard,
                    action.Symbol,
                    parameter.Locations.FirstOrDefault(),
                    related: null,
                    Names.Of(named),
                    parameter.Name,
                    owner,
                    instead
                );
            }
            else if (
                action.Symbol is IMethodSymbol method
                && !IsOfGetter(method, parameter)
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

    /// <summary>What has parameters and is used without a call that could be looked at, and what to write; null for a method.</summary>
    /// <remarks>To look at each operator and conversion of a program for the few that are somebody's own would cost more than all the rest of these rules.</remarks>
    private static (string Owner, string Instead)? Unheard(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } => ("an operator", "a method"),
            IMethodSymbol { MethodKind: MethodKind.Conversion } => ("a conversion", "a method"),
            IMethodSymbol { MethodKind: MethodKind.EventAdd or MethodKind.EventRemove } => ("an event", "a method that adds the handler"),
            INamedTypeSymbol { ExtensionParameter: { } receiver } => (
                "an extension block's receiver",
                $"an extension method with 'this {Names.Of(receiver.Type)} {receiver.Name}'"
            ),
            _ => null,
        };

    /// <summary>An indexer's accessors have the same parameters, and one report of each is enough.</summary>
    private static bool IsOfGetter(IMethodSymbol method, IParameterSymbol parameter) =>
        method is { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol { GetMethod: not null, Parameters: { Length: var shared } } }
        && parameter.Ordinal < shared;

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
