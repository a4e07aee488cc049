using Microsoft.CodeAnalysis;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Values;

/// <summary>Where a collection that threads share takes a comparer that it keeps. Its static type says nothing of the comparer, so that must be as good as the collection.</summary>
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

    /// <summary>Thread-safe ones, which are made by constructors. What they ask from every thread may be thread-safe itself.</summary>
    private readonly INamedTypeSymbol?[] sharedKeepers = [symbols.ConcurrentDictionary, symbols.SharedDictionary];

    /// <summary>The one look that every call in a program costs.</summary>
    private readonly ISymbol? immutables = symbols.ImmutableDictionary?.ContainingAssembly;

    private readonly ISymbol? frozen = symbols.FrozenSet?.ContainingAssembly;

    /// <summary>Whether the result of the method keeps a comparer that the method takes.</summary>
    internal bool IsTakenBy(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor
            ? IsSharedKeeper(method.ContainingType) && method.Parameters.Any(IsComparer)
            : IsNear(method) && method.ReturnType is INamedTypeSymbol result && IsKeeper(result) && method.Parameters.Any(IsComparer);

    /// <summary>Whether the collection that the method makes is immutable, and with it the comparer has to be; a thread-safe one will do for others.</summary>
    internal static Kind DemandOf(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor ? Kind.Sync : Kind.Val;

    internal bool IsComparer(IParameterSymbol parameter) => IsComparer(parameter.Type);

    /// <summary>Whether the property is the comparer of such a collection or of its builder.</summary>
    internal bool IsOne(IPropertySymbol property) => IsNear(property) && IsComparer(property.Type) && IsKeeper(property.ContainingType);

    /// <summary>Whether it is a member of the assembly of immutable or of frozen collections.</summary>
    internal bool IsNear(ISymbol member) =>
        member.ContainingAssembly is { } assembly && (ReferenceEquals(assembly, immutables) || ReferenceEquals(assembly, frozen));

    private bool IsComparer(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && (Same(type.OriginalDefinition, symbols.EqualityComparer) || Same(type.OriginalDefinition, symbols.Comparer));

    private bool IsSharedKeeper(INamedTypeSymbol type) => type.Arity == 2 && Array.Exists(sharedKeepers, keeper => Same(type.OriginalDefinition, keeper));

    private bool IsKeeper(INamedTypeSymbol type)
    {
        // The builder of a collection stands in it.
        INamedTypeSymbol outermost = (type.ContainingType ?? type).OriginalDefinition;
        return Array.Exists(keepers, keeper => Same(outermost, keeper));
    }

    private static bool Same(ISymbol symbol, ISymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(symbol, known);
}
