using ScottPlot;
using ScottPlot.TickGenerators;
using Line = Troops.Benchmarks.Harness.Line;

namespace Troops.Benchmarks.Document;

/// <summary>A bar a row and peer on a logarithmic axis: to the right we are better, to the left the peer is.</summary>
internal static class RatioPlot
{
    private const double Widest = 1000;
    private const int BarHeight = 17;
    private static readonly Color Better = Color.FromHex("#2a7f62");
    private static readonly Color Worse = Color.FromHex("#c0392b");

    internal static void Draw(IReadOnlyList<Line> lines, string path)
    {
        using Plot plot = new();
        int count = lines.Count;
        List<Bar> bars = [];
        List<Tick> names = [];
        for (int i = 0; i < count; i++)
        {
            Line line = lines[i];
            double ratio = Math.Clamp(line.Ratio, 1 / Widest, Widest);
            bars.Add(
                new Bar
                {
                    Position = count - i,
                    Value = Math.Log10(ratio),
                    FillColor = ratio < 1 ? Worse : Better,
                    LineWidth = 0,
                    Orientation = Orientation.Horizontal,
                    Label = Line.Number(line.Ratio),
                }
            );
            names.Add(new Tick(count - i, $"{line.Row}, {line.Unit}: {line.Peer}"));
        }

        plot.Add.Bars(bars).Horizontal = true;
        plot.Add.VerticalLine(0, 1, Colors.Black);
        plot.Axes.Left.TickGenerator = new NumericManual([.. names]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. DecadeTicks()]);
        plot.Axes.SetLimitsX(Math.Log10(1 / Widest) * 0.7, Math.Log10(Widest) * 1.05);
        plot.Axes.SetLimitsY(0, count + 1);
        plot.Title("How many times better than each peer (left of 1: worse)");
        plot.SavePng(path, 1100, (count * BarHeight) + 120);
    }

    private static IEnumerable<Tick> DecadeTicks()
    {
        for (int decade = -3; decade <= 3; decade++)
        {
            yield return new Tick(decade, Line.Number(Math.Pow(10, decade)));
        }
    }
}
