using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP066: <c>async void</c>, whose end and fault nobody can wait for.</summary>
internal sealed class AsyncVoidRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AsyncDescriptors.LostTask];

    internal override void Register(RuleContext context)
    {
        context.Looks.OnOperation(operation => CheckFunction(context, operation), OperationKind.AnonymousFunction, OperationKind.LocalFunction);
        context.Looks.OnOperation(operation => CheckMember(context, operation), OperationKind.MethodBody);
    }

    private static void CheckMember(RuleContext context, OperationAnalysisContext action)
    {
        if (action.ContainingSymbol is IMethodSymbol { IsAsync: true, ReturnsVoid: true } method)
        {
            Report(context, action, $"'{Names.Of(method)}' is async void: nobody can wait for its end or see its fault", "return TroopTask", NameOf(method));
        }
    }

    private static void CheckFunction(RuleContext context, OperationAnalysisContext action)
    {
        if (action.Operation is ILocalFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } local })
        {
            Report(context, action, $"'{local.Name}' is async void: nobody can wait for its end or see its fault", "return TroopTask", NameOf(local));
        }
        else if (action.Operation is IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } } lambda)
        {
            string type = Names.Of((lambda.Parent as IDelegateCreationOperation)?.Type ?? lambda.Type);
            Report(
                context,
                action,
                $"This async lambda is given as {type}: nobody can wait for its end or see its fault",
                "give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async",
                lambda.Syntax.GetLocation()
            );
        }
    }

    private static Location NameOf(IMethodSymbol method) => method.Locations[0];

    private static void Report(RuleContext context, OperationAnalysisContext action, string what, string repair, Location location)
    {
        if (CodeScope.CoversBody(context, action.ContainingSymbol))
        {
            context.Report(action.ReportDiagnostic, AsyncDescriptors.LostTask, action.ContainingSymbol, location, related: null, what, repair);
        }
    }
}
