using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>One question to <see cref="ForeignBodies"/>: through members that are not async to the async bodies behind them, a few steps and so many bodies at most.</summary>
/// <remarks>What it cannot see leads nowhere: delegates in fields, members of other assemblies, what an interface's implementations do not agree on.</remarks>
internal sealed partial class ForeignWalk(ForeignBodies bodies, CancellationToken cancellation)
{
    private const int Deepest = 4;

    private const int MostBodies = 64;

    private readonly HashSet<IMethodSymbol> open = new(SymbolEqualityComparer.Default);
    private int read;

    private RuleContext Context => bodies.Context;

    /// <summary>The arguments, receivers and captures of one operation.</summary>
    internal IEnumerable<Handed> HandedBy(IOperation use, Func<ControlFlowGraph?> graph) =>
        use switch
        {
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call => ByDelegate(call),
            IInvocationOperation call => ByCall(call, graph),
            IPropertyReferenceOperation { Property.GetMethod: { } getter } read when IsRead(read) && ReachOf(getter) is { } reach => ByMember(
                read,
                reach,
                read.Property,
                read.Instance,
                read.Arguments
            ),
            IObjectCreationOperation { Constructor: { } constructor } creation when ReachOf(constructor) is { } reach => ByMember(
                creation,
                reach,
                constructor,
                creation,
                creation.Arguments
            ),
            IMethodReferenceOperation reference => ByReference(reference, graph),
            IAnonymousFunctionOperation lambda when ForeignTasks.IsForeignBody(Context, lambda.Symbol) => ByFunction(lambda, lambda, lambda.Symbol, graph)
                .Concat(ByParameters(lambda)),
            IUsingOperation { IsAsynchronous: true } or IUsingDeclarationOperation { IsAsynchronous: true } or IForEachLoopOperation { IsAsynchronous: true } =>
                ByStatement(use),
            _ => [],
        };

