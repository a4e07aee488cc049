using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP065 for the <c>lock</c> statement, which names no member.</summary>
internal sealed class LockRule : Rule
{
    internal const string Instead = "let one thread own what it guards, or keep that in an Atomic<T> or a SharedDictionary<TKey, TValue> of Troops.Sharing";

    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [HatchDescriptors.Blocking];

    internal override void Register(RuleContext context) => context.Looks.OnOperation(operation => Check(context, operation), OperationKind.Lock);

    private static void Check(RuleContext context, OperationAnalysisContext action)
    {
        if (
            !context.TaskCode.IsInThread(action.Operation, action.ContainingSymbol, context.Boundaries)
            || CodeScope.IsGenerated(action.ContainingSymbol)
            || !CodeScope.Covers(context, action.ContainingSymbol, action.CancellationToken)
        )
        {
            return;
        }

        Location place = action.Operation.Syntax is LockStatementSyntax statement ? statement.LockKeyword.GetLocation() : action.Operation.Syntax.GetLocation();
        context.Report(action.ReportDiagnostic, HatchDescriptors.Blocking, action.ContainingSymbol, place, related: null, "lock", Instead);
    }
}
