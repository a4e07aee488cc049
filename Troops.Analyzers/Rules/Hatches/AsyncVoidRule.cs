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
        context.Looks.OnAsyncMethod((symbol, method) => CheckMember(context, symbol, method));
        context.Looks.OnOperation(operation => CheckLocal(context, operation), OperationKind.LocalFunction);
        context.Looks.OnAsyncLambda((site, lambda) => CheckLambda(context, site, lambda));
    }

    private static void CheckMember(RuleContext context, SymbolAnalysisContext action, IMethodSymbol method)
    {
        if (method is { IsAsync: true, ReturnsVoid: true, PartialImplementationPart: null })
        {
            Report(context, action.ReportDiagnostic, method, What(Names.Of(method)), "return TroopTask", method.Locations[0]);
        }
    }

    private static void CheckLocal(RuleContext context, OperationAnalysisContext action)
    {
        if (((ILocalFunctionOperation)action.Operation).Symbol is { IsAsync: true, ReturnsVoid: true } local)
        {
            Report(context, action.ReportDiagnostic, action.ContainingSymbol, What(local.Name), "return TroopTask", local.Locations[0]);
        }
    }

    private static void CheckLambda(RuleContext context, OperationSite site, IAnonymousFunctionOperation lambda)
    {
        if (lambda.Symbol.ReturnsVoid)
        {
            string type = Names.Of((lambda.Parent as IDelegateCreationOperation)?.Type ?? lambda.Type);
            Report(
                context,
                site.Report,
                site.Member,
                $"This async lambda is given as {type}: nobody can wait for its end or see its fault",
                "give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async",
                lambda.Syntax.GetLocation()
            );
        }
    }

    private static string What(string name) => $"'{name}' is async void: nobody can wait for its end or see its fault";

    private static void Report(RuleContext context, Action<Diagnostic> sink, ISymbol member, string what, string repair, Location location)
    {
        if (CodeScope.CoversBody(context, member))
        {
            context.Report(sink, AsyncDescriptors.LostTask, member, location, related: null, what, repair);
        }
    }
}
