using Microsoft.CodeAnalysis;

namespace Troops.Generators.Tasks.Copying.Outlining;

/// <summary>What the type of a variable says about passing it to the function of a loop.</summary>
internal static class LoopTypes
{
    /// <summary>Whether its value is one machine word, which nothing but an assignment can change.</summary>
    internal static bool IsRegister(ITypeSymbol type) =>
        type.IsReferenceType
        || type.TypeKind == TypeKind.Enum
        || type.SpecialType
            is (>= SpecialType.System_Boolean and <= SpecialType.System_UInt64)
                or SpecialType.System_Single
                or SpecialType.System_Double
                or SpecialType.System_IntPtr
                or SpecialType.System_UIntPtr;

    /// <summary>Whether no member of it changes it.</summary>
    internal static bool IsReadOnly(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Struct, IsReadOnly: true };

    /// <summary>Whether it can be written down, and means the same in a file of its own.</summary>
    internal static bool IsSayable(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => IsSayable(array.ElementType),
            ITypeParameterSymbol parameter => !parameter.AllowsRefLikeType,
            INamedTypeSymbol named => named is { IsAnonymousType: false, IsFileLocal: false, IsRefLikeType: false, TypeKind: not TypeKind.Error }
                && (named.CanBeReferencedByName || named.IsTupleType)
                && named.TypeArguments.All(IsSayable)
                && (named.ContainingType is null || IsSayable(named.ContainingType)),
            _ => false,
        };
}
