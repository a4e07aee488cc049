using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP066: a task that is started and thrown away. A thread's handle may be: its faults have an event of the process.</summary>
internal sealed class DiscardedTaskRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AsyncDescriptors.LostTask];

    internal override void Register(RuleContext context) =>
        context.Looks.OnOperation(operation => Check(context, operation), OperationKind.ExpressionStatement);

    private static void Check(RuleContext context, OperationAnalysisContext action)
    {
        if (
            Discarded(((IExpressionStatementOperation)action.Operation).Operation) is { } task
            && context.TaskCode.IsTask(task.Type)
            && CodeScope.CoversBody(context, action.ContainingSymbol)
        )
        {
            context.Report(
                action.ReportDiagnostic,
                AsyncDescriptors.LostTask,
                action.ContainingSymbol,
                task.Syntax.GetLocation(),
                related: null,
                $"The task of {Describe(task)} is thrown away, and with it its end and its fault",
                "await it, or say '.Forget()'"
            );
        }
    }

    private static string Describe(IOperation task) => task is IInvocationOperation call ? $"'{Names.Of(call.TargetMethod)}'" : "this expression";

    private static IOperation? Discarded(IOperation statement)
    {
        IOperation operation = OperationTree.Unconverted(statement);
        if (operation is ISimpleAssignmentOperation { Target: IDiscardOperation } assignment)
        {
            operation = OperationTree.Unconverted(assignment.Value);
        }

        while (operation is IConditionalAccessOperation access)
        {
            operation = OperationTree.Unconverted(access.WhenNotNull);
        }

        return operation is IInvocationOperation or IAwaitOperation ? operation : null;
    }
}
