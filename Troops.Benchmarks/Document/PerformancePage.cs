using System.Globalization;
using System.Text;
using Troops.Benchmarks.Harness;

namespace Troops.Benchmarks.Document;

/// <summary>Writes what was measured between the two markers of docs/performance.md; the rest of the page is written by people.</summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- measured: begin -->";
    private const string End = "<!-- measured: end -->";

    internal static async Task WriteAsync(IReadOnlyList<Line> lines, Plan plan)
    {
        string docs = Path.Combine(Checkout.Root, "docs");
        string page = Path.Combine(docs, "performance.md");
        string measured = Measured(lines, plan, DateTimeOffset.UtcNow, Machine.Describe());
        await File.WriteAllTextAsync(page, Replace(await File.ReadAllTextAsync(page), measured));
        RatioPlot.Draw(lines, Path.Combine(docs, "performance.png"));
    }

    /// <summary><paramref name="page"/> with <paramref name="measured"/> between the markers.</summary>
    internal static string Replace(string page, string measured)
    {
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException(
                $"docs/performance.md needs a line '{Begin}' and after it a line '{End}': what is between them is written anew."
            );
        }

        return $"{page[..(begin + Begin.Length)]}\n{measured}{page[end..]}";
    }

    /// <summary>Where, when and how; where we lose; the table.</summary>
    internal static string Measured(IReadOnlyList<Line> lines, Plan plan, DateTimeOffset date, string machine)
    {
        StringBuilder text = new();
        string day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"\nMeasured on {day}, {plan.Name} rounds: {machine}.\n");
        text.Append(Losses(lines));
        text.Append("\n| row | ours | lowest to highest | unit | peer | peer's | lowest to highest | ratio |\n|---|---:|---:|---|---|---:|---:|---:|\n");
        string? row = null;
        foreach (Line line in lines)
        {
            // A row's name and our figure stand once, at its first peer.
            string key = $"{line.Row} {line.Unit}";
            string ours = key == row ? "| | | " : $"| `{line.Row}` | {Line.Number(line.Ours.Median)} | {Spread(line.Ours)} ";
            row = key;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{ours}| {line.Unit} | {line.Peer} | {Line.Number(line.Theirs.Median)} | {Spread(line.Theirs)} | {Ratio(line)} |\n"
            );
        }

        return text.Append('\n').ToString();
    }

    private static string Losses(IReadOnlyList<Line> lines)
    {
        Line[] lost = [.. lines.Where(static line => line.Ratio < 1).OrderBy(static line => line.Ratio)];
        return lost.Length == 0
            ? "\nNo peer is ahead in any row.\n"
            : $"\nWhere we lose: {string.Join("; ", lost.Select(static line => $"`{line.Row}` to {line.Peer} (ratio {Line.Number(line.Ratio)})"))}.\n";
    }

    private static string Ratio(Line line) => line.Ratio < 1 ? $"**{Line.Number(line.Ratio)}**" : Line.Number(line.Ratio);

    private static string Spread(Figure figure) => $"{Line.Number(figure.Lowest)} to {Line.Number(figure.Highest)}";
}
