using TradeWinds.Common;

namespace TradeWinds.Market;

public enum Side
{
    Buy,
    Sell,
}

[Flags]
public enum OrderFlags
{
    None = 0,

    /// <summary>What cannot be had at once is not wanted.</summary>
    Immediate = 1 << 0,

    /// <summary>All of it or nothing.</summary>
    Whole = 1 << 1,

    FillOrKill = Immediate | Whole,
}

[Immutable]
public sealed record Order
{
    public required OrderId Id { get; init; }

    public required AccountId Owner { get; init; }

    public required string Good { get; init; }

    /// <summary>In which town it is to be had or brought.</summary>
    public required string Town { get; init; }

    public required Side Side { get; init; }

    public required int Quantity
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An order is for something.");
    }

    /// <summary>The worst price that will do; none for any price.</summary>
    public Money? Limit
    {
        get;
        init => field = value is { IsDebt: true } ? throw new ArgumentOutOfRangeException(nameof(value)) : value;
    }

    public OrderFlags Flags { get; init; }

    public bool Accepts(Money price) =>
        (Side, Limit) switch
        {
            (_, null) => true,
            (Side.Buy, { } limit) => price <= limit,
            (_, { } limit) => price >= limit,
        };
}

/// <summary>An exchange of goods for money.</summary>
[Immutable]
public sealed record Trade(Order Buy, Order Sell, int Quantity, Money Price)
{
    public string Good => Buy.Good;

    public string Town => Buy.Town;

    public Money Total => Price * Quantity;

    /// <summary>What the hall keeps: a crown, or a hundredth, whichever is less.</summary>
    public Money Fee => new(Math.Min(Money.Crown.Pennies, Total.Pennies / 100));

    public override string ToString() => $"{Quantity} {Good} in {Town} at {Price}: {Sell.Owner} to {Buy.Owner}";
}
