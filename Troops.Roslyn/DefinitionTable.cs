using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Troops.Roslyn;

/// <summary>What is found out once about each definition of a type, a member or an assembly, and asked at every use of it. Any number of threads may ask at once.</summary>
/// <remarks>
/// The compiler makes one object for each definition, so to compare objects is enough; its own comparison, which has to do for constructed symbols too, hashes names and the
/// types around. Were there two objects for one symbol, the same would be found twice.
/// </remarks>
internal sealed class DefinitionTable<TSymbol, TValue>
    where TSymbol : class, ISymbol
{
    // The keys are of one type for all tables: code that is shared by several has to look up at each question for which of them it runs.
    private readonly ConcurrentDictionary<Definition, TValue> known = new();

    // Held, for making a delegate at each question costs more than the answer.
    private readonly Func<Definition, TValue> find;

    /// <param name="find">Asked with the definition. More than once if several threads ask for it at the same time.</param>
    internal DefinitionTable(Func<TSymbol, TValue> find) => this.find = key => find((TSymbol)key.Symbol);

    /// <summary>Of the symbol's definition.</summary>
    internal TValue Of(TSymbol symbol)
    {
        Definition key = new(symbol.OriginalDefinition);
        return known.TryGetValue(key, out TValue? found) ? found : known.GetOrAdd(key, find);
    }
}
