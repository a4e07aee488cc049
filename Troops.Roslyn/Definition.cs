using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Troops.Roslyn;

/// <summary>A key of a <see cref="DefinitionTable{TSymbol, TValue}"/>: the object that the compiler made for a definition.</summary>
internal readonly struct Definition(ISymbol symbol) : IEquatable<Definition>
{
    internal ISymbol Symbol { get; } = symbol;

    public bool Equals(Definition other) => ReferenceEquals(Symbol, other.Symbol);

    public override bool Equals(object? obj) => obj is Definition other && Equals(other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Symbol);
}
