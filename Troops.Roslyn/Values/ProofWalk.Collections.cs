using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Values;

// Arrays that have no element to assign, and what a collection expression makes.
internal sealed partial class ProofWalk
{
    private Verdict OfArray(IArrayCreationOperation array) =>
        array.DimensionSizes.Any(static size => size.ConstantValue is { HasValue: true, Value: 0 or 0L or 0u or 0ul })
            ? Verdict.Immutable(array.Type)
            : Declared(array.Type);

    private Verdict OfCollection(ICollectionExpressionOperation collection)
    {
        bool isReadOnlyView =
            collection.Type?.OriginalDefinition.SpecialType
            is SpecialType.System_Collections_Generic_IEnumerable_T
                or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
                or SpecialType.System_Collections_Generic_IReadOnlyList_T;
        return collection switch
        {
            { Type: null } => Verdict.Immutable(null),
            // The language promises a list for these that nobody can change.
            _ when isReadOnlyView => OfElements(collection),
            { Type: IArrayTypeSymbol, Elements.IsEmpty: true } => Verdict.Immutable(collection.Type),
            { ConstructMethod.MethodKind: MethodKind.Constructor } => Exactly(collection.Type),
            _ => Declared(collection.Type),
        };
    }

    private Verdict OfElements(ICollectionExpressionOperation collection)
    {
        Verdict worst = Verdict.Immutable(collection.Type);
        foreach (IOperation element in collection.Elements)
        {
            worst = Worst(worst, element is ISpreadOperation spread ? Declared(spread.ElementType) : Of(element));
        }

        return worst;
    }
}
