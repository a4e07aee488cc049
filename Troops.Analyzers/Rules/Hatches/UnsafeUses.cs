using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Boundaries;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP060 for methods that reinterpret memory, and for setters of what counts as immutable because hardly anybody calls them.</summary>
internal static class UnsafeUses
{
    internal static void Check(HatchUse use)
    {
        if (use.Has(ApiRole.Unsafe) && !OnlyReads(use.Context, use.Member) && !IsRead(use.Operation))
        {
            use.Report(HatchDescriptors.UnsafeCode, $"'{use.Name}'", Repair(use.Member));
        }
    }

    /// <summary>A listed property is one of an object that counts as immutable: it is what sets it that is meant.</summary>
    private static bool IsRead(IOperation operation) =>
        operation is IPropertyReferenceOperation && !(operation.Parent is IAssignmentOperation assignment && assignment.Target == operation);

    private static string Repair(ISymbol member) =>
        member.ContainingType.Name switch
        {
            "ImmutableCollectionsMarshal" => "copy the elements, as ImmutableArray.Create and ToArray do",
            "Encoding" => "give the fallbacks to Encoding.GetEncoding",
            "IPAddress" => "make another address, new IPAddress(bytes, scope)",
            "CollectionsMarshal" => "use the collection's own members",
            _ => "use types that say what is done, or vouch for the member with [Audited]",
        };

    /// <summary>What only measures or compares, and what reads values from a span that cannot be written.</summary>
    private static bool OnlyReads(RuleContext context, ISymbol member)
    {
        INamedTypeSymbol type = member.ContainingType;
        if (SymbolEqualityComparer.Default.Equals(type, context.Symbols.Unsafe))
        {
            return member.Name is "SizeOf" or "AreSame" or "IsNullRef" or "ByteOffset" or "IsAddressLessThan" or "IsAddressGreaterThan";
        }

        return SymbolEqualityComparer.Default.Equals(type, context.Symbols.MemoryMarshal)
            && member is IMethodSymbol { RefKind: RefKind.None or RefKind.RefReadOnly, Parameters: [{ Type: INamedTypeSymbol { Name: var first } }, ..] } method
            && method.Name is "AsBytes" or "Cast" or "Read" or "TryRead" or "AsRef" or "TryGetString" or "ToEnumerable"
            && first is "ReadOnlySpan" or "ReadOnlyMemory";
    }
}
