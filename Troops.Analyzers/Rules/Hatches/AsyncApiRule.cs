using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP064: in task code, what runs continuations on a thread of somebody else's choice, or other people's in the middle of this task.</summary>
internal sealed class AsyncApiRule : Rule
{
    /// <summary>The value of <c>TaskCreationOptions.RunContinuationsAsynchronously</c>.</summary>
    private const int RunContinuationsAsynchronously = 64;

    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AsyncDescriptors.ForeignApi, AsyncDescriptors.ConfigureAwait];

    internal override void Register(RuleContext context)
    {
        context.Looks.OnOperation(operation => CheckCall(context, operation), OperationKind.Invocation);
        context.Looks.OnOperation(operation => CheckProperty(context, operation), OperationKind.PropertyReference);
        context.Looks.OnOperation(operation => CheckCreation(context, operation), OperationKind.ObjectCreation);
        context.Looks.OnOperation(operation => CheckAwait(context, operation), OperationKind.Await);
    }

    private static void CheckCall(RuleContext context, OperationAnalysisContext action)
    {
        IMethodSymbol target = ((IInvocationOperation)action.Operation).TargetMethod;
        INamedTypeSymbol? type = target.ContainingType?.OriginalDefinition;
        if (target.Name == "ContinueWith" && (ForeignTasks.Is(type, context.Symbols.Task) || ForeignTasks.Is(type, context.Symbols.TaskWithResult)))
        {
            Report(context, action, $"'{Names.Of(target)}' goes on with a kernel thread, beside this thread's tasks", "await it, and go on in the lines below");
        }
        else if (target.Name == "Cancel" && ForeignTasks.Is(type, context.Symbols.CancellationTokenSource))
        {
            Report(context, action, $"'{Names.Of(target)}' runs whatever others registered in the middle of this task", "write 'await ….CancelAsync()'");
        }
        else if (ForeignTasks.Is(type, context.Symbols.TaskScheduler) && !IsOfContinuation(action.Operation))
        {
            ReportScheduler(context, action, target);
        }
    }

    private static void CheckProperty(RuleContext context, OperationAnalysisContext action)
    {
        IPropertySymbol property = ((IPropertyReferenceOperation)action.Operation).Property;
        if (ForeignTasks.Is(property.ContainingType, context.Symbols.TaskScheduler) && !IsOfContinuation(action.Operation))
        {
            ReportScheduler(context, action, property);
        }
    }

    private static void CheckCreation(RuleContext context, OperationAnalysisContext action)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)action.Operation;
        INamedTypeSymbol? type = (creation.Type as INamedTypeSymbol)?.OriginalDefinition;
        bool isSource =
            type is { Name: "TaskCompletionSource" }
            && (ForeignTasks.Is(type, context.Symbols.TaskCompletionSource) || ForeignTasks.Is(type, context.Symbols.TaskCompletionSourceWithResult));
        if (isSource && !creation.Arguments.Any(argument => MayRunThemLater(context, argument)))
        {
            Report(
                context,
                action,
                $"'new {Names.Of(creation.Type)}' runs whatever awaits it in the middle of the task that completes it",
                "pass TaskCreationOptions.RunContinuationsAsynchronously"
            );
        }
    }

    private static void CheckAwait(RuleContext context, OperationAnalysisContext action)
    {
        if (
            ((IAwaitOperation)action.Operation).Operation
                is IInvocationOperation
                {
                    TargetMethod: { Name: "ConfigureAwait", ContainingType: var type },
                    Arguments: [{ Value: { Type.SpecialType: SpecialType.System_Boolean, ConstantValue: { HasValue: true, Value: false } } }],
                    Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } syntax,
                }
            && ForeignTasks.IsForeign(context.Symbols, type)
            && IsTaskCode(context, action)
        )
        {
            Location location = Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(access.Name.SpanStart, syntax.Span.End));
            context.Report(action.ReportDiagnostic, AsyncDescriptors.ConfigureAwait, action.ContainingSymbol, location);
        }
    }

    /// <summary>Whether it has the flag, or may have it.</summary>
    private static bool MayRunThemLater(RuleContext context, IArgumentOperation argument) =>
        ForeignTasks.Is(argument.Parameter?.Type, context.Symbols.TaskCreationOptions)
        && (argument.Value.ConstantValue is not { HasValue: true, Value: int options } || (options & RunContinuationsAsynchronously) != 0);

    /// <summary>Then the continuation is what is reported.</summary>
    private static bool IsOfContinuation(IOperation scheduler) =>
        OperationTree.UserOf(scheduler, out _) is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ContinueWith" } };

    private static void ReportScheduler(RuleContext context, OperationAnalysisContext action, ISymbol member) =>
        Report(
            context,
            action,
            $"'{Names.Of(member)}' says where other tasks than this thread's run",
            "start a thread with TroopThread.Start, or a task by calling its method"
        );

    private static void Report(RuleContext context, OperationAnalysisContext action, string what, string repair)
    {
        if (IsTaskCode(context, action))
        {
            context.Report(
                action.ReportDiagnostic,
                AsyncDescriptors.ForeignApi,
                action.ContainingSymbol,
                action.Operation.Syntax.GetLocation(),
                related: null,
                what,
                repair
            );
        }
    }

    private static bool IsTaskCode(RuleContext context, OperationAnalysisContext action) =>
        context.TaskCode.BodyAround(action.Operation, action.ContainingSymbol, context.Boundaries) is not null
        && CodeScope.CoversBody(context, action.ContainingSymbol);
}
