using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP014: a type that says <c>[ThreadSafe]</c> is proved so by its fields, or a person vouches for it. One that inherits the promise is TROOP006's.</summary>
internal sealed class ThreadSafeRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ImmutabilityDescriptors.NotThreadSafe];

    internal override void Register(RuleContext context) => context.Looks.OnType(symbol => Check(context, symbol));

    private static void Check(RuleContext context, SymbolAnalysisContext action)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        if (
            type is not { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsRefLikeType: false }
            || context.Kinds.PromiseOf(type) != Promise.ThreadSafe
            || context.Kinds.OwnPromise(type) != Promise.ThreadSafe
            // Then the attribute itself is the mistake.
            || context.Kinds.DemandOn(type).Kind == Kind.Val
        )
        {
            return;
        }

        Flaw[] flaws = [.. context.Kinds.FlawsOf(type).Where(static flaw => !flaw.Verdict.IsShareable)];
        Flaw? first = flaws.FirstOrDefault(static flaw => !flaw.IsAudited);
        if (first is not null)
        {
            context.Report(
                action.ReportDiagnostic,
                ImmutabilityDescriptors.NotThreadSafe,
                type,
                type.Locations[0],
                flaws.SelectMany(static flaw => flaw.Declared.Locations.Take(1).Concat(flaw.Verdict.Locations())).Distinct(),
                type.Name,
                first.Path,
                first.Verdict.RepairFor(Kind.Sync)
            );
        }

        // So that their audits count as used.
        foreach (Flaw flaw in flaws.Where(static flaw => flaw.IsAudited))
        {
            context.Report(action.ReportDiagnostic, ImmutabilityDescriptors.NotThreadSafe, flaw.Member, location: null);
        }
    }
}
