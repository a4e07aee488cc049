using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Values;

/// <summary>Where an immutable or frozen collection takes a comparer that it keeps. Its static type says nothing of the comparer, so that must be immutable.</summary>
/// <remarks>Methods that use a comparer and forget it, as <c>ImmutableList.IndexOf</c>, are none of these.</remarks>
internal sealed class KeptComparers(KnownSymbols symbols)
{
    private readonly INamedTypeSymbol?[] keepers =
    [
        symbols.ImmutableDictionary,
        symbols.ImmutableHashSet,
        symbols.ImmutableSortedDictionary,
        symbols.ImmutableSortedSet,
        symbols.FrozenDictionary,
        symbols.FrozenSet,
    ];

    /// <summary>The one look that every call in a program costs.</summary>
    private readonly ISymbol? immutables = symbols.ImmutableDictionary?.ContainingAssembly;

    private readonly ISymbol? frozen = symbols.FrozenSet?.ContainingAssembly;

    /// <summary>Whether the result of the method keeps a comparer that the method takes.</summary>
    internal bool IsTakenBy(IMethodSymbol method) =>
        IsNear(method) && method.ReturnType is INamedTypeSymbol result && IsKeeper(result) && method.Parameters.Any(IsComparer);

    internal bool IsComparer(IParameterSymbol parameter) => IsComparer(parameter.Type);

    /// <summary>Whether the property is the comparer of such a collection or of its builder.</summary>
    internal bool IsOne(IPropertySymbol property) => IsNear(property) && IsComparer(property.Type) && IsKeeper(property.ContainingType);

    private bool IsNear(ISymbol member) =>
        member.ContainingAssembly is { } assembly && (ReferenceEquals(assembly, immutables) || ReferenceEquals(assembly, frozen));

    private bool IsComparer(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && (Same(type.OriginalDefinition, symbols.EqualityComparer) || Same(type.OriginalDefinition, symbols.Comparer));

    private bool IsKeeper(INamedTypeSymbol type)
    {
        // The builder of a collection stands in it.
        INamedTypeSymbol outermost = (type.ContainingType ?? type).OriginalDefinition;
        return Array.Exists(keepers, keeper => Same(outermost, keeper));
    }

    private static bool Same(ISymbol symbol, ISymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(symbol, known);
}
