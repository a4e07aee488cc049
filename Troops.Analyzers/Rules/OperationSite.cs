using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Troops.Analyzers.Rules;

/// <summary>An operation where it stands, whichever way it was found.</summary>
/// <param name="Operation">In a body.</param>
/// <param name="Member">That the body is of.</param>
/// <param name="Report">The sink of the action that is under way.</param>
/// <param name="Graph">Of the body.</param>
/// <param name="Cancellation">Of the action.</param>
internal readonly record struct OperationSite(
    IOperation Operation,
    ISymbol Member,
    Action<Diagnostic> Report,
    Func<ControlFlowGraph?> Graph,
    CancellationToken Cancellation
)
{
    internal static OperationSite Of(OperationAnalysisContext action) =>
        new(action.Operation, action.ContainingSymbol, action.ReportDiagnostic, action.GetControlFlowGraph, action.CancellationToken);
}
