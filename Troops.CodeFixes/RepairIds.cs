using System.Collections.Immutable;

namespace Troops.CodeFixes;

/// <summary>Which diagnostics a repair is looked for.</summary>
internal static class RepairIds
{
    /// <summary>Those whose path may end in any member or type.</summary>
    internal static ImmutableArray<string> Paths { get; } =
    ["TROOP001", "TROOP002", "TROOP003", "TROOP004", "TROOP005", "TROOP006", "TROOP010", "TROOP014", "TROOP020"];
}
