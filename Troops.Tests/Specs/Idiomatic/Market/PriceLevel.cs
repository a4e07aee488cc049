using System.Collections;

namespace TradeWinds.Market;

/// <summary>The orders at one price, in the order in which they came.</summary>
internal sealed class PriceLevel : IEnumerable<Order>
{
    private readonly LinkedList<Entry> entries = [];

    public int Orders => entries.Count;

    public int Quantity { get; private set; }

    public bool IsEmpty => entries is { Count: 0 };

    public void Add(Order order, int quantity)
    {
        entries.AddLast(new Entry(order, quantity));
        Quantity += quantity;
    }

    public IEnumerable<(Order Order, int Quantity)> Take(int wanted)
    {
        while (wanted > 0 && entries.First is { } first)
        {
            var taken = Math.Min(wanted, first.Value.Left);
            wanted -= taken;
            Quantity -= taken;
            if (taken == first.Value.Left)
            {
                entries.RemoveFirst();
            }
            else
            {
                first.ValueRef.Left -= taken;
            }

            yield return (first.Value.Order, taken);
        }
    }

    public IEnumerator<Order> GetEnumerator() => entries.Select(static entry => entry.Order).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private record struct Entry(Order Order, int Left);
}
