using System.Diagnostics.CodeAnalysis;
using TradeWinds.Common;
using TradeWinds.Market;

namespace TradeWinds.World;

/// <summary>What a caravan carries now.</summary>
internal sealed class Hold(double capacity)
{
    private readonly SortedList<string, (Good Good, int Quantity)> cargo = new(StringComparer.Ordinal);

    public event EventHandler? Filled;

    public double Weight => cargo.Values.Sum(static it => it.Good.Weight * it.Quantity);

    [MemberNotNullWhen(false, nameof(Heaviest))]
    public bool IsEmpty => cargo.Count == 0;

    public string? Heaviest => cargo.Values.MaxBy(static it => it.Good.Weight * it.Quantity).Good?.Name;

    public int this[string good] => cargo.GetValueOrDefault(good).Quantity;

    public int RoomFor(Good good) => (int)((capacity - Weight) / good.Weight);

    public void Load(Good good, int quantity)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quantity, RoomFor(good));
        cargo[good.Name] = (good, this[good.Name] + quantity);
        if (RoomFor(good) == 0)
        {
            Filled?.Invoke(this, EventArgs.Empty);
        }
    }

    public int Unload(string good, int quantity)
    {
        if (!cargo.TryGetValue(good, out var held))
        {
            return 0;
        }

        var taken = Math.Min(quantity, held.Quantity);
        if (taken == held.Quantity)
        {
            cargo.Remove(good);
        }
        else
        {
            cargo[good] = held with { Quantity = held.Quantity - taken };
        }

        return taken;
    }

    public override string ToString() =>
        IsEmpty ? "nothing" : string.Join(string.Separator, cargo.Select(static it => $"{it.Value.Quantity} {it.Key}")) + $", mostly {Heaviest.Capitalized}";
}
