using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP001, 002, 003, 004, 005, 015: the members of a type that is declared immutable. What counts as a flaw is <see cref="Kinds.FlawsOf"/>'s to say.</summary>
internal sealed class FlawRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        ImmutabilityDescriptors.MutableField,
        ImmutabilityDescriptors.FieldType,
        ImmutabilityDescriptors.CapturedParameter,
        ImmutabilityDescriptors.FieldKeyword,
        ImmutabilityDescriptors.Base,
        ImmutabilityDescriptors.Event,
    ];

    internal override void Register(RuleContext context) => context.Looks.OnType(symbol => Check(context, symbol));

    private static void Check(RuleContext context, SymbolAnalysisContext action)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        if (context.Kinds.OwnPromise(type) is not (Promise.Immutable or Promise.ConditionallyImmutable or Promise.ExactlyImmutable))
        {
            return;
        }

        foreach (Flaw flaw in context.Kinds.FlawsOf(type))
        {
            // What is written there is TROOP009's and TROOP010's.
            if (flaw.Kind == FlawKind.OpenField)
            {
                continue;
            }

            // TROOP013 reports each place.
            if (flaw.Kind == FlawKind.This)
            {
                continue;
            }

            ISymbol declared = flaw.Declared;
            context.Report(
                action.ReportDiagnostic,
                DescriptorOf(flaw.Kind),
                flaw.Member,
                declared.Locations[0],
                flaw.Verdict.Locations(),
                type.Name,
                flaw.Path,
                flaw.Verdict.Repair
            );
        }
    }

    private static DiagnosticDescriptor DescriptorOf(FlawKind kind) =>
        kind switch
        {
            FlawKind.Assignable => ImmutabilityDescriptors.MutableField,
            FlawKind.FieldType => ImmutabilityDescriptors.FieldType,
            FlawKind.CapturedParameter => ImmutabilityDescriptors.CapturedParameter,
            FlawKind.FieldKeyword => ImmutabilityDescriptors.FieldKeyword,
            FlawKind.Base => ImmutabilityDescriptors.Base,
            _ => ImmutabilityDescriptors.Event,
        };
}
