using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Analyzers.Rules.Hatches;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Tasks;

/// <summary>TROOP073: a task's body that is called where no thread of Troops runs for certain.</summary>
/// <remarks>Methods and lambdas that are not async may be called from a task, so they are left alone; the run time says the rest.</remarks>
internal sealed class OutsideCallRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TaskDescriptors.OutsideCall];

    internal override void Register(RuleContext context)
    {
        Lazy<IMethodSymbol?> entry = new(() => context.Symbols.Compilation.GetEntryPoint(CancellationToken.None));
        context.Looks.OnUse(
            member => member is IMethodSymbol method && (method.MethodKind == MethodKind.DelegateInvoke || context.TaskCode.IsTask(method.ReturnType)),
            operation => Check(context, entry, operation),
            OperationKind.Invocation
        );
    }

    private static void Check(RuleContext context, Lazy<IMethodSymbol?> entry, OperationAnalysisContext action)
    {
        IInvocationOperation call = (IInvocationOperation)action.Operation;
        if (
            !context.TaskCode.IsTask(call.Type)
            || Callee(context, call) is not { } callee
            || Place(context, entry, call, action.ContainingSymbol) is not { } place
            || !CodeScope.CoversBody(context, action.ContainingSymbol)
        )
        {
            return;
        }

        string name = callee is ILocalSymbol ? callee.Name : Names.Of(callee);
        context.Report(
            action.ReportDiagnostic,
            TaskDescriptors.OutsideCall,
            action.ContainingSymbol,
            call.Syntax.GetLocation(),
            related: null,
            name,
            place,
            $"() => {call.TargetMethod.Name switch { "Invoke" => name, var method => method }}({(call.Arguments.IsEmpty ? "" : "...")})"
        );
    }

    /// <summary>A method or local function, a delegate of it that is made on the spot, or a local that holds one or an async lambda from the beginning.</summary>
    private static ISymbol? Callee(RuleContext context, IInvocationOperation call)
    {
        if (call.TargetMethod.MethodKind != MethodKind.DelegateInvoke)
        {
            return TaskMethods.IsBody(context, call.TargetMethod) ? call.TargetMethod : null;
        }

        return call.Instance is null
            ? null
            : Unconverted.Of(call.Instance) switch
            {
                IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } } when TaskMethods.IsBody(context, method) => method,
                ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var declaration] } local }
                    when declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } && IsBody(context, call.SemanticModel, value) =>
                    local,
                _ => null,
            };
    }

    /// <summary>By its text as far as that tells: an async lambda, or the name of a method in whatever makes it a delegate.</summary>
    private static bool IsBody(RuleContext context, SemanticModel? model, ExpressionSyntax value) =>
        value switch
        {
            ParenthesizedExpressionSyntax parenthesized => IsBody(context, model, parenthesized.Expression),
            CastExpressionSyntax cast => IsBody(context, model, cast.Expression),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var only }] } => IsBody(context, model, only),
            AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
            SimpleNameSyntax or MemberAccessExpressionSyntax => model?.GetSymbolInfo(value).Symbol is IMethodSymbol method
                && TaskMethods.IsBody(context, method),
            _ => false,
        };

    /// <summary>Null if a thread may run there.</summary>
    private static string? Place(RuleContext context, Lazy<IMethodSymbol?> entry, IOperation call, ISymbol containing)
    {
        for (IOperation? above = call.Parent; above is not null; above = above.Parent)
        {
            switch (above)
            {
                case IAnonymousFunctionOperation lambda when context.TaskCode.IsTask(lambda.Symbol.ReturnType):
                    return null;
                case IAnonymousFunctionOperation lambda:
                    return OfLambda(context, lambda);
                case ILocalFunctionOperation local:
                    return local.Symbol.IsAsync && !context.TaskCode.IsTask(local.Symbol.ReturnType)
                        ? $"'{local.Symbol.Name}', which is async but no task,"
                        : null;
                default:
                    break;
            }
        }

        return containing switch
        {
            IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => "a static constructor",
            IMethodSymbol { Name: "Main" or "<Main>$", IsStatic: true } method when IsEntry(method, entry.Value) => "the entry point",
            IMethodSymbol { IsAsync: true } method when !context.TaskCode.IsTask(method.ReturnType) => $"'{Names.Of(method)}', which is async but no task,",
            IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } => "a static initializer",
            _ => null,
        };
    }

    private static bool IsEntry(IMethodSymbol method, IMethodSymbol? entry) => SymbolEqualityComparer.Default.Equals(method, entry) || method.Name == "<Main>$";

    private static string? OfLambda(RuleContext context, IAnonymousFunctionOperation lambda)
    {
        IParameterSymbol? parameter = TaskCode.ParameterOf(lambda);
        if (parameter is not null && context.Boundaries.IsMarked(parameter))
        {
            return null;
        }

        return parameter is not null && context.Boundaries.Of(parameter) >= Passage.Thread ? $"what '{Names.Of(parameter.ContainingSymbol)}' is given"
            : lambda.Symbol.IsAsync ? "an async lambda that does not return TroopTask"
            : null;
    }
}
