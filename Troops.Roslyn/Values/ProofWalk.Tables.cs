using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Values;

// Immutable tables of delegates: as good as the delegates that are written into them in place.
internal sealed partial class ProofWalk
{
    /// <summary>What a collection is that would be immutable but for delegates in it, from its elements where all can be seen; null if they cannot.</summary>
    private Verdict? OfTable(IOperation table) =>
        table.Type is INamedTypeSymbol type && kinds.IsTableOfDelegates(type)
            ? table switch
            {
                IInvocationOperation { Arguments: { IsEmpty: false } arguments } call when comparers.IsNear(call.TargetMethod) => OfFactory(call, arguments),
                IMemberReferenceOperation { Instance: null, Member: { Name: "Empty" } member } when comparers.IsNear(member) => Verdict.Immutable(type),
                ICollectionExpressionOperation => OfWritten(table),
                _ => null,
            }
            : null;

    /// <summary>What is added to a table, as by <c>ImmutableDictionary&lt;...&gt;.Empty.Add(...)</c>, leaves it as good as both.</summary>
    private Verdict? OfFactory(IInvocationOperation call, ImmutableArray<IArgumentOperation> arguments) =>
        call.Instance is null ? OfFrozen(arguments)
        : OfWritten(call.Instance) is { } own && OfFrozen(arguments) is { } added ? Worst(own, added)
        : null;

    /// <summary>A factory that copies what it is given, as <c>ToFrozenDictionary()</c> and <c>ImmutableArray.Create</c>. Comparers are TROOP010's.</summary>
    private Verdict? OfFrozen(ImmutableArray<IArgumentOperation> arguments)
    {
        Verdict worst = Verdict.Immutable(null);
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Value.ConstantValue.HasValue || argument.Value is IDefaultValueOperation)
            {
                continue;
            }

            // A selector makes elements that cannot be seen; an interface may hide what it is a view of.
            bool isSelector = argument.Parameter?.OriginalDefinition.Type.TypeKind == TypeKind.Delegate;
            if (isSelector || (argument.Value.Type is { TypeKind: TypeKind.Interface } or null && argument.Value is not IConversionOperation))
            {
                return null;
            }

            if (Unconverted.Of(argument.Value).Type is { } type && !(isInside ? kinds.Inside(type) : kinds.Total(type)).IsVal)
            {
                if (OfWritten(argument.Value) is not { } verdict)
                {
                    return null;
                }

                worst = Worst(worst, verdict);
            }
        }

        return worst;
    }

    /// <summary>A collection, array or delegate that is written in place; null for anything else that is not immutable by its type.</summary>
    private Verdict? OfWritten(IOperation value) =>
        Unconverted.Of(value) switch
        {
            ICollectionExpressionOperation collection when !collection.Elements.Any(static element => element is ISpreadOperation) => OfAll(
                collection.Elements
            ),
            IArrayCreationOperation { Initializer: { } initializer } => OfAll(initializer.ElementValues),
            IObjectCreationOperation { Initializer: { } initializer } creation
                when creation.Arguments.All(argument => argument.Value.ConstantValue.HasValue || Of(argument.Value).IsVal) => OfAll(
                initializer.Initializers.SelectMany(Added)
            ),
            // An entry: what it is made of is all that it has.
            IObjectCreationOperation { Type: { } pair, Initializer: null } entry when Same(kinds.Symbols.KeyValuePair, pair.OriginalDefinition) => OfAll(
                entry.Arguments.Select(static argument => argument.Value)
            ),
            IInvocationOperation { TargetMethod.ContainingType: { } pair } entry when Same(kinds.Symbols.KeyValuePairs, pair) => OfAll(
                entry.Arguments.Select(static argument => argument.Value)
            ),
            IDelegateCreationOperation or IAnonymousFunctionOperation or IMethodReferenceOperation => Of(value),
            _ => Of(value) is { IsVal: true } proved ? proved : null,
        };

    private Verdict? OfAll(IEnumerable<IOperation> values)
    {
        Verdict worst = Verdict.Immutable(null);
        foreach (IOperation value in values)
        {
            if (OfWritten(value) is not { } verdict)
            {
                return null;
            }

            worst = Worst(worst, verdict);
        }

        return worst;
    }

    /// <summary>What an element of a collection initializer adds: <c>{ key, value }</c> or <c>[key] = value</c>.</summary>
    private static IEnumerable<IOperation> Added(IOperation initializer) =>
        initializer switch
        {
            IInvocationOperation add => add.Arguments.Select(static argument => argument.Value),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: var indexes } } set => indexes
                .Select(static index => index.Value)
                .Append(set.Value),
            _ => [initializer],
        };
}
