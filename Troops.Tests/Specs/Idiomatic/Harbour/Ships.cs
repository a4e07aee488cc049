using TradeWinds.Common;

namespace TradeWinds.Harbour;

internal sealed record Crate(string Owner, string Good, int Weight);

internal sealed record Ship(string Name, ImmutableArray<Crate> Crates)
{
    public int Weight => Crates.Sum(static crate => crate.Weight);
}

/// <summary>What has been decided about a ship.</summary>
internal readonly record struct Berth(string Ship, int Number, Money Fee);

/// <summary>A question, and where its answer goes to.</summary>
[ThreadSafe]
public sealed record Request<[Shareable] TQuestion, [Shareable] TAnswer>(TQuestion Question, Channel<TAnswer> Reply, CancellationToken Cancellation = default);
