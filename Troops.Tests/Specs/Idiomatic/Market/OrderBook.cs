using System.Collections;
using TradeWinds.Common;

namespace TradeWinds.Market;

/// <summary>The orders for one good that have found nobody yet: best price first, then the oldest.</summary>
public sealed class OrderBook(string good) : IReadOnlyCollection<Order>
{
    private readonly SortedDictionary<Money, PriceLevel> bids = new(HighestFirst.Instance);
    private readonly SortedDictionary<Money, PriceLevel> asks = [];

    public event Action<Trade>? Traded;

    public event EventHandler<OrderRestedEventArgs>? Rested;

    public string Good { get; } = good;

    public int Count => bids.Values.Concat(asks.Values).Sum(static level => level.Orders);

    public Money? BestBid => bids.Count > 0 ? bids.First().Key : null;

    public Money? BestAsk => asks.Count > 0 ? asks.First().Key : null;

    public Money? Middle => (BestBid, BestAsk) is ({ } bid, { } ask) ? Money.Between(bid, ask) : BestBid ?? BestAsk;

    /// <summary>How much is wanted or offered at a price.</summary>
    public int this[Side side, Money price] => Levels(side).GetValueOrDefault(price)?.Quantity ?? 0;

    /// <summary>Gives what was left of the order when nobody wanted more of it.</summary>
    public int Place(Order order)
    {
        if (order.Good != Good)
        {
            throw new ArgumentException($"This is where {Good} is traded.", nameof(order));
        }

        var others = Levels(order.Side is Side.Buy ? Side.Sell : Side.Buy);
        if (order.Flags.HasFlag(OrderFlags.Whole) && Available() < order.Quantity)
        {
            return order.Quantity;
        }

        var left = order.Quantity;
        while (left > 0 && others.Count > 0 && others.First() is var (price, level) && order.Accepts(price))
        {
            foreach (var (resting, quantity) in level.Take(left))
            {
                left -= quantity;
                Traded?.Invoke(order.Side is Side.Buy ? new Trade(order, resting, quantity, price) : new Trade(resting, order, quantity, price));
            }

            if (level.IsEmpty)
            {
                others.Remove(price);
            }
        }

        if (left > 0 && order is { Limit: { } limit, Flags: var flags } && !flags.HasFlag(OrderFlags.Immediate))
        {
            Levels(order.Side).GetOrNew(limit).Add(order, left);
            Rested?.Invoke(this, new OrderRestedEventArgs(order, left));
        }

        return left;

        int Available() => others.TakeWhile(it => order.Accepts(it.Key)).Sum(static it => it.Value.Quantity);
    }

    public IEnumerator<Order> GetEnumerator()
    {
        foreach (var level in bids.Values.Concat(asks.Values))
        {
            foreach (var order in level)
            {
                yield return order;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private SortedDictionary<Money, PriceLevel> Levels(Side side) => side is Side.Buy ? bids : asks;
}

[Immutable]
public sealed class OrderRestedEventArgs(Order order, int quantity) : EventArgs
{
    public Order Order { get; } = order;

    public int Quantity { get; } = quantity;
}

file sealed class HighestFirst : IComparer<Money>
{
    public static readonly HighestFirst Instance = new();

    private HighestFirst() { }

    public int Compare(Money x, Money y) => y.CompareTo(x);
}
