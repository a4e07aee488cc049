using System.Globalization;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>What a campaign has met. One worker at a time adds to it.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, int> constructs = Grammar.ConstructNames.ToDictionary(static name => name, static _ => 0, StringComparer.Ordinal);

    internal int Bodies { get; private set; }

    internal int TooLong { get; private set; }

    internal List<Disagreement> Disagreements { get; } = [];

    internal List<BrokenBody> Broken { get; } = [];

    /// <summary>Bodies of which a task, or they themselves, have no copy, and which tasks.</summary>
    internal List<(Body Body, string Tasks)> WithoutCopy { get; } = [];

    /// <summary>Whether the product is right, as far as can be seen, and what makes the bodies too.</summary>
    internal bool IsClean => Disagreements.Count == 0 && Broken.Count == 0 && WithoutCopy.Count * 20 <= Bodies && TooLong * 20 <= Bodies;

    internal void Add(IReadOnlyCollection<Body> bodies, int tooLong)
    {
        Bodies += bodies.Count;
        TooLong += tooLong;
        foreach (string construct in bodies.SelectMany(static body => body.Constructs.Distinct()).Where(constructs.ContainsKey))
        {
            constructs[construct]++;
        }
    }

    /// <summary>In how many bodies each construct is.</summary>
    internal string Table() =>
        string.Join(
            Environment.NewLine,
            constructs
                .OrderByDescending(static pair => pair.Value)
                .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
                .Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value, 8}  {pair.Key}"))
        );
}
