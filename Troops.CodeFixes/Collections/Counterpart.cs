using Microsoft.CodeAnalysis;

namespace Troops.CodeFixes.Collections;

/// <summary>The immutable collection that stands in for a mutable one or for a view.</summary>
/// <param name="Name">In <c>System.Collections.Immutable</c>, without arity.</param>
/// <param name="IsMap">Made from pairs: a collection expression cannot make it.</param>
/// <param name="Type">With its type arguments.</param>
internal sealed record Counterpart(string Name, bool IsMap, INamedTypeSymbol Type)
{
    internal const string Space = "System.Collections.Immutable";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["List`1"] = "ImmutableList",
        ["LinkedList`1"] = "ImmutableList",
        ["Dictionary`2"] = "ImmutableDictionary",
        ["IDictionary`2"] = "ImmutableDictionary",
        ["IReadOnlyDictionary`2"] = "ImmutableDictionary",
        ["ReadOnlyDictionary`2"] = "ImmutableDictionary",
        ["SortedDictionary`2"] = "ImmutableSortedDictionary",
        ["SortedList`2"] = "ImmutableSortedDictionary",
        ["HashSet`1"] = "ImmutableHashSet",
        ["ISet`1"] = "ImmutableHashSet",
        ["IReadOnlySet`1"] = "ImmutableHashSet",
        ["SortedSet`1"] = "ImmutableSortedSet",
        ["Queue`1"] = "ImmutableQueue",
        ["Stack`1"] = "ImmutableStack",
        ["IEnumerable`1"] = "ImmutableArray",
        ["ICollection`1"] = "ImmutableArray",
        ["IReadOnlyCollection`1"] = "ImmutableArray",
        ["IList`1"] = "ImmutableArray",
        ["IReadOnlyList`1"] = "ImmutableArray",
        ["ReadOnlyCollection`1"] = "ImmutableArray",
    };

    /// <summary>Null if there is none.</summary>
    internal static Counterpart? Of(Compilation compilation, ITypeSymbol type)
    {
        (string? name, ITypeSymbol[] arguments) = type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => ("ImmutableArray", [array.ElementType]),
            INamedTypeSymbol { IsGenericType: true, ContainingType: null } named
                when IsCollection(named) && Names.TryGetValue(named.MetadataName, out string? found) => (found, [.. named.TypeArguments]),
            _ => ((string?)null, Array.Empty<ITypeSymbol>()),
        };
        return name is not null && compilation.GetTypeByMetadataName($"{Space}.{name}`{arguments.Length}") is { } definition
            ? new(name, arguments.Length == 2, definition.Construct(arguments))
            : null;
    }

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.ObjectModel";
}
