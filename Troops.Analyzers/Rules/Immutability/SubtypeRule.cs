using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP006: a type that promises nothing itself keeps what the classes and interfaces above it promise.</summary>
internal sealed class SubtypeRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ImmutabilityDescriptors.Derived];

    internal override void Register(RuleContext context) => context.Looks.OnType(symbol => Check(context, symbol));

    private static void Check(RuleContext context, SymbolAnalysisContext action)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || context.Kinds.PromiseOf(type) is Promise.None or Promise.ExactlyImmutable)
        {
            return;
        }

        switch (context.Kinds.OwnPromise(type))
        {
            case Promise.None:
                CheckFlaws(context, action, type);
                break;
            case Promise.ConditionallyImmutable:
                CheckConditions(context, action, type);
                break;
        }
    }

    private static void CheckFlaws(RuleContext context, SymbolAnalysisContext action, INamedTypeSymbol type)
    {
        (Kind demand, INamedTypeSymbol? above) = context.Kinds.DemandOn(type);
        if (above is null)
        {
            return;
        }

        // What is written to open fields, and where `this` is assigned, are rules of their own (TROOP009, 010, 013) for a type that is immutable whatever its arguments.
        bool isUnconditional = context.Kinds.Exact(type).IsVal;
        Flaw[] flaws =
        [
            .. context
                .Kinds.FlawsOf(type)
                .Where(flaw =>
                    demand == Kind.Val ? flaw.Kind != FlawKind.This && (flaw.Kind != FlawKind.OpenField || !isUnconditional) : !flaw.Verdict.IsShareable
                ),
        ];
        Flaw? first = flaws.FirstOrDefault(static flaw => !flaw.IsAudited);
        if (first is not null)
        {
            context.Report(
                action.ReportDiagnostic,
                ImmutabilityDescriptors.Derived,
                type,
                type.Locations[0],
                flaws.SelectMany(static flaw => flaw.Declared.Locations.Take(1).Concat(flaw.Verdict.Locations())).Distinct(),
                Names.Of(type),
                demand == Kind.Val ? "immutable" : "thread-safe",
                Names.Of(above),
                first.Path,
                first.Verdict.RepairFor(demand)
            );
        }

        // So that their audits count as used.
        foreach (Flaw flaw in flaws.Where(static flaw => flaw.IsAudited))
        {
            context.Report(action.ReportDiagnostic, ImmutabilityDescriptors.Derived, flaw.Member, location: null);
        }
    }

    /// <summary>A conditionally immutable type may depend on no more than what is so above it does.</summary>
    private static void CheckConditions(RuleContext context, SymbolAnalysisContext action, INamedTypeSymbol type)
    {
        foreach (ITypeParameterSymbol parameter in type.TypeParameters)
        {
            if (KnownSymbols.Has(parameter, context.Symbols.OnlyIf) && context.Kinds.ConditionWithout(type, parameter) is { } above)
            {
                Verdict verdict = Verdict.Because(Kind.Ref, parameter, Cause.TypeParameter);
                context.Report(
                    action.ReportDiagnostic,
                    ImmutabilityDescriptors.Derived,
                    type,
                    parameter.Locations[0],
                    related: null,
                    Names.Of(type),
                    "immutable",
                    Names.Of(above),
                    verdict.Explain(),
                    verdict.Repair
                );
            }
        }
    }
}
