namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>A body that does not mean the same everywhere.</summary>
/// <param name="Body">Which.</param>
/// <param name="Build">Where it differs; null: it is not deterministic even as a plain task, and what made it is wrong.</param>
/// <param name="Mode">In which mode.</param>
/// <param name="Expected">As a plain task.</param>
/// <param name="Actual">There.</param>
internal sealed record Disagreement(Body Body, Build? Build, CorpusMode Mode, string Expected, string Actual)
{
    public override string ToString() =>
        string.Join(
            Environment.NewLine,
            $"seed {Body.Seed}, {Build?.ToString() ?? "plain, not deterministic"}, {Mode}",
            Body.Print(),
            "--- as a plain task",
            Expected,
            "--- as ours",
            Actual
        );
}
