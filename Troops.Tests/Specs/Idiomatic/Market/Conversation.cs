using TradeWinds.Common;

namespace TradeWinds.Market;

/// <summary>What one may ask in the hall.</summary>
[Immutable]
public abstract record MarketQuestion
{
    private MarketQuestion() { }

    [Immutable]
    public sealed record Price(string Good, int Quantity, DateOnly Day) : MarketQuestion;

    [Immutable]
    public sealed record Place(Order Order) : MarketQuestion;

    [Immutable]
    public sealed record Funds(AccountId Account) : MarketQuestion;
}

[Immutable]
public abstract record MarketAnswer
{
    private MarketAnswer() { }

    [Immutable]
    public sealed record Amount(Money Value) : MarketAnswer;

    [Immutable]
    public sealed record Placed(OrderId Id, int Filled, Money Paid) : MarketAnswer;

    [Immutable]
    public sealed record Refused(string Reason) : MarketAnswer;
}

/// <summary>The accounts and the trades when the hall closes.</summary>
[Immutable]
public sealed record MarketReport(
    ImmutableArray<Trade> Trades,
    ImmutableSortedDictionary<AccountId, Money> Accounts,
    FrozenDictionary<string, Money> LastPrices,
    int Refusals
)
{
    public Money Turnover => Trades.Select(static trade => trade.Total).Total;
}
