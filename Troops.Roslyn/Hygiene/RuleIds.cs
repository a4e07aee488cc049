using System.Collections.Immutable;
using System.Globalization;

namespace Troops.Roslyn.Hygiene;

/// <summary>What can be told of a rule from its id alone: the projects below the rules do not know their descriptors.</summary>
internal static class RuleIds
{
    private const string Prefix = "TROOP";

    /// <summary>Rules that only suggest. Who does not want their advice breaks no promise.</summary>
    internal static ImmutableArray<string> Suggestions { get; } = ["TROOP072", "TROOP074", "TROOP090"];

    /// <summary>Every id that a rule may have whose silence matters: what configures severities can be asked about one id, never which ids it has.</summary>
    internal static ImmutableArray<string> Candidates { get; } =
    [
        .. Enumerable
            .Range(1, 99)
            .Select(static number => Prefix + number.ToString("000", CultureInfo.InvariantCulture))
            .Where(static id => !Suggestions.Contains(id, StringComparer.Ordinal)),
    ];

    /// <summary>Whether the text names a rule whose silence matters. Some tools ignore case, so it is ignored here.</summary>
    internal static bool Names(string id) =>
        id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !Suggestions.Contains(id, StringComparer.OrdinalIgnoreCase);
}
