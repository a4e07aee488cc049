using Microsoft.CodeAnalysis;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Boundary;

/// <summary>Types that are a promise of something later, or a look at something of somebody else.</summary>
internal static class CrossingTypes
{
    internal static bool IsView(ITypeSymbol type) =>
        type.IsRefLikeType
        || (type is INamedTypeSymbol { Arity: 1, Name: "Memory" or "ReadOnlyMemory" or "ArraySegment" or "ReadOnlySequence" } view && IsSystem(view));

    internal static bool IsTask(KnownSymbols symbols, ITypeSymbol type)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(level, symbols.Task))
            {
                return true;
            }
        }

        return type is { Name: "ValueTask" or "TroopTask", IsValueType: true } && (IsSystem(type) || type.ContainingNamespace?.Name == "Troops");
    }

    internal static bool IsLazy(KnownSymbols symbols, ITypeSymbol type) =>
        IsTask(symbols, type)
        || SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, symbols.Lazy)
        || (
            type is { TypeKind: TypeKind.Interface }
            && IsSystem(type)
            && type.Name
                is "IEnumerable"
                    or "IEnumerator"
                    or "IAsyncEnumerable"
                    or "IAsyncEnumerator"
                    or "IQueryable"
                    or "IOrderedEnumerable"
                    or "IOrderedQueryable"
                    or "IGrouping"
                    or "ILookup"
                    or "IReadOnlyList"
                    or "IReadOnlyCollection"
                    or "IReadOnlyDictionary"
                    or "IReadOnlySet"
        )
        || type is INamedTypeSymbol { Name: "ReadOnlyCollection" or "ReadOnlyDictionary" or "ReadOnlySet" or "Expression" } && IsSystem(type);

    private static bool IsSystem(ITypeSymbol type)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "System";
    }
}
