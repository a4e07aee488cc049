using System.Globalization;

namespace Troops.Benchmarks.Harness;

/// <summary>A row and a peer.</summary>
internal sealed record Line(string Row, Figure Ours, string Unit, string Peer, Figure Theirs)
{
    internal const string Header = "# row\tours\tunit\tpeer\tpeer's\tratio";

    internal double Ratio => Figure.Ratio(Ours, Theirs);

    /// <summary>Tab-separated, in the order of <see cref="Header"/>.</summary>
    public override string ToString() => string.Join('\t', Row, Number(Ours.Median), Unit, Peer, Number(Theirs.Median), Number(Ratio));

    /// <summary>Three digits that count; whole above a hundred.</summary>
    internal static string Number(double value) =>
        value switch
        {
            double.PositiveInfinity => "inf",
            0 => "0",
            >= 100 => value.ToString("F0", CultureInfo.InvariantCulture),
            >= 10 => value.ToString("F1", CultureInfo.InvariantCulture),
            >= 0.1 => value.ToString("F2", CultureInfo.InvariantCulture),
            _ => value.ToString("G2", CultureInfo.InvariantCulture),
        };
}
