using System.Diagnostics.CodeAnalysis;
using System.Text;
using TradeWinds.Common;
using TradeWinds.Formulas;
using TradeWinds.Market;

namespace TradeWinds;

internal static partial class Program
{
    private const string Usage = """
        usage: tradewinds [--caravans N] [--seed N] [--rule FORMULA] [--json FILE]

        Plays a season of trade on a small coast: every caravan is a thread, so is the market, and none of them shares anything that changes.
        """;

    private static async Task<int> Main(string[] args)
    {
        if (!Options.TryParse(args, out var options))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var plan = SampleData.Plan(options.Caravans, options.Seed);
        switch (options.Rule is { } text ? Formula.TryParse(text) : null)
        {
            case Outcome<Formula>.Failure(var reason):
                Console.Error.WriteLine(reason);
                return 2;
            case Outcome<Formula>.Success(var formula):
                var prices = plan.Prices;
                plan = plan with { Prices = prices with { Rules = [.. prices.Rules, new FormulaRule(formula)] } };
                break;
        }

        try
        {
            var report = await TroopProcess.RunAsync(() => Play(plan, options.Json)).ConfigureAwait(false);
            new ReportPrinter(Console.Out).Print(report);
            return report.Journeys.IsEmpty ? 1 : 0;
        }
        catch (TradeException e) when (e is not SyntaxException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    [TroopTask]
    private static async TroopTask<SeasonReport> Play(SeasonPlan plan, string? json)
    {
        var report = await Season.Run(plan);
        if (json is not null)
        {
            await Blocking.Run(() => File.WriteAllText(json, report.Metrics.ToJson(), Encoding.UTF8));
        }

        return report;
    }

    private sealed record Options(int Caravans = 12, uint Seed = 7, string? Rule = null, string? Json = null)
    {
        public static bool TryParse(ReadOnlySpan<string> args, [NotNullWhen(true)] out Options? options)
        {
            options = Parse(args, new Options());
            return options is not null;
        }

        private static Options? Parse(ReadOnlySpan<string> args, Options parsed) =>
            args switch
            {
                [] => parsed,
                ["--caravans", var text, .. var rest] when int.TryParse(text, out var caravans) && caravans > 0 => Parse(
                    rest,
                    parsed with
                    {
                        Caravans = caravans,
                    }
                ),
                ["--seed", var text, .. var rest] when uint.TryParse(text, out var seed) => Parse(rest, parsed with { Seed = seed }),
                ["--rule", var rule, .. var rest] => Parse(rest, parsed with { Rule = rule }),
                ["--json", var path, .. var rest] => Parse(rest, parsed with { Json = path }),
                _ => null,
            };
    }
}
