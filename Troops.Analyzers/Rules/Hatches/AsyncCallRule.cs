using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP064: in task code, an async body of this compilation that does not return <c>TroopTask</c> counts as another thread, so it gets only what is shareable.</summary>
internal sealed class AsyncCallRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AsyncDescriptors.ForeignAsync];

    internal override bool FollowsFlow => true;

    internal override void Register(RuleContext context)
    {
        ValueProof proof = new(context.Kinds);
        context.Looks.OnOperation(operation => CheckCall(context, proof, operation), OperationKind.Invocation);
        context.Looks.OnOperation(operation => CheckReference(context, proof, operation), OperationKind.MethodReference);
        context.Looks.OnOperation(operation => CheckLambda(context, proof, operation), OperationKind.AnonymousFunction);
    }

    private static void CheckCall(RuleContext context, ValueProof proof, OperationAnalysisContext action)
    {
        IInvocationOperation call = (IInvocationOperation)action.Operation;
        IMethodSymbol target = Implementation(call.TargetMethod);
        if (!ForeignTasks.IsForeignBody(context, target) || !IsTaskCode(context, action))
        {
            return;
        }

        if (target.MethodKind == MethodKind.LocalFunction)
        {
            CheckFunction(context, proof, action, call, proof.FactsOf(call).Find(target), target);
        }
        else if (call.Instance is { } instance && proof.Of(instance, isInside: false) is { IsShareable: false } verdict)
        {
            Report(context, action, call.Syntax, What(target, "the object that it is called on"), verdict, Repair(target));
            return;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && proof.Of(argument.Value, isInside: false) is { IsShareable: false } found)
            {
                Report(context, action, argument.Value.Syntax, What(target, $"'{parameter.Name}'"), found, Repair(target));
                return;
            }
        }
    }

    private static void CheckReference(RuleContext context, ValueProof proof, OperationAnalysisContext action)
    {
        IMethodReferenceOperation reference = (IMethodReferenceOperation)action.Operation;
        IMethodSymbol target = Implementation(reference.Method);
        if (!ForeignTasks.IsForeignBody(context, target) || !IsTaskCode(context, action) || GoesToThread(context, reference))
        {
            return;
        }

        if (target.MethodKind == MethodKind.LocalFunction)
        {
            CheckFunction(context, proof, action, reference, proof.FactsOf(reference).Find(target), target);
        }
        else if (reference.Instance is { } instance && proof.Of(instance, isInside: false) is { IsShareable: false } verdict)
        {
            Report(context, action, reference.Syntax, What(target, "the object that it is called on"), verdict, Repair(target));
        }
    }

    private static void CheckLambda(RuleContext context, ValueProof proof, OperationAnalysisContext action)
    {
        IAnonymousFunctionOperation lambda = (IAnonymousFunctionOperation)action.Operation;
        if (ForeignTasks.IsForeignBody(context, lambda.Symbol) && IsTaskCode(context, action) && !GoesToThread(context, lambda))
        {
            CheckFunction(context, proof, action, lambda, lambda, lambda.Symbol);
        }
    }

    /// <param name="context">The compilation's.</param>
    /// <param name="proof">The compilation's.</param>
    /// <param name="action">The action.</param>
    /// <param name="at">Where it is used.</param>
    /// <param name="function">A lambda, or the declaration of a local function.</param>
    /// <param name="symbol">Of it.</param>
    private static void CheckFunction(
        RuleContext context,
        ValueProof proof,
        OperationAnalysisContext action,
        IOperation at,
        IOperation? function,
        IMethodSymbol symbol
    )
    {
        if (
            function is not null
            && new Crossings(context.Kinds, context.Boundaries, proof).OfDelegate(function, action.GetControlFlowGraph) is [{ Verdict: var verdict } first, ..]
        )
        {
            Report(context, action, at.Syntax, What(symbol, first.Symbol is null ? "'this'" : $"'{first.Symbol.Name}'"), verdict, Repair(symbol));
        }
    }

    private static IMethodSymbol Implementation(IMethodSymbol method) => (method.PartialImplementationPart ?? method).OriginalDefinition;

    private static bool IsTaskCode(RuleContext context, OperationAnalysisContext action) =>
        context.TaskCode.IsInThread(action.Operation, action.ContainingSymbol, context.Boundaries) && CodeScope.CoversBody(context, action.ContainingSymbol);

    /// <summary>Whoever starts a thread with it has rules of his own.</summary>
    private static bool GoesToThread(RuleContext context, IOperation function) =>
        TaskCode.ParameterOf(function) is { } parameter && context.Boundaries.Of(parameter) >= Passage.Value;

    private static string What(IMethodSymbol target, string shared)
    {
        string name = target.MethodKind == MethodKind.AnonymousFunction ? "This async lambda" : $"'{Names.Of(target)}'";
        return $"{name} returns {Names.Of(target.ReturnType)}, so it may go on beside this thread, with {shared}";
    }

    private static string Repair(IMethodSymbol target) =>
        target.IsIterator ? "send the elements through a Channel<T>, or give it what is immutable"
        : target.MethodKind == MethodKind.AnonymousFunction ? $"let it return {ForeignTasks.TroopTaskFor(target.ReturnType)}"
        : $"return {ForeignTasks.TroopTaskFor(target.ReturnType)}";

    private static void Report(RuleContext context, OperationAnalysisContext action, SyntaxNode at, string what, Verdict verdict, string repair) =>
        context.Report(
            action.ReportDiagnostic,
            AsyncDescriptors.ForeignAsync,
            action.ContainingSymbol,
            at.GetLocation(),
            verdict.Locations(),
            what,
            verdict.Explain(),
            repair
        );
}
