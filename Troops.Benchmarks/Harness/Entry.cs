namespace Troops.Benchmarks.Harness;

/// <summary>A contestant in a run of its row.</summary>
internal sealed record Entry(Contestant Contestant, int Count, int Rounds)
{
    internal List<Sample> Samples { get; } = [];

    internal Figure FigureOf(int unit) => Figure.Of(Samples.Select(sample => unit == 0 ? sample.Value : sample.Second));
}
