using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <content>What is called through delegates: by the body itself, and by whom it gives them to.</content>
internal sealed partial class ForeignWalk
{
    /// <summary>A local that holds a method or an async lambda. What that holds on to is found where it is made a delegate.</summary>
    private IEnumerable<Handed> ByDelegate(IInvocationOperation call) =>
        call.Instance is null
            ? []
            : HeldIn(call.Instance)
                .Where(held => held.Called.Parameters.Length == call.Arguments.Length)
                .SelectMany(held => ByArguments(call.Arguments, held.Reach, held.Via));

    /// <summary>The same, given to a method that calls it.</summary>
    private IEnumerable<Handed> ByHeldArguments(IInvocationOperation call) =>
        from argument in call.Arguments
        where argument.Value.Type is INamedTypeSymbol { DelegateInvokeMethod: not null } && Unconverted.Of(argument.Value) is not IDelegateCreationOperation
        let given = ((INamedTypeSymbol)argument.Value.Type!).DelegateInvokeMethod!.Parameters
        from held in HeldIn(argument.Value)
        where held.Called.Parameters.Length == given.Length
        from handed in ByGiven(argument, given, held.Reach, held.Via, _ => argument.Value.Syntax)
        select handed;

    /// <summary>The methods and lambdas that the value may be a delegate of, as far as they lead to async bodies; by which local, if it is one.</summary>
    private IEnumerable<(IMethodSymbol Called, ForeignReach Reach, ISymbol? Via)> HeldIn(IOperation value)
    {
        Stack<(IOperation Value, ISymbol? Via)> left = new([(value, null)]);
        while (left.Count > 0)
        {
            var (part, via) = left.Pop();
            switch (Unconverted.Of(part))
            {
                case ILocalReferenceOperation { Local: var local } held when via is null && bodies.Proof.FactsOf(held).ValuesOf(local) is { } values:
                    foreach (IOperation made in values.Reverse())
                    {
                        left.Push((made, local));
                    }

                    break;
                case IConditionalOperation { WhenFalse: { } otherwise } choice:
                    left.Push((otherwise, via));
                    left.Push((choice.WhenTrue, via));
                    break;
                case IDelegateCreationOperation { Target: IMethodReferenceOperation or IAnonymousFunctionOperation } creation:
                    IMethodSymbol method = creation.Target is IAnonymousFunctionOperation lambda
                        ? lambda.Symbol
                        : ForeignBodies.Implementation(((IMethodReferenceOperation)creation.Target).Method);
                    bool isBody = ForeignTasks.IsForeignBody(Context, method);
                    if ((isBody ? ForeignReach.Of(method) : ReachOf(method)) is { } reach)
                    {
                        yield return (method, reach, via ?? (isBody ? null : method));
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>What an async lambda is called with. One that names no parameters does not use them.</summary>
    private IEnumerable<Handed> ByParameters(IAnonymousFunctionOperation lambda) =>
        ByGiven(
            TaskCode.ArgumentOf(lambda),
            lambda.Symbol.Parameters.Where(static parameter => !parameter.DeclaringSyntaxReferences.IsEmpty),
            ForeignReach.Of(lambda.Symbol),
            via: null,
            parameter => parameter.DeclaringSyntaxReferences[0].GetSyntax(cancellation)
        );

    /// <summary>
    /// What the callee gets from its caller and gives on: where the delegate's parameter is of a type that the caller chose, and another argument may have one, as in <c>items.Select(Load)</c>.
    /// What it is called with otherwise is the callee's own.
    /// </summary>
    /// <param name="function">The argument that the delegate is, if it is one.</param>
    /// <param name="given">What the method or lambda is called with.</param>
    private IEnumerable<Handed> ByGiven(
        IArgumentOperation? function,
        IEnumerable<IParameterSymbol> given,
        ForeignReach reach,
        ISymbol? via,
        Func<IParameterSymbol, SyntaxNode> at
    ) =>
        function?.Parameter is not { } taker
        || Context.Boundaries.Of(taker) >= Passage.Value
        || (taker.OriginalDefinition.Type as INamedTypeSymbol)?.DelegateInvokeMethod is not { } invoke
            ? []
            : from pair in given.Zip(invoke.Parameters, static (parameter, declared) => (Parameter: parameter, Declared: declared))
            where pair.Declared.Type is ITypeParameterSymbol && pair.Parameter.Name != "_" && reach.Gets(pair.Parameter.Ordinal)
            let source = SourceOf(function, (ITypeParameterSymbol)pair.Declared.Type)
            where source is not null && !IsHarmlessTask(pair.Parameter.Type)
            let verdict = Context.Kinds.Total(pair.Parameter.Type)
            where !verdict.IsShareable
            select new Handed(reach.Body, via, $"'{pair.Parameter.Name}'", verdict, at(pair.Parameter), source, reach.Audited);

    /// <summary>The argument, or the object, that the callee may have such a value from.</summary>
    private static IOperation? SourceOf(IArgumentOperation function, ITypeParameterSymbol type) =>
        function.Parent switch
        {
            IInvocationOperation call => SourceOf(call.Arguments, type) ?? (type.TypeParameterKind == TypeParameterKind.Type ? call.Instance : null),
            IObjectCreationOperation creation => SourceOf(creation.Arguments, type),
            _ => null,
        };

    private static IOperation? SourceOf(ImmutableArray<IArgumentOperation> arguments, ITypeParameterSymbol type) =>
        arguments
            .FirstOrDefault(argument => argument.Parameter?.OriginalDefinition.Type is { TypeKind: not TypeKind.Delegate } declared && Mentions(declared, type))
            ?.Value;

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) =>
        type switch
        {
            ITypeParameterSymbol own => SymbolEqualityComparer.Default.Equals(own, parameter),
            IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
            INamedTypeSymbol named => named.TypeArguments.Any(argument => Mentions(argument, parameter)),
            _ => false,
        };

    /// <summary>To wait for it changes nothing, and what it gives can be shared.</summary>
    private bool IsHarmlessTask(ITypeSymbol type) =>
        ForeignTasks.IsForeign(Context.Symbols, type)
        && type is INamedTypeSymbol { Name: "Task" } task
        && task.TypeArguments.All(result => Context.Kinds.Total(result).IsShareable);
}
