using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Statics;

/// <summary>One place in a static constructor that writes a static of the type.</summary>
/// <param name="Member">The field or property.</param>
/// <param name="Target">Where it stands.</param>
/// <param name="Value">Null where it cannot be seen what is written.</param>
internal readonly record struct StaticWrite(ISymbol Member, IOperation Target, IOperation? Value)
{
    internal static IEnumerable<StaticWrite> In(INamedTypeSymbol type, IEnumerable<IOperation> blocks)
    {
        foreach (IOperation operation in OperationTree.WithoutLambdas(blocks))
        {
            if (
                operation is IMemberReferenceOperation { Instance: null, Member: IFieldSymbol or IPropertySymbol } target
                && SymbolEqualityComparer.Default.Equals(target.Member.ContainingType, type)
                && ValueFor(target, out IOperation? value)
            )
            {
                yield return new(target.Member, target, value);
            }
        }
    }

    /// <summary>Whether it is written at all there.</summary>
    private static bool ValueFor(IOperation target, out IOperation? value)
    {
        value = null;
        switch (target.Parent)
        {
            // What is combined with it was judged before; so is what is added.
            case IAssignmentOperation assignment when assignment.Target == target:
                value = assignment is ISimpleAssignmentOperation { IsRef: true } ? null : assignment.Value;
                return true;
            case ITupleOperation tuple:
                return Deconstructed(tuple, tuple.Elements.IndexOf(target), out value);
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
            case IAddressOfOperation:
                return true;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } }:
                return true;
            default:
                return false;
        }
    }

    private static bool Deconstructed(ITupleOperation tuple, int index, out IOperation? value)
    {
        value = null;
        switch (tuple.Parent)
        {
            case IDeconstructionAssignmentOperation assignment when assignment.Target == tuple:
                value = Element(assignment.Value, index);
                return true;
            case ITupleOperation outer when Deconstructed(outer, outer.Elements.IndexOf(tuple), out IOperation? inner):
                value = inner is null ? null : Element(inner, index);
                return true;
            default:
                return false;
        }
    }

    private static IOperation? Element(IOperation value, int index) =>
        Unconverted.Of(value) is ITupleOperation tuple && index < tuple.Elements.Length ? tuple.Elements[index] : null;
}
