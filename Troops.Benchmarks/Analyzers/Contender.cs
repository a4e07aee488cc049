using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Analyzers;
using Troops.Analyzers.Rules;

namespace Troops.Benchmarks.Analyzers;

/// <summary>Analyzers that are run together.</summary>
internal sealed record Contender(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    internal static Contender Nothing { get; } = new("no analyzer", [new NothingAnalyzer()]);

    internal static Contender Ours { get; } = new("Troops", [new TroopsAnalyzer()]);

    internal static Contender Of(string name, ImmutableArray<Rule> rules) => new(name, [new TroopsAnalyzer(rules)]);
}
