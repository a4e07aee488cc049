using TradeWinds.Formulas;

namespace TradeWinds.Market;

/// <summary>Something to be traded.</summary>
/// <param name="Worth">What a piece of it is worth, in crowns, in <c>season</c> and <c>quantity</c>.</param>
[Immutable]
public sealed record Good(string Name, Formula Worth, double Weight = 1)
{
    public bool IsPerishable { get; init; }

    public override string ToString() => Name;
}

/// <summary>All that is traded in a place.</summary>
[Immutable]
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, Good> goods;

    public Catalogue(params ReadOnlySpan<Good> goods)
    {
        this.goods = goods.ToArray().ToFrozenDictionary(static good => good.Name, StringComparer.OrdinalIgnoreCase);
    }

    public int Count => goods.Count;

    public Good this[string name] => goods.TryGetValue(name, out var good) ? good : throw new UnknownGoodException(name);

    public IEnumerable<Good> Lighter(double than) => from good in goods.Values where good.Weight < than orderby good.Weight, good.Name select good;
}

public sealed class UnknownGoodException(string name) : Common.TradeException($"Nobody here trades '{name}'.")
{
    public string Name { get; } = name;
}