    /// <summary>All that a body hands over, but for what another thread gets.</summary>
    internal IEnumerable<Handed> HandedIn(IOperation body)
    {
        Stack<IOperation> left = new([body]);
        while (left.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            IOperation operation = left.Pop();
            bool isFunction = operation is IAnonymousFunctionOperation or IMethodReferenceOperation;
            if (operation is INameOfOperation || (isFunction && GoesToThread(operation)))
            {
                continue;
            }

            foreach (Handed handed in HandedBy(operation, static () => null))
            {
                yield return handed;
            }

            // An async local function is looked at where it is called; a lambda that is not async runs in place, as far as can be seen.
            if (operation is IAnonymousFunctionOperation { Symbol.IsAsync: true } or ILocalFunctionOperation { Symbol.IsAsync: true })
            {
                continue;
            }

            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                left.Push(child);
            }
        }
    }

    /// <summary>Of a member that is not async; null if it leads nowhere, as far as can be seen.</summary>
    internal ForeignReach? Reach(IMethodSymbol method)
    {
        if (open.Count == Deepest || !open.Add(method))
        {
            return null;
        }

        ForeignReach? reach = method.IsAbstract ? OfAll(bodies.ImplementationsOf(method)) : OfBody(method);
        open.Remove(method);
        return reach is null ? null : reach with { Audited = Context.AuditedMember(method) ?? reach.Audited };
    }

    /// <summary>Whoever starts a thread with it has rules of his own.</summary>
    internal bool GoesToThread(IOperation function) => TaskCode.ParameterOf(function) is { } parameter && Context.Boundaries.Of(parameter) >= Passage.Value;

    private static bool IsRead(IOperation property) =>
        property.Parent is not INameOfOperation && !(property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property);

    private ForeignReach? ReachOf(IMethodSymbol method)
    {
        IMethodSymbol target = ForeignBodies.Implementation(method);
        return !bodies.MayLeadOn(target) ? null
            : open.Count == 0 ? bodies.Of(target, cancellation)
            : Reach(target);
    }

    private ForeignReach? OfAll(IEnumerable<IMethodSymbol> implementations)
    {
        ForeignReach? all = null;
        foreach (IMethodSymbol implementation in implementations)
        {
            ForeignReach? reach = ForeignTasks.IsForeignBody(Context, implementation) ? ForeignReach.Of(implementation) : ReachOf(implementation);
            if (reach is null)
            {
                return null;
            }

            // The object is of a type that is known here.
            reach = reach with
            {
                TakesThis = reach.TakesThis && !Context.Kinds.Total(implementation.ContainingType).IsShareable,
            };
            all = all?.And(reach) ?? reach;
        }

        return all;
    }

    private ForeignReach? OfBody(IMethodSymbol method)
    {
        ForeignReach? reach = null;
        foreach (IOperation body in BodiesOf(method))
        {
            foreach (Handed handed in HandedIn(body))
            {
                if (ForeignOrigin.Of(handed, method, bodies.Proof) is { } origin)
                {
                    reach = reach?.And(origin) ?? origin;
                }
            }
        }

        return reach;
    }

    private IEnumerable<IOperation> BodiesOf(IMethodSymbol method)
    {
        if (Context.Symbols.IsOutside(method) || ++read > MostBodies)
        {
            yield break;
        }

        bool isConstructor = method.MethodKind == MethodKind.Constructor;
        if ((!isConstructor || MayCall(method)) && Bodies.Of(Context.Symbols.Compilation, method, cancellation) is { } body)
        {
            yield return body;
        }

        foreach (IOperation initializer in isConstructor ? Initializers(method.ContainingType) : [])
        {
            yield return initializer;
        }
    }

    /// <summary>Most constructors only store what they are given; to see that takes no semantic model.</summary>
    private bool MayCall(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) is ConstructorDeclarationSyntax declaration
            && declaration
                .DescendantNodes()
                .Any(static node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax)
        );

    /// <summary>Of fields and properties that hold a task from the beginning.</summary>
    private IEnumerable<IOperation> Initializers(INamedTypeSymbol type)
    {
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.IsStatic || !ForeignTasks.IsForeign(Context.Symbols, field.Type))
            {
                continue;
            }

            EqualsValueClauseSyntax? written = ((ISymbol?)field.AssociatedSymbol ?? field)
                .DeclaringSyntaxReferences.FirstOrDefault()
                ?.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            };
            if (written is not null && Context.Symbols.Compilation.GetSemanticModel(written.SyntaxTree).GetOperation(written, cancellation) is { } initializer)
            {
                yield return initializer;
            }
        }
    }

    private IEnumerable<Handed> ByCall(IInvocationOperation call, Func<ControlFlowGraph?> graph)
    {
        IMethodSymbol target = ForeignBodies.Implementation(call.TargetMethod);
        if (!ForeignTasks.IsForeignBody(Context, target))
        {
            IEnumerable<Handed> led = ReachOf(target) is { } reach ? ByMember(call, reach, target, call.Instance, call.Arguments) : [];
            return led.Concat(ByHeldArguments(call));
        }

        IEnumerable<Handed> held =
            target.MethodKind != MethodKind.LocalFunction ? ByReceiver(call, call.Instance, ForeignReach.Of(target), via: null)
            : bodies.Proof.FactsOf(call).Find(target) is { } function ? ByFunction(call, function, target, graph)
            : [];
        return held.Concat(ByArguments(call.Arguments, ForeignReach.Of(target), via: null));
    }

    private IEnumerable<Handed> ByReference(IMethodReferenceOperation reference, Func<ControlFlowGraph?> graph)
    {
        IMethodSymbol target = ForeignBodies.Implementation(reference.Method);
        bool isBody = ForeignTasks.IsForeignBody(Context, target);
        if ((isBody ? ForeignReach.Of(target) : ReachOf(target)) is not { } reach)
        {
            return [];
        }

        // An extension method is bound to its first argument.
        bool isBound = reference.Instance is not null && target.IsStatic;
        IMethodSymbol? via = isBody ? null : target;
        IEnumerable<Handed> held =
            !isBody || target.MethodKind != MethodKind.LocalFunction
                ? ((isBound ? reach.Gets(0) : reach.TakesThis) ? ByReceiver(reference, reference.Instance, reach, via) : [])
            : bodies.Proof.FactsOf(reference).Find(target) is { } function ? ByFunction(reference, function, target, graph)
            : [];
        return held.Concat(ByGiven(TaskCode.ArgumentOf(reference), reference.Method.Parameters.Skip(isBound ? 1 : 0), reach, via, _ => reference.Syntax));
    }

    private IEnumerable<Handed> ByMember(IOperation use, ForeignReach reach, ISymbol via, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments) =>
        (reach.TakesThis ? ByReceiver(use, receiver, reach, via) : []).Concat(ByArguments(arguments, reach, via));

    private IEnumerable<Handed> ByStatement(IOperation statement)
    {
        foreach ((IMethodSymbol called, ITypeSymbol? on, IOperation at) in ImplicitCalls.Of(statement))
        {
            IMethodSymbol target = ForeignBodies.Implementation(called);
            bool isBody = ForeignTasks.IsForeignBody(Context, target);
            if (
                (isBody ? ForeignReach.Of(target) : ReachOf(target)) is { TakesThis: true } reach
                && (on is null ? bodies.Proof.Of(at, isInside: false) : Context.Kinds.Total(on)) is { IsShareable: false } verdict
            )
            {
                yield return new(reach.Body, isBody ? null : target, Handed.Receiver, verdict, at.Syntax, at, reach.Audited);
            }
        }
    }

    private IEnumerable<Handed> ByReceiver(IOperation use, IOperation? receiver, ForeignReach reach, ISymbol? via)
    {
        if (receiver is not null && bodies.Proof.Of(receiver, isInside: false) is { IsShareable: false } verdict)
        {
            string shared = use == receiver ? "the new object" : Handed.Receiver;
            yield return new(reach.Body, via, shared, verdict, use.Syntax, receiver, reach.Audited);
        }
    }

    private IEnumerable<Handed> ByArguments(ImmutableArray<IArgumentOperation> arguments, ForeignReach reach, ISymbol? via)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (
                argument.Parameter is { } parameter
                && reach.Gets(parameter.Ordinal)
                && bodies.Proof.Of(argument.Value, isInside: false) is { IsShareable: false } verdict
            )
            {
                yield return new(reach.Body, via, $"'{parameter.Name}'", verdict, argument.Value.Syntax, argument.Value, reach.Audited);
            }
        }
    }

    /// <param name="at">Where it is used.</param>
    /// <param name="function">A lambda, or the declaration of a local function.</param>
    /// <param name="symbol">Of it.</param>
    /// <param name="graph">Of the body that it is in.</param>
    private IEnumerable<Handed> ByFunction(IOperation at, IOperation function, IMethodSymbol symbol, Func<ControlFlowGraph?> graph)
    {
        foreach (Crossed crossed in bodies.Crossings.OfDelegate(function, graph))
        {
            yield return new(symbol, null, crossed.Symbol is null ? "'this'" : $"'{crossed.Symbol.Name}'", crossed.Verdict, at.Syntax, crossed.Symbol);
        }
    }
}
