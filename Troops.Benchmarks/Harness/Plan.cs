namespace Troops.Benchmarks.Harness;

/// <summary>How much time a run may take.</summary>
/// <param name="Name">As it is called in the document.</param>
/// <param name="Round">How long a round lasts, where its count is free.</param>
/// <param name="Rounds">How many rounds each contestant gets.</param>
/// <param name="Budget">What a contestant may spend on a row after its first round; the slow get fewer rounds.</param>
internal sealed record Plan(string Name, TimeSpan Round, int Rounds, TimeSpan Budget)
{
    /// <summary>All rows within two minutes on two cores.</summary>
    internal static Plan Quick { get; } = new("quick", TimeSpan.FromMilliseconds(60), 3, TimeSpan.FromSeconds(1.5));

    internal static Plan Full { get; } = new("full", TimeSpan.FromMilliseconds(300), 9, TimeSpan.FromSeconds(15));
}
