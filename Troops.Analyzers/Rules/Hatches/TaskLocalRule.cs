using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP066: a local that holds a task, which has to be awaited once and not twice on any path. Only bodies that have such a local get a control-flow graph.</summary>
internal sealed class TaskLocalRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AsyncDescriptors.LostTask, AsyncDescriptors.TooComplex];

    internal override bool FollowsFlow => true;

    internal override void Register(RuleContext context) =>
        context.Start.RegisterOperationBlockStartAction(block =>
        {
            TaskLocals locals = new();
            block.RegisterOperationAction(
                operation => Find(context, operation.Operation, locals),
                OperationKind.VariableDeclarator,
                OperationKind.LocalReference
            );
            block.RegisterOperationBlockEndAction(end =>
            {
                if (locals.Unshared() is { IsEmpty: false } followed && CodeScope.CoversBody(context, end.OwningSymbol))
                {
                    Check(context, end, followed);
                }
            });
        });

    private static void Find(RuleContext context, IOperation operation, TaskLocals locals)
    {
        if (operation is IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } declared } && context.TaskCode.IsTask(declared.Type))
        {
            locals.Declare(declared);
        }
        else if (operation is ILocalReferenceOperation reference && context.TaskCode.IsTask(reference.Type) && IsShared(reference))
        {
            locals.Share(reference.Local);
        }
    }

    /// <summary>Whether somebody else may read or write the variable: a lambda, a reference to it, or an assignment of several at once.</summary>
    private static bool IsShared(ILocalReferenceOperation reference)
    {
        if (
            reference.Parent
            is ITupleOperation
                or IAddressOfOperation
                or IArgumentOperation { Parameter.RefKind: not RefKind.None }
                or ISimpleAssignmentOperation { IsRef: true }
                or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } }
        )
        {
            return true;
        }

        for (IOperation? above = reference.Parent; above is not null; above = above.Parent)
        {
            IMethodSymbol? function = above switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null)
            {
                return !SymbolEqualityComparer.Default.Equals(function, reference.Local.ContainingSymbol);
            }
        }

        return reference.Local.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction };
    }

    private static void Check(RuleContext context, OperationBlockAnalysisContext action, ImmutableArray<ILocalSymbol> locals)
    {
        // A local belongs to the function that declares it, and that has a graph of its own.
        foreach ((ControlFlowGraph graph, ISymbol function) in FlowGraphs.Of(action, locals))
        {
            TaskFlow flow = new(context.TaskCode, graph, [.. locals.Where(local => SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, function))]);
            if (flow.Run(action.CancellationToken) is not { } findings)
            {
                context.Report(
                    action.ReportDiagnostic,
                    AsyncDescriptors.TooComplex,
                    action.OwningSymbol,
                    function.Locations.FirstOrDefault(),
                    related: null,
                    Names.Of(function)
                );
                continue;
            }

            foreach (TaskFinding finding in findings)
            {
                context.Report(
                    action.ReportDiagnostic,
                    AsyncDescriptors.LostTask,
                    action.OwningSymbol,
                    finding.Location,
                    finding.Related,
                    finding.What,
                    finding.Repair
                );
            }
        }
    }
}
