using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Analyzers;
using Troops.Analyzers.Rules;

namespace Troops.Benchmarks.Analyzers;

/// <summary>Analyzers that are run together.</summary>
internal sealed record Contender(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    /// <summary>What looks at control flow has a budget of its own.</summary>
    private static readonly HashSet<string> Flow =
    [
        "TROOP007",
        "TROOP031",
        "TROOP040",
        "TROOP041",
        "TROOP042",
        "TROOP043",
        "TROOP044",
        "TROOP045",
        "TROOP046",
        "TROOP047",
    ];

    internal static Contender Nothing { get; } = new("no analyzer", [new NothingAnalyzer()]);

    internal static Contender Ours { get; } = new("Troops", [new TroopsAnalyzer()]);

    internal static ImmutableArray<Rule> FlowRules { get; } =
    [.. Catalog.Rules.Where(static rule => rule.Descriptors.Any(static descriptor => Flow.Contains(descriptor.Id)))];

    internal static ImmutableArray<Rule> SymbolRules { get; } = [.. Catalog.Rules.Except(FlowRules)];

    internal static Contender Of(string name, ImmutableArray<Rule> rules) => new(name, [new TroopsAnalyzer(rules)]);
}
