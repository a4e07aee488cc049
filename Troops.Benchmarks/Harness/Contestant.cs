namespace Troops.Benchmarks.Harness;

/// <summary>Who takes part in a row.</summary>
/// <param name="Name">Ours is <see cref="Ours"/>; else the peer's name.</param>
/// <param name="Measure">Runs about as many operations as it is told, checks their result, and says what one of them took.</param>
internal sealed record Contestant(string Name, Func<int, Task<Sample>> Measure)
{
    internal const string Ours = "Troops";

    /// <summary>Of the row's fixed count, for peers that would take minutes; the figures are per operation.</summary>
    internal double Share { get; init; } = 1;
}
