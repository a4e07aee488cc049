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

    internal override void Register(RuleContext context)
    {
        context.Looks.OnUse(
            // What a type parameter stands for may be a task.
            member => member is IMethodSymbol { ReturnType: var type } && (type.TypeKind == TypeKind.TypeParameter || context.TaskCode.IsTask(type)),
            operation => Check(context, operation),
            OperationKind.Invocation
        );
        context.Looks.OnOperation(operation => Check(context, operation), OperationKind.Await);
    }

    private static void Check(RuleContext context, OperationAnalysisContext action)
    {
        IOperation task = action.Operation;
        if (IsDiscarded(task) && context.TaskCode.IsTask(task.Type) && CodeScope.CoversBody(context, action.ContainingSymbol))
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

    /// <summary>Whether the value is a statement's, or goes to <c>_</c>.</summary>
    private static bool IsDiscarded(IOperation value)
    {
        IOperation? user = OperationTree.UserOf(value, out IOperation used);
        while (user is IConditionalAccessOperation access && access.WhenNotNull == used)
        {
            user = OperationTree.UserOf(access, out used);
        }

        if (user is ISimpleAssignmentOperation { Target: IDiscardOperation } assignment && assignment.Value == used)
        {
            user = OperationTree.UserOf(assignment, out _);
        }

        return user is IExpressionStatementOperation;
    }
}
