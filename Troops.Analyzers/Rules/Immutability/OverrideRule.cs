using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP011: an overriding or implementing method that demands more of its type arguments than what it is called through.</summary>
internal sealed class OverrideRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ImmutabilityDescriptors.AddedDemand];

    internal override void Register(RuleContext context)
    {
        context.Looks.OnMembers((symbol, members) => Check(context, context.Demands, symbol, members));
    }

    private static void Check(RuleContext context, Demands demands, SymbolAnalysisContext action, ImmutableArray<ISymbol> members)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        if (
            type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface)
            || !(members.Any(demands.IsDemandingMethod) || (type.BaseType is { } @base && demands.HasMethod(@base)))
        )
        {
            return;
        }

        foreach (ISymbol member in members)
        {
            if (member is IMethodSymbol method && demands.HasAny(method))
            {
                if (method.OverriddenMethod is { } overridden)
                {
                    Compare(context, demands, action, method, overridden);
                }

                foreach (IMethodSymbol implemented in type.TypeKind == TypeKind.Interface ? method.ExplicitInterfaceImplementations : [])
                {
                    Compare(context, demands, action, method, implemented);
                }
            }
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            return;
        }

        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            // A base's own interfaces were checked there, unless this type implements them anew.
            bool isBases = type.BaseType?.AllInterfaces.Contains(@interface, SymbolEqualityComparer.Default) == true;
            foreach (ISymbol member in @interface.GetMembers())
            {
                if (
                    member is IMethodSymbol { Arity: > 0 } method
                    && type.FindImplementationForInterfaceMember(method) is IMethodSymbol implementation
                    && demands.HasAny(implementation)
                    && (!isBases || SymbolEqualityComparer.Default.Equals(implementation.ContainingType, type))
                    && !SymbolEqualityComparer.Default.Equals(implementation.OriginalDefinition, method.OriginalDefinition)
                )
                {
                    Compare(context, demands, action, implementation, method);
                }
            }
        }
    }

    private static void Compare(RuleContext context, Demands demands, SymbolAnalysisContext action, IMethodSymbol method, IMethodSymbol called)
    {
        for (int i = 0; i < method.TypeParameters.Length && i < called.TypeParameters.Length; i++)
        {
            ITypeParameterSymbol parameter = method.OriginalDefinition.TypeParameters[i];
            Kind demand = demands.Of(parameter);
            // Constraints are inherited, and may promise enough.
            if (demand > context.Kinds.Total(called.OriginalDefinition.TypeParameters[i]).Kind)
            {
                bool isHere = SymbolEqualityComparer.Default.Equals(method.ContainingType, action.Symbol);
                context.Report(
                    action.ReportDiagnostic,
                    ImmutabilityDescriptors.AddedDemand,
                    isHere ? method : action.Symbol,
                    isHere ? parameter.Locations[0] : action.Symbol.Locations[0],
                    called.OriginalDefinition.TypeParameters[i].Locations.Where(static location => location.IsInSource),
                    Names.Of(method.OriginalDefinition),
                    parameter.Name,
                    demand == Kind.Val ? "immutable" : "shareable",
                    Names.Of(called.OriginalDefinition)
                );
            }
        }
    }
}
