using TradeWinds.Common;

namespace TradeWinds.World;

/// <summary>A place with a name; a mod may add its own.</summary>
[ImmutableBase]
public class Landmark(string name, Point at)
{
    public string Name { get; } = name.IsBlank ? throw new ArgumentException("A place has a name.", nameof(name)) : name;

    public Point At => at;

    public override string ToString() => $"{Name} {at}";
}

/// <summary>A place where there is a market to go to.</summary>
[Immutable]
public sealed class Town(string name, Point at, params ReadOnlySpan<string> produce) : Landmark(name, at)
{
    /// <summary>What is made here, and sold cheaply.</summary>
    public ImmutableArray<string> Produce { get; } = [.. produce];

    public bool Makes(string good) => Produce.Contains(good, StringComparer.OrdinalIgnoreCase);
}
