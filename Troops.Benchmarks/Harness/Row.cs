namespace Troops.Benchmarks.Harness;

/// <summary>A line of the table: one question, asked of us and of each peer that can answer it.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Units">Of what a round gives: one or two.</param>
/// <param name="What">What is measured, for the list and the document.</param>
/// <param name="Contestants">Ours first.</param>
internal sealed record Row(string Name, IReadOnlyList<string> Units, string What, IReadOnlyList<Contestant> Contestants)
{
    /// <summary>How many operations a round has; null: as many as fit into its time.</summary>
    internal int? Count { get; init; }

    /// <summary>Enough to see that it works.</summary>
    internal int SmokeCount { get; init; } = 100;

    internal Contestant Ours => Contestants[0];

    /// <summary>Name, units, what it measures and the peers, tab-separated.</summary>
    public override string ToString() =>
        string.Join('\t', Name, string.Join(", ", Units), What, string.Join(", ", Contestants.Skip(1).Select(static peer => peer.Name)));
}
