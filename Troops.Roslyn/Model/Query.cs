using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Model;

/// <summary>One question about a type.</summary>
/// <param name="Type">With its type arguments; nullability does not count.</param>
/// <param name="IsExact">About an object of exactly this class, not about a variable of it, which may hold a subclass's.</param>
/// <param name="IsInside">Asked by the declaration that promises: there a type parameter marked <c>[OnlyIf]</c> counts as immutable.</param>
internal readonly record struct Query(ITypeSymbol Type, bool IsExact, bool IsInside)
{
    public bool Equals(Query other) => IsExact == other.IsExact && IsInside == other.IsInside && SymbolEqualityComparer.Default.Equals(Type, other.Type);

    public override int GetHashCode() => (SymbolEqualityComparer.Default.GetHashCode(Type) * 4) + (IsExact ? 2 : 0) + (IsInside ? 1 : 0);
}
