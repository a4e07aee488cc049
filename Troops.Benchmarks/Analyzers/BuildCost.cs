using Troops.Analyzers;
using Troops.Analyzers.Rules;
using Troops.Benchmarks.Harness;

namespace Troops.Benchmarks.Analyzers;

/// <summary>What the analyzers add to a build.</summary>
/// <remarks>
/// Everybody takes a turn in each round and starts from the text. The budgets are held against the time in the analyzers themselves. What they cost in all is the
/// difference of two runs: with them, and with an analyzer that does nothing; and the same once more where the SDK's are there already and what the compiler does for
/// any analyzer is paid for.
/// </remarks>
internal sealed class BuildCost(Subject subject, SdkAnalyzers sdk, int rounds)
{
    private const double SymbolBudget = 1;
    private const double FlowBudget = 5;

    /// <summary>What the budgets are held against takes little time, so that whatever else the machine does shows: it has as many more rounds.</summary>
    private const int BudgetRounds = 3;

    /// <summary>A part of the project has all that is new to the JIT.</summary>
    private const int WarmRounds = 20;
    private const int WarmPart = 8;

    /// <summary>A part does not compile, so the whole is compiled once in so many rounds.</summary>
    private const int RoundsBetweenCompiling = 8;

    /// <summary>What the JIT has compiled in haste it compiles again, beside the program, once nothing new has come for a tenth of a second.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);
    private static bool isWarm;

    /// <summary>With the severities of the SDK's rules, for everybody.</summary>
    private readonly Subject configured = subject with { Options = sdk.Configure(subject.Options) };

    internal async Task<IReadOnlyList<CostLine>> MeasureAsync()
    {
        Contender theirs = new("SDK", sdk.All);
        Contender both = new("SDK and Troops", [.. sdk.All, .. Contender.Ours.Analyzers]);
        RuleSplit split = await RuleSplit.FindAsync();
        Contender symbols = Contender.Of("symbol rules", split.Symbols);
        Contender flow = Contender.Of("flow rules", split.Flow);
        await WarmAsync([Contender.Nothing, Contender.Ours, symbols, flow, theirs, both]);
        var (compile, budgeted) = await RunAsync([symbols, flow], BudgetRounds * rounds);
        var (_, runs) = await RunAsync([Contender.Nothing, Contender.Ours, theirs, both], rounds);
        double whole = compile.Median;
        return
        [
            Line("compile", compile),
            Line("no analyzer", All(runs[0])),
            Line("symbol rules: callbacks", Callbacks(budgeted[0]), whole, SymbolBudget),
            Line("flow rules: callbacks", Callbacks(budgeted[1]), whole, FlowBudget),
            Line("Troops: callbacks", Callbacks(runs[1]), whole),
            Line("SDK: callbacks", Callbacks(runs[2]), whole),
            Line("Troops: added", Added(runs[1], runs[0]), whole),
            Line("SDK: added", Added(runs[2], runs[0]), whole),
            Line("Troops: added to the SDK's", Added(runs[3], runs[2]), whole),
            Allocated("Troops: allocated", runs[1], runs[0]),
            Allocated("SDK: allocated", runs[2], runs[0]),
            Line("Troops: diagnostics", Figure.Of(runs[1].Select(static run => (double)run.Diagnostics))) with
            {
                Unit = "",
            },
        ];
    }

    /// <summary>
    /// Each rule as an analyzer of its own, all in one run: what several need, such as the kinds of types, each pays for here; what they make the compiler find out, the
    /// first of them. <c>No rule</c> is the compilation's start, in which most of the time is the compiler's, for it reads the references then.
    /// </summary>
    internal async Task<IReadOnlyList<CostLine>> MeasureRulesAsync()
    {
        Contender each = new("each rule", [new TroopsAnalyzer([]), .. Catalog.Rules.Select(static rule => new TroopsAnalyzer([rule]))]);
        await BuildRound.AnalyzeEachAsync(configured, each);
        List<double> compile = [];
        List<double>[] callbacks = [.. each.Analyzers.Select(static _ => new List<double>())];
        for (int round = 0; round < rounds; round++)
        {
            compile.Add(BuildRound.Compile(subject).Milliseconds);
            double[] found = await BuildRound.AnalyzeEachAsync(configured, each);
            for (int i = 0; i < found.Length; i++)
            {
                callbacks[i].Add(found[i]);
            }
        }

        double whole = Figure.Of(compile).Median;
        IEnumerable<string> names = Catalog.Rules.Select(Name).Prepend("no rule");
        return [.. names.Select((name, i) => Line($"{name}: callbacks", Figure.Of(callbacks[i]), whole))];
    }

    private static string Name(Rule rule) =>
        $"{rule.GetType().Name} ({string.Join(' ', rule.Descriptors.Select(static descriptor => descriptor.Id[^3..]).Distinct())})";

    /// <summary>Whatever the JIT has to compile, in its tiers, as in a build server; the projects do not differ in that.</summary>
    private async Task WarmAsync(Contender[] contenders)
    {
        if (isWarm)
        {
            return;
        }

        Subject part = configured with { Files = [.. configured.Files.Where(static (_, i) => i % WarmPart == 0)] };
        for (int round = 0; round < WarmRounds; round++)
        {
            foreach (Contender contender in contenders)
            {
                await BuildRound.AnalyzeAsync(part, contender);
            }

            if (round % RoundsBetweenCompiling == 0)
            {
                BuildRound.Compile(subject);
            }

            await Task.Delay(Settling);
        }

        isWarm = true;
    }

    private async Task<(Figure Compile, List<BuildRound>[] Runs)> RunAsync(Contender[] contenders, int turns)
    {
        List<double> compile = [];
        List<BuildRound>[] runs = [.. contenders.Select(static _ => new List<BuildRound>())];
        for (int round = 0; round < turns; round++)
        {
            compile.Add(BuildRound.Compile(subject).Milliseconds);
            for (int i = 0; i < contenders.Length; i++)
            {
                runs[i].Add(await BuildRound.AnalyzeAsync(configured, contenders[i]));
            }
        }

        return (Figure.Of(compile), runs);
    }

    private CostLine Line(string what, Figure figure, double? whole = null, double? budget = null) => new(subject.Name, what, figure, "ms", whole, budget);

    private CostLine Allocated(string what, List<BuildRound> runs, List<BuildRound> without) =>
        new(subject.Name, what, Figure.Of(runs.Zip(without, static (with, none) => with.Megabytes - none.Megabytes)), "MB");

    private static Figure All(List<BuildRound> runs) => Figure.Of(runs.Select(static run => run.Milliseconds));

    private static Figure Callbacks(List<BuildRound> runs) => Figure.Of(runs.Select(static run => run.Callbacks));

    /// <summary>Of the runs of one round, which the machine disturbed alike.</summary>
    private static Figure Added(List<BuildRound> runs, List<BuildRound> without) =>
        Figure.Of(runs.Zip(without, static (with, none) => with.Milliseconds - none.Milliseconds));
}
