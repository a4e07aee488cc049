using TradeWinds.Chronicle;
using TradeWinds.Common;
using TradeWinds.Market;
using TradeWinds.Metrics;
using static TradeWinds.Market.MarketAnswer;

namespace TradeWinds.World;

/// <summary>What a caravan on its way needs; every thread may have it.</summary>
internal sealed record Surroundings(
    Atlas Atlas,
    Almanac Almanac,
    Catalogue Catalogue,
    Port<MarketQuestion, MarketAnswer> Market,
    Channel<Entry> Chronicle,
    MetricsHub Metrics,
    DateOnly Start
);

/// <summary>The body of a caravan's thread: goes from town to town, buys what is made there and sells what it has.</summary>
internal sealed partial class Journey
{
    private static readonly Atomic<int> LastOrder = new(0);

    private readonly Caravan caravan;
    private readonly Surroundings world;
    private readonly Hold hold;
    private readonly Random dice;
    private double days;
    private int bought;
    private int sold;
    private Money balance;

    private Journey(Caravan caravan, Surroundings world)
    {
        this.caravan = caravan;
        this.world = world;
        hold = new Hold(caravan.Capacity);
        hold.Filled += (_, _) => this.world.Metrics.Count("caravan.full");
        dice = new Random(caravan.Owner.Number);
    }

    private DateOnly Today => world.Start.AddDays((int)days);

    [TroopTask]
    public static async TroopTask<JourneySummary> Travel(Caravan caravan, Surroundings world)
    {
        TroopThread.Current.Name = caravan.Name;
        Journey journey = new(caravan, world);
        foreach (var (from, to) in caravan.Legs)
        {
            await journey.Trade(world.Atlas[from]);
            await journey.Walk(from, to);
        }

        await journey.Trade(world.Atlas[caravan.Stops[^1]]);
        return new JourneySummary(caravan, journey.days, journey.bought, journey.sold, journey.balance);
    }

    [TroopTask]
    private async TroopTask Walk(string from, string to)
    {
        var route = world.Atlas.Between(from, to);
        if (!route.Exists)
        {
            throw new TradeException($"No way leads from {from} to {to}.");
        }

        var begun = days;
        foreach (var (_, step) in route.Steps.Pairwise())
        {
            days += Terrain.Road.Days + world.Almanac.Delay(Today);
            if (world.Almanac[Today] is Wind.Storm and var wind)
            {
                await Tell($"{caravan.Name} is caught by a {wind.ToString().ToLowerInvariant()} at {step}");
            }
        }

        world.Metrics.Record("caravan.leg", days - begun);
        await Tell($"{caravan.Name} reaches {to} with {hold}");
    }

    private async TroopTask Trade(Town town)
    {
        foreach (var good in world.Catalogue.Lighter(than: 10))
        {
            await (town.Makes(good.Name) ? Buy(good, town) : Sell(good, town));
        }
    }

    [TroopTask]
    private async TroopTask Buy(Good good, Town town)
    {
        if (
            Math.Min(hold.RoomFor(good), dice.Next(1, 8)) is > 0 and var wanted
            && await Ask(new MarketQuestion.Price(good.Name, wanted, Today)) is Amount(var price)
        )
        {
            var offered = price + new Money(caravan.Haggling.Clamp(dice.Next(-10, 10)));
            if (await Ask(NewOrder(good, town, Side.Buy, wanted, offered)) is Placed { Filled: > 0 and var filled, Paid: var paid })
            {
                hold.Load(good, filled);
                bought += filled;
                balance -= paid;
                await Tell($"{caravan.Name} buys {filled} {good} for {paid}");
            }
        }
    }

    [TroopTask]
    private async TroopTask Sell(Good good, Town town)
    {
        var had = hold[good.Name];
        if (had == 0 || await Ask(new MarketQuestion.Price(good.Name, had, Today)) is not Amount(var price))
        {
            return;
        }

        switch (await Ask(NewOrder(good, town, Side.Sell, had, Money.Between(Money.Zero, price))))
        {
            case Placed { Filled: 0 }:
                await Tell($"nobody wants the {good} of {caravan.Name}");
                break;
            case Placed(_, var filled, var paid):
                sold += hold.Unload(good.Name, filled);
                balance += paid;
                await Tell($"{caravan.Name} sells {filled} {good} for {paid}");
                break;
            case Refused(var reason):
                await Tell($"{caravan.Name} is sent away: {reason}");
                break;
        }
    }

    private MarketQuestion.Place NewOrder(Good good, Town town, Side side, int quantity, Money limit) =>
        new(
            new Order
            {
                Id = OrderId.From(LastOrder.Increment()),
                Owner = caravan.Owner,
                Good = good.Name,
                Town = town.Name,
                Side = side,
                Quantity = quantity,
                Limit = limit,
                Flags = OrderFlags.Immediate,
            }
        );

    private TroopTask<MarketAnswer> Ask(MarketQuestion question) => world.Market.Ask(question);

    private TroopTask Tell(string text) => world.Chronicle.SendAsync(new Entry(Today, caravan.Name, text));
}
