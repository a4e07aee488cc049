using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP064: in task code, an async body of this compilation that does not return <c>TroopTask</c> counts as another thread, so it gets only what is shareable.</summary>
internal sealed class AsyncCallRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AsyncDescriptors.ForeignAsync];

    internal override bool FollowsFlow => true;

    internal override void Register(RuleContext context)
    {
        ForeignBodies bodies = new(context, new ValueProof(context.Kinds));
        context.Looks.OnUse(
            member =>
                member is IMethodSymbol { MethodKind: not MethodKind.DelegateInvoke } method
                && (bodies.MayLead(ForeignBodies.Implementation(method)) || ForeignTasks.MayCall(context.Symbols, method)),
            operation => Check(bodies, operation),
            OperationKind.Invocation
        );
        context.Looks.OnUse(
            static member => member is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke },
            operation => CheckDelegate(bodies, operation),
            OperationKind.Invocation
        );
        context.Looks.OnUse(
            member => member is IPropertySymbol { GetMethod: { } getter } && bodies.MayLeadOn(getter),
            operation => Check(bodies, operation),
            OperationKind.PropertyReference
        );
        context.Looks.OnUse(
            member => member is IMethodSymbol constructor && bodies.MayLeadOn(constructor),
            operation => Check(bodies, operation),
            OperationKind.ObjectCreation
        );
        // Statements that name no member; most programs have nothing that these could call.
        if (Declares(context, ImplicitCalls.DisposeAsync))
        {
            context.Looks.OnOperation(operation => Check(bodies, operation), OperationKind.Using, OperationKind.UsingDeclaration);
        }

        if (Declares(context, ImplicitCalls.MoveNextAsync) || Declares(context, ImplicitCalls.GetAsyncEnumerator))
        {
            context.Looks.OnOperation(operation => CheckLoop(bodies, operation), OperationKind.Loop);
        }

        context.Looks.OnOperation(operation => CheckReference(bodies, operation), OperationKind.MethodReference);
        context.Looks.OnAsyncLambda((site, lambda) => CheckLambda(bodies, site, lambda));
    }

    private static bool Declares(RuleContext context, string member) => context.Symbols.Compilation.ContainsSymbolsWithName(member, SymbolFilter.Member);

    private static void CheckLoop(ForeignBodies bodies, OperationAnalysisContext action)
    {
        if (action.Operation is IForEachLoopOperation { IsAsynchronous: true })
        {
            Check(bodies, action);
        }
    }

    private static void CheckDelegate(ForeignBodies bodies, OperationAnalysisContext action)
    {
        if (ForeignTasks.IsForeign(bodies.Context.Symbols, ((IInvocationOperation)action.Operation).TargetMethod.ReturnType))
        {
            Check(bodies, action);
        }
    }

    private static void CheckReference(ForeignBodies bodies, OperationAnalysisContext action)
    {
        IMethodReferenceOperation reference = (IMethodReferenceOperation)action.Operation;
        if (!GoesToThread(bodies.Context, reference))
        {
            if (bodies.MayLead(ForeignBodies.Implementation(reference.Method)))
            {
                Check(bodies, action);
            }
        }
        else if (
            bodies.Context.TaskCode.BodyOfThread(reference, bodies.Context.Boundaries, bodies.Proof, action.CancellationToken) is { } body
            && CodeScope.CoversBody(bodies.Context, action.ContainingSymbol)
        )
        {
            foreach (Handed handed in bodies.HandedIn(body, action.CancellationToken))
            {
                ISymbol? audited = bodies.Context.AuditedMember(reference.Method) ?? handed.Audited;
                Handed given = handed with { Via = handed.Via ?? reference.Method, Audited = audited };
                Report(bodies.Context, OperationSite.Of(action), reference.Syntax, given, handed.At.GetLocation());
                if (audited is null)
                {
                    break;
                }
            }
        }
    }

    private static void CheckLambda(ForeignBodies bodies, OperationSite site, IAnonymousFunctionOperation lambda)
    {
        if (ForeignTasks.IsForeignBody(bodies.Context, lambda.Symbol) && !GoesToThread(bodies.Context, lambda))
        {
            Check(bodies, site);
        }
    }

    private static void Check(ForeignBodies bodies, OperationAnalysisContext action) => Check(bodies, OperationSite.Of(action));

    private static void Check(ForeignBodies bodies, OperationSite site)
    {
        RuleContext context = bodies.Context;
        if (!context.TaskCode.IsInThread(site.Operation, site.Member, context.Boundaries) || !CodeScope.CoversBody(context, site.Member))
        {
            return;
        }

        foreach (Handed handed in bodies.HandedBy(site.Operation, site.Graph, site.Cancellation))
        {
            Report(context, site, handed.At, handed, handed.Via?.Locations.FirstOrDefault(static location => location.IsInSource));
            if (handed.Audited is null)
            {
                break;
            }
        }
    }

    /// <summary>Whoever starts a thread with it has rules of his own.</summary>
    private static bool GoesToThread(RuleContext context, IOperation function) =>
        TaskCode.ParameterOf(function) is { } parameter && context.Boundaries.Of(parameter) >= Passage.Value;

    private static string What(Handed handed)
    {
        string returns = $"returns {Names.Of(handed.Body.ReturnType)}, so it may go on beside this thread, with {handed.Shared}";
        bool isLambda = handed.Body.MethodKind == MethodKind.AnonymousFunction;
        return handed.Via is { } via ? $"{(isLambda ? "An async lambda" : $"'{Names.Of(handed.Body)}'")}, which '{NameOf(via)}' leads to, {returns}"
            : isLambda ? $"This async lambda {returns}"
            : $"'{Names.Of(handed.Body)}' {returns}";
    }

    private static string NameOf(ISymbol via) =>
        via switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => $"new {Names.Of(via.ContainingType)}",
            ILocalSymbol => via.Name,
            _ => Names.Of(via),
        };

    private static string Repair(RuleContext context, Handed handed)
    {
        string task = ForeignTasks.TroopTaskFor(handed.Body.ReturnType);
        return handed.Body.IsIterator ? "send the elements through a Channel<T>, or give it what is immutable"
            : handed.Via is IMethodSymbol { MethodKind: MethodKind.Constructor } ? $"let it return {task}, and call it where that is awaited"
            : handed.Via is IMethodSymbol { ReturnsVoid: false } way
            && !ForeignTasks.IsForeign(context.Symbols, way.ReturnType)
            && handed.Body.MethodKind != MethodKind.AnonymousFunction
                ? $"let '{Names.Of(handed.Body)}' return {task}"
            : handed.Via is not null ? $"let both return {task}"
            : handed.Body.MethodKind == MethodKind.AnonymousFunction ? $"let it return {task}"
            : $"return {task}";
    }

    private static void Report(RuleContext context, OperationSite site, SyntaxNode at, Handed handed, Location? way) =>
        context.Report(
            site.Report,
            AsyncDescriptors.ForeignAsync,
            handed.Audited ?? site.Member,
            at.GetLocation(),
            way is null ? handed.Verdict.Locations() : handed.Verdict.Locations().Insert(0, way),
            What(handed),
            handed.Verdict.Explain(),
            Repair(context, handed)
        );
}
