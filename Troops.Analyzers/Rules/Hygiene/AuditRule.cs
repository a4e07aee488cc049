using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Hygiene;

/// <summary>TROOP091 and 093: an audit is complete and in date, and silences something.</summary>
/// <remarks>
/// Whether it does is known at once for a member that holds a value and no code: its declaration alone decides what is reported about it. For everything else the
/// other rules know, once they have seen the whole compilation; so that part comes with a build, not while somebody types.
/// </remarks>
internal sealed class AuditRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [HygieneDescriptors.BadAudit, HygieneDescriptors.UnneededAudit, HygieneDescriptors.UnusedAudit];

    internal override void Register(RuleContext context)
    {
        if (context.Symbols.Audited is null)
        {
            return;
        }

        ConcurrentBag<(ISymbol Member, Audit Audit)> undecided = [];
        context.Looks.OnMembers((symbol, members) => Check(context, symbol, members, undecided));
        context.Start.RegisterCompilationEndAction(end => CheckUse(context, end, undecided));
    }

    private static void Check(
        RuleContext context,
        SymbolAnalysisContext action,
        ImmutableArray<ISymbol> members,
        ConcurrentBag<(ISymbol Member, Audit Audit)> undecided
    )
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        CheckScope(context, action, type);
        CheckAudit(context, action, type, undecided);
        // Backing fields and accessors are no symbols that an action is called for, and both can be audited.
        foreach (ISymbol member in members)
        {
            if (member is not INamedTypeSymbol)
            {
                CheckAudit(context, action, member, undecided);
            }
        }
    }

    private static void CheckAudit(RuleContext context, SymbolAnalysisContext action, ISymbol member, ConcurrentBag<(ISymbol Member, Audit Audit)> undecided)
    {
        // One that does not bind is the compiler's business.
        if (Audit.Find(context.Symbols, member) is not { Data.AttributeConstructor: not null } audit)
        {
            return;
        }

        if (Problem(audit, context.Options.Today) is { } problem)
        {
            action.ReportDiagnostic(
                Diagnostic.Create(HygieneDescriptors.BadAudit, LocationOf(audit.Data, action.CancellationToken), Names.Of(member), problem)
            );
        }

        switch (AuditUse.Of(context, member, action.CancellationToken))
        {
            case Use.Unknown:
                undecided.Add((member, audit));
                break;
            case Use.None:
                action.ReportDiagnostic(Unneeded(HygieneDescriptors.UnneededAudit, context, member, audit, action.CancellationToken));
                break;
            default:
                break;
        }
    }

    private static void CheckUse(RuleContext context, CompilationAnalysisContext end, ConcurrentBag<(ISymbol Member, Audit Audit)> undecided)
    {
        HashSet<ISymbol> used = new(context.UsedAudits, SymbolEqualityComparer.Default);
        foreach ((ISymbol member, Audit audit) in undecided)
        {
            if (!used.Contains(member))
            {
                end.ReportDiagnostic(Unneeded(HygieneDescriptors.UnusedAudit, context, member, audit, end.CancellationToken));
            }
        }
    }

    /// <summary>A type that is outside twice.</summary>
    private static void CheckScope(RuleContext context, SymbolAnalysisContext action, INamedTypeSymbol type)
    {
        if (
            KnownSymbols.Find(type, context.Symbols.TroopsOutside) is { AttributeConstructor: not null } outside
            && AroundOf(context.Symbols, type) is { } around
        )
        {
            action.ReportDiagnostic(
                Diagnostic.Create(
                    HygieneDescriptors.UnneededAudit,
                    LocationOf(outside, action.CancellationToken),
                    "[TroopsOutside]",
                    $"the {around} around '{Names.Of(type)}' is outside already"
                )
            );
        }
    }

    /// <summary>What is outside, of what the type stands in.</summary>
    private static string? AroundOf(KnownSymbols symbols, INamedTypeSymbol type) =>
        KnownSymbols.Has(type.ContainingAssembly, symbols.TroopsOutside) ? "assembly"
        : type.ContainingType is { } outer && symbols.IsOutside(outer) ? "type"
        : null;

    private static string? Problem(Audit audit, DateTime today) =>
        audit.Problem
        ?? (audit.LastDay < today ? $"has expired: {audit.Expires} was its last day; look at the code again, then correct it or set a new day" : null);

    private static Diagnostic Unneeded(DiagnosticDescriptor descriptor, RuleContext context, ISymbol member, Audit audit, CancellationToken cancellation) =>
        Diagnostic.Create(descriptor, LocationOf(audit.Data, cancellation), "[Audited]", AuditUse.WhyNone(context, member));

    private static Location? LocationOf(AttributeData data, CancellationToken cancellation) =>
        data.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();
}
