using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Hygiene;

/// <summary>One place that silences a TROOP rule or makes less of it.</summary>
/// <param name="Kind">How.</param>
/// <param name="Id">The rule, or what stands for it: <see cref="Everything"/>, the key of a bulk configuration.</param>
/// <param name="Location">Where it is written; null for an option, which has no place in source.</param>
internal sealed record Suppression(SuppressionKind Kind, string Id, Location? Location)
{
    /// <summary>As <see cref="Id"/>: every rule there is.</summary>
    internal const string Everything = "*";
}
