using System.Text;
using TradeWinds.Common;
using TradeWinds.Metrics;

namespace TradeWinds;

internal sealed class ReportPrinter(TextWriter output)
{
    private static readonly CompositeFormat Headline = CompositeFormat.Parse("{0} trades for {1}; {2} of {3} caravans came home, {4} with a profit.");

    private TextTable? lastTable;

    public void Print(SeasonReport report)
    {
        var (market, journeys) = (report.Market, report.Journeys);
        output.WriteLine(
            string.Format(
                CultureInfo.InvariantCulture,
                Headline,
                market.Trades.Length,
                market.Turnover,
                journeys.Length,
                journeys.Length + report.Losses.Count(static loss => loss.Contains("No way", StringComparison.Ordinal)),
                journeys.Count(static journey => journey.IsProfitable)
            )
        );

        Section("Caravans", Caravans(report));
        Section("Prices", Prices(report));
        Section("Measurements", Measurements(report.Metrics));
        output.WriteLine($"{report.Vocabulary} different words, {report.Authors.Count} authors");
        foreach (var line in report.Survey + report.Outlooks + report.Losses)
        {
            output.WriteLine(line.Shorten(100));
        }

        Span<byte> paper = stackalloc byte[200];
        foreach (var charter in report.Charters)
        {
            output.WriteLine(Encoding.UTF8.GetString(charter.Print(paper)));
            output.WriteLine($"  {charter.Renew(charter.Expires).ToJson().Shorten(110)}");
            output.WriteLine($"  {charter.Toll(Money.Crown)} to the crown, {(charter.IsRoyal ? "royal" : "plain")}");
        }

        foreach (var (author, text) in report.Notices)
        {
            output.WriteLine($"{author}: {text}");
        }

        foreach (var (question, hits) in report.Answers)
        {
            output.WriteLine(
                $"""

                "{question}": {hits.Length} {(hits is [_] ? "answer" : "answers")}
                """
            );
            foreach (var ((entry, score), number) in hits.Numbered())
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {number}. {entry} [{score:0.00}]"));
            }
        }
    }

    private static TextTable Caravans(SeasonReport report)
    {
        TextTable table = new("caravan", "days", "bought", "sold", "balance", "entries");
        foreach (var (caravan, days, bought, sold, balance) in report.Journeys.Top(10, static journey => journey.Balance))
        {
            table.Add(caravan.Name, $"{days:F1}", $"{bought}", $"{sold}", balance.ToString(), $"{report.Authors.GetValueOrDefault(caravan.Name)}");
        }

        return table;
    }

    private static TextTable Prices(SeasonReport report)
    {
        TextTable table = new("good", "last", "lowest", "highest") { Gap = 3 };
        foreach (var (good, last) in report.Market.LastPrices.OrderBy(static it => it.Key, StringComparer.Ordinal))
        {
            var range = report.PriceRanges[good];
            table.Add(good, last.ToString(), new Money(range.Low).ToString(), new Money(range.High).ToString());
        }

        return table;
    }

    private static TextTable Measurements(MetricsReport metrics)
    {
        TextTable table = new("what", "count", "mean", "deviation", "90 % below");
        foreach (var (name, (count, mean, deviation, _, ninety)) in metrics.Measurements)
        {
            table.Add(name, $"{count}", $"{mean:F2}", $"{deviation:F2}", $"{ninety:F0}");
        }

        foreach (var (name, count) in metrics.Counters)
        {
            table.Add(name, $"{count}", "", "", "");
        }

        return table;
    }

    private void Section(string title, TextTable table)
    {
        if (lastTable is { Count: > 0 })
        {
            output.WriteLine();
        }

        output.WriteLine($"{title} ({table.Count})");
        output.Write(table);
        lastTable = table;
    }
}
