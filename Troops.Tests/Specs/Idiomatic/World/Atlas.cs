using TradeWinds.Common;

namespace TradeWinds.World;

/// <summary>The towns of a map and the ways between them. Ways are looked for once, by whoever asks first.</summary>
[ThreadSafe]
public sealed class Atlas
{
    private readonly TileMap map;
    private readonly FrozenDictionary<string, Town> towns;
    private readonly SharedDictionary<Leg, Route> routes = new();
    private readonly Atomic<int> searches = new(0);

    public Atlas(TileMap map, params IEnumerable<Town> towns)
    {
        this.map = map;
        this.towns = towns.ToFrozenDictionary(static town => town.Name, StringComparer.Ordinal);
    }

    public ImmutableArray<Town> Towns => [.. towns.Values.OrderBy(static town => town.Name, StringComparer.Ordinal)];

    public int Searches => searches.Value;

    public Town this[string name] => towns.TryGetValue(name, out var town) ? town : throw new TradeException($"There is no {name}.");

    public Route Between(string from, string to)
    {
        if (routes.TryGetValue(new Leg(to, from), out var back))
        {
            return back.Reversed();
        }

        return routes.GetOrAdd(
            new Leg(from, to),
            leg =>
            {
                searches.Increment();
                return PathFinder.Quickest(map, this[leg.From].At, this[leg.To].At);
            }
        );
    }

    /// <summary>A line a town: how well it can be reached.</summary>
    public IEnumerable<string> Survey()
    {
        foreach (var town in Towns)
        {
            var far = Towns.Where(other => other != town).Select(other => Between(town.Name, other.Name)).Where(static route => route.Exists);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{town}: exits {map.ExitsOf(town.At)}, {far.Select(static route => route.Days).Total:0.#} days to all"
            );
        }
    }

    private readonly record struct Leg(string From, string To);
}
