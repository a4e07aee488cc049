using System.Collections.Immutable;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Shipped;

/// <summary>What a line of a list says about one type or member.</summary>
/// <param name="Kind">The best that a value may be; if <paramref name="Arguments"/> has any, each of these makes it as bad as itself. So <c>Cond(0)</c> is <see cref="Kind.Val"/> with an argument.</param>
/// <param name="Name">The metadata name of the type; for a member that, a dot and the member's name.</param>
/// <param name="Arguments">Numbers of type arguments, counted from 0 at the outermost type; empty if the kind depends on none.</param>
/// <param name="Exact">Only of objects of exactly this class; of a variable of this type nothing is known.</param>
/// <param name="IsMember">A static field, property or method, all overloads, whose value is of this kind.</param>
internal sealed record KindEntry(Kind Kind, string Name, ImmutableArray<int> Arguments, bool Exact, bool IsMember)
{
    public bool Equals(KindEntry? other) =>
        other is not null
        && Kind == other.Kind
        && Exact == other.Exact
        && IsMember == other.IsMember
        && Name.Equals(other.Name, StringComparison.Ordinal)
        && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>The line, as a list writes it.</summary>
    public override string ToString()
    {
        string word = Kind == Kind.Val && Arguments.Length > 0 ? "Cond" : Kind.ToString();
        string arguments = Arguments.Length > 0 ? $"({string.Join(",", Arguments)})" : "";
        return $"{word}{arguments} {Name}{(Exact ? " exact" : "")}{(IsMember ? " member" : "")}";
    }
}
