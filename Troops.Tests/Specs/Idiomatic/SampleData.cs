using TradeWinds.Common;
using TradeWinds.Formulas;
using TradeWinds.Market;
using TradeWinds.World;

namespace TradeWinds;

/// <summary>A small coast to play on.</summary>
internal static class SampleData
{
    private const string Coast = """
        ~~~~~~~~~~~~~~~~~~~~~~~~
        ~@====..TTT...~~~~~..@~~
        ~.....=.TTTT..~~~~...~~~
        ~..^^.=..TT..~~~~~~~~~~~
        ~.^^^^==@======....~~@~~
        ~..^^...=..TT.==...~~~~~
        ~.......=..TTT.=.......~
        ~~...TT.=...TT.====@...~
        ~~~.TT..==.........=..~~
        ~~~~~....@====.....=~~~~
        ~~~~~~~~......====@=~~~~
        ~~~~~~~~~~~~~~~~~~~~~~~~
        """;

    private static readonly ImmutableArray<string> TownNames = ["Northwick", "Far Skerry", "Middleton", "Lonely Rock", "Eastport", "Southam", "Saltmouth"];

    public static SeasonPlan Plan(int caravans, uint seed)
    {
        var map = TileMap.Parse(Coast);
        ImmutableArray<Town> towns = [.. TownNames.Zip(map.TownSigns, static (name, at) => new Town(name, at, ProduceOf(name).AsSpan()))];
        return new SeasonPlan
        {
            Start = new DateOnly(1204, 11, 3),
            Map = map,
            Towns = towns,
            Prices = new PriceList(Goods, Rules),
            Caravans = [.. Identifier.Sequence<AccountId>().Take(caravans).Select(id => NewCaravan(id, seed))],
            Questions = ["storm", "silk -sells", "reaches south*", "exits author:Surveyor", "after:1204-11-20 wool", "author:Nobody"],
            Seed = seed,
        };
    }

    private static Catalogue Goods =>
        new(
            new Good("salt", Formula.Parse("4 + season / 2"), Weight: 2),
            new Good("wool", Formula.Parse("max(6, 12 - 3 * season)"), Weight: 1.5),
            new Good("silk", Formula.Parse("30 + 2 ^ 2 * clamp(season, 0, 3)"), Weight: 0.5),
            new Good("fish", Formula.Parse("3 * (1 + 0 * season)")) { IsPerishable = true },
            new Good("millstone", Formula.Parse("80 - sqrt(16)"), Weight: 40)
        );

    private static ImmutableArray<IPricingRule> Rules =>
        [
            new VolumeDiscount(ImmutableSortedDictionary.CreateRange<int, double>([new(5, 0.03), new(10, 0.08)])),
            new SeasonalSurcharge(FrozenSet.Create(0, 3), Rate: 0.25),
            new Handshake(rebate: 2, atLeast: 1),
            new FormulaRule(Formula.Parse("price + weight * 0.1 * min(quantity, 5) / 5")),
        ];

    private static Caravan NewCaravan(AccountId owner, uint seed)
    {
        Random dice = new(unchecked((int)seed * 31 + owner.Number));
        var stops = TownNames.Where(static name => name is not ("Far Skerry" or "Lonely Rock")).ToArray();
        dice.Shuffle(stops);
        Caravan caravan = new()
        {
            Name = dice.GetItems(["Wanderer", "Old Mule", "Long Road", "Seven Bells"], 1) is [var name] ? $"{name} {owner}" : owner.ToString(),
            Owner = owner,
            Stops = [.. stops, stops[0]],
            Capacity = double.Blend(10, 30, dice.NextDouble()),
        };

        // Somebody always believes that there is a ford.
        return owner.Number % 7 == 3 ? caravan with { Stops = caravan.Stops.Add("Lonely Rock") } : caravan;
    }

    private static ImmutableArray<string> ProduceOf(string town) =>
        town switch
        {
            "Saltmouth" => ["salt", "fish"],
            "Northwick" or "Middleton" => ["wool"],
            "Eastport" => ["silk"],
            _ => [],
        };
}
