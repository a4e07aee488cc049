using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP013: an immutable struct never assigns <c>this</c>, and had better be declared readonly.</summary>
internal sealed class StructRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [ImmutabilityDescriptors.StructAssignsThis, ImmutabilityDescriptors.StructNotReadonly];

    internal override void Register(RuleContext context) => context.Looks.OnType(symbol => Check(context, symbol));

    private static void Check(RuleContext context, SymbolAnalysisContext action)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        if (
            type is not { TypeKind: TypeKind.Struct, IsReadOnly: false, IsRefLikeType: false }
            || context.Kinds.PromiseOf(type) is not (Promise.Immutable or Promise.ConditionallyImmutable)
        )
        {
            return;
        }

        ImmutableArray<Flaw> flaws = context.Kinds.FlawsOf(type);
        if (!flaws.Any(static flaw => flaw.Kind == FlawKind.This))
        {
            if (!flaws.Any(static flaw => flaw.Kind is FlawKind.Assignable or FlawKind.FieldKeyword or FlawKind.CapturedParameter or FlawKind.Event))
            {
                context.Report(action.ReportDiagnostic, ImmutabilityDescriptors.StructNotReadonly, type, type.Locations[0], related: null, type.Name);
            }

            return;
        }

        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            foreach (ThisExpressionSyntax self in Assignments.ToThis(method))
            {
                Verdict verdict = Verdict.Because(Kind.Ref, type, Cause.AssignsThis, method);
                context.Report(
                    action.ReportDiagnostic,
                    ImmutabilityDescriptors.StructAssignsThis,
                    method,
                    self.GetLocation(),
                    verdict.Locations(),
                    type.Name,
                    verdict.Explain(),
                    verdict.Repair
                );
            }
        }
    }
}
