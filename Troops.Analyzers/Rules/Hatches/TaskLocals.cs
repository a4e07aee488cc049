using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>The locals of one body that hold tasks. Nearly every body has none, and then this holds nothing.</summary>
internal sealed class TaskLocals
{
    private ImmutableHashSet<ILocalSymbol>? declared;
    private ImmutableHashSet<ILocalSymbol>? shared;

    internal void Declare(ILocalSymbol local) => Add(ref declared, local);

    /// <summary>Somebody else may read or write it.</summary>
    internal void Share(ILocalSymbol local) => Add(ref shared, local);

    /// <summary>Those that can be followed, in the order of the text.</summary>
    internal ImmutableArray<ILocalSymbol> Unshared() =>
        declared is null
            ? []
            :
            [
                .. declared
                    .Where(local => shared is null || !shared.Contains(local))
                    .OrderBy(static local => local.Locations.FirstOrDefault()?.SourceSpan.Start ?? 0),
            ];

    /// <summary>Operations of one body may be looked at by several threads.</summary>
    private static void Add(ref ImmutableHashSet<ILocalSymbol>? set, ILocalSymbol local)
    {
        ImmutableHashSet<ILocalSymbol>? before;
        ImmutableHashSet<ILocalSymbol> after;
        do
        {
            before = Volatile.Read(ref set);
            after = before?.Add(local) ?? ImmutableHashSet.Create<ILocalSymbol>(SymbolEqualityComparer.Default, local);
        } while (Interlocked.CompareExchange(ref set, after, before) != before);
    }
}
