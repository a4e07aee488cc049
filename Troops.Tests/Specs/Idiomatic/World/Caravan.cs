using TradeWinds.Common;

namespace TradeWinds.World;

/// <summary>Who goes where, and with what.</summary>
[Immutable]
public sealed record Caravan
{
    public required string Name { get; init; }

    public required AccountId Owner { get; init; }

    public ImmutableArray<string> Stops { get; init; } = [];

    /// <summary>What it can carry, in weights of a <see cref="Market.Good"/>.</summary>
    public double Capacity
    {
        get;
        init => field = double.IsPositive(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A caravan carries something.");
    } = 20;

    public Interval<int> Haggling { get; init; } = new(-5, 5);

    public IEnumerable<(string From, string To)> Legs => Stops.Pairwise();
}

/// <summary>What became of it.</summary>
[Immutable]
public sealed record JourneySummary(Caravan Caravan, double Days, int Bought, int Sold, Money Balance)
{
    public bool IsProfitable => Balance > Money.Zero;
}
