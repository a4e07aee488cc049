using TradeWinds.Common;
using static TradeWinds.Market.MarketAnswer;

namespace TradeWinds.Market;

/// <summary>One book a good, and the ledger in which trades are settled. Belongs to one thread, like everything that it is made of.</summary>
internal sealed class MatchingEngine(PriceList prices, Ledger ledger)
{
    private readonly Dictionary<(string Town, string Good), OrderBook> books = [];
    private readonly List<Trade> trades = [];
    private readonly Dictionary<OrderId, Placed> fills = [];

    public int Refusals { get; private set; }

    public IReadOnlyList<Trade> Trades => trades;

    private List<string> Remarks => field ??= [];

    public MarketAnswer Answer(MarketQuestion question)
    {
        try
        {
            return question switch
            {
                MarketQuestion.Price(var good, var quantity, var day) => new Amount(prices.Quote(good, quantity, day)),
                MarketQuestion.Place({ Quantity: > 1_000 } order) => Refuse($"{order.Id}: nobody moves {order.Quantity} at once"),
                MarketQuestion.Place(var order) => Place(order),
                MarketQuestion.Funds(var account) => new Amount(ledger[account]),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (TradeException e)
        {
            return Refuse(e.Message);
        }
    }

    public MarketReport Close()
    {
        var last = trades
            .GroupBy(static trade => trade.Good)
            .ToFrozenDictionary(static group => group.Key, static group => group.Last().Price, StringComparer.Ordinal);
        return new MarketReport([.. trades], ledger.Freeze(), last, Refusals);
    }

    private Placed Place(Order order)
    {
        _ = prices.Catalogue[order.Good];
        fills[order.Id] = new Placed(order.Id, Filled: 0, Money.Zero);
        BookOf(order.Town, order.Good).Place(order);
        return fills[order.Id];
    }

    private Refused Refuse(string reason)
    {
        Refusals++;
        Remarks.Add(reason);
        return new Refused($"{reason} (remark {Remarks.Count})");
    }

    private OrderBook BookOf(string town, string good)
    {
        if (!books.TryGetValue((town, good), out var book))
        {
            books.Add((town, good), book = new OrderBook(good));
            book.Traded += Settle;
            book.Rested += (_, rested) => Remarks.Add($"{rested.Order.Id} waits for {rested.Quantity} {rested.Order.Good}");
        }

        return book;
    }

    private void Settle(Trade trade)
    {
        using (var transaction = ledger.Begin(trade.ToString()))
        {
            transaction.Move(trade.Buy.Owner, trade.Sell.Owner, trade.Total).Move(trade.Sell.Owner, AccountId.House, trade.Fee).Commit();
        }

        trades.Add(trade);
        Note(trade.Buy, trade);
        Note(trade.Sell, trade);
    }

    private void Note(Order order, Trade trade)
    {
        if (fills.TryGetValue(order.Id, out var fill))
        {
            fills[order.Id] = fill with { Filled = fill.Filled + trade.Quantity, Paid = fill.Paid + trade.Total };
        }
    }
}
