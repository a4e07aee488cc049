namespace Troops.Benchmarks.Harness;

/// <summary>The rounds of one contestant in one unit: the middle one, and between which they lay.</summary>
internal readonly record struct Figure(double Median, double Lowest, double Highest)
{
    internal static Figure Of(IEnumerable<double> rounds)
    {
        double[] sorted = [.. rounds.Order()];
        int middle = sorted.Length / 2;
        double median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Figure(median, sorted[0], sorted[^1]);
    }

    /// <summary>How many times better we are; more than 1 is better. Every unit of ours is a cost.</summary>
    internal static double Ratio(Figure ours, Figure peer)
    {
        if (ours.Median > 0)
        {
            return peer.Median / ours.Median;
        }

        return peer.Median > 0 ? double.PositiveInfinity : 1;
    }
}
