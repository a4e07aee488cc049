using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using Troops.Analyzers;
using Troops.Analyzers.Rules;

namespace Troops.Benchmarks.Analyzers;

/// <summary>The rules by what they look at, for each kind has a budget of its own.</summary>
/// <param name="Symbols">Types, members, single operations.</param>
/// <param name="Flow">Whole bodies, and those that ask for the control-flow graph of a body in which they find a sink: what comes before what, and which variable is whose.</param>
internal sealed record RuleSplit(ImmutableArray<Rule> Symbols, ImmutableArray<Rule> Flow)
{
    /// <summary>What a rule registers tells it, and a compilation without a line of code is enough for that.</summary>
    internal static async Task<RuleSplit> FindAsync()
    {
        CSharpCompilation empty = new Subject("Empty", [], Subjects.References("Empty")).Compile();
        ImmutableArray<Rule>.Builder symbols = ImmutableArray.CreateBuilder<Rule>();
        ImmutableArray<Rule>.Builder flow = ImmutableArray.CreateBuilder<Rule>();
        foreach (Rule rule in Catalog.Rules)
        {
            (rule.FollowsFlow || await LooksAtBodiesAsync(empty, rule) ? flow : symbols).Add(rule);
        }

        return new(symbols.ToImmutable(), flow.ToImmutable());
    }

    private static async Task<bool> LooksAtBodiesAsync(CSharpCompilation empty, Rule rule)
    {
        TroopsAnalyzer analyzer = new([rule]);
        CompilationWithAnalyzers compilation = BuildRound.With(empty, new Contender(rule.GetType().Name, [analyzer]));
        AnalyzerTelemetryInfo registered = await compilation.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
        return registered.OperationBlockActionsCount
                + registered.OperationBlockStartActionsCount
                + registered.CodeBlockActionsCount
                + registered.CodeBlockStartActionsCount
            > 0;
    }
}
