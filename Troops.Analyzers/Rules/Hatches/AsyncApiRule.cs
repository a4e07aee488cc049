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
        KnownSymbols symbols = context.Symbols;
        context.Looks.OnUse(member => IsContinueWith(symbols, member), operation => CheckContinuation(context, operation), OperationKind.Invocation);
        context.Looks.OnUse(
            member => member.Name == "Cancel" && ForeignTasks.Is(member.ContainingType, symbols.CancellationTokenSource),
            operation => CheckCancel(context, operation),
            OperationKind.Invocation
        );
        context.Looks.OnUse(
            member => ForeignTasks.Is(member.ContainingType, symbols.TaskScheduler),
            operation => CheckScheduler(context, operation),
            OperationKind.Invocation,
            OperationKind.PropertyReference
        );
        context.Looks.OnUse(
            member =>
                ForeignTasks.Is(member.ContainingType, symbols.TaskCompletionSource)
                || ForeignTasks.Is(member.ContainingType, symbols.TaskCompletionSourceWithResult),
            operation => CheckCreation(context, operation),
            OperationKind.ObjectCreation
        );
        context.Looks.OnOperation(operation => CheckAwait(context, operation), OperationKind.Await);
    }

    private static bool IsContinueWith(KnownSymbols symbols, ISymbol member) =>
        member.Name == "ContinueWith"
        && (ForeignTasks.Is(member.ContainingType, symbols.Task) || ForeignTasks.Is(member.ContainingType, symbols.TaskWithResult));

    private static void CheckContinuation(RuleContext context, OperationAnalysisContext action) =>
        Report(
            context,
            action,
            $"'{Names.Of(Looks.MemberOf(action.Operation)!)}' goes on with a kernel thread, beside this thread's tasks",
            "await it, and go on in the lines below"
        );

    private static void CheckCancel(RuleContext context, OperationAnalysisContext action) =>
        Report(
            context,
            action,
            $"'{Names.Of(Looks.MemberOf(action.Operation)!)}' runs whatever others registered in the middle of this task",
            "write 'await ….CancelAsync()'"
        );

    private static void CheckScheduler(RuleContext context, OperationAnalysisContext action)
    {
        // Then the continuation is what is reported.
        if (OperationTree.UserOf(action.Operation, out _) is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ContinueWith" } })
        {
            Report(
                context,
                action,
                $"'{Names.Of(Looks.MemberOf(action.Operation)!)}' says where other tasks than this thread's run",
                "start a thread with TroopThread.Start, or a task by calling its method"
            );
        }
    }

    private static void CheckCreation(RuleContext context, OperationAnalysisContext action)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)action.Operation;
        if (!creation.Arguments.Any(argument => MayRunThemLater(context, argument)))
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
