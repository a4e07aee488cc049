using TradeWinds.Common;
using TradeWinds.Formulas;

namespace TradeWinds.Market;

/// <summary>What a price may depend on.</summary>
[Immutable]
public readonly record struct Deal(Good Good, int Quantity, DateOnly Day);

/// <summary>Changes a price, or leaves it. Rules know nothing of each other.</summary>
[Immutable]
public interface IPricingRule
{
    string Description { get; }

    Money Apply(Deal deal, Money price);

    bool Concerns(Deal deal) => deal.Quantity > 0;
}

/// <summary>Cheaper by the dozen.</summary>
[Immutable]
public sealed record VolumeDiscount(ImmutableSortedDictionary<int, double> Steps) : IPricingRule
{
    public string Description => $"up to {Steps.Values.DefaultIfEmpty().Max():P0} off for many";

    public Money Apply(Deal deal, Money price)
    {
        var share = Steps.Where(step => step.Key <= deal.Quantity).Select(static step => step.Value).LastOrDefault();
        return Money.FromCrowns((double)price * (1 - share));
    }
}

/// <summary>Dearer in some seasons.</summary>
[Immutable]
public sealed record SeasonalSurcharge(FrozenSet<int> Seasons, double Rate) : IPricingRule
{
    public string Description => string.Create(CultureInfo.InvariantCulture, $"{Rate:0.##} on top in season {string.Join('/', Seasons.Order())}");

    public Money Apply(Deal deal, Money price) => Money.FromCrowns((double)price * (1 + Rate));

    bool IPricingRule.Concerns(Deal deal) => deal.Good is { IsPerishable: true } && Seasons.Contains(deal.Day.Season);
}

/// <summary>Whatever somebody has written down.</summary>
[Immutable]
public sealed record FormulaRule(Formula Formula) : IPricingRule
{
    public string Description => Formula.Text;

    public Money Apply(Deal deal, Money price) =>
        Money.FromCrowns(Formula.Evaluate<double>(("price", (double)price), ("quantity", deal.Quantity), ("weight", deal.Good.Weight)));
}

/// <summary>What is agreed on with a handshake.</summary>
[Immutable]
public sealed class Handshake : IPricingRule
{
    private static readonly Func<Money, Money> NeverFree = static price => price > Money.Zero ? price : new Money(1);

    private readonly Func<Money, Money> agreed;

    public Handshake(long rebate, int atLeast) => (agreed, Description) = (price => NeverFree(price - new Money(rebate)), $"{rebate} off from {atLeast} on");

    public string Description { get; }

    public Money Apply(Deal deal, Money price) => agreed(price);
}

/// <summary>What a good is worth, and the rules that make a price of it.</summary>
[Immutable]
public sealed record PriceList(Catalogue Catalogue, ImmutableArray<IPricingRule> Rules)
{
    public static readonly Func<double, double> Rounded = static crowns => Math.Round(crowns, 1);

    public Money Quote(string name, int quantity, DateOnly day)
    {
        Deal deal = new(Catalogue[name], quantity, day);
        var worth = Rounded(deal.Good.Worth.Evaluate<double>(("season", day.Season), ("quantity", quantity)));
        return Rules.Where(rule => rule.Concerns(deal)).Aggregate(Money.FromCrowns(worth), (price, rule) => rule.Apply(deal, price));
    }

    public PriceList Without<TRule>()
        where TRule : IPricingRule => this with { Rules = Rules.RemoveAll(static rule => rule is TRule) };
}
