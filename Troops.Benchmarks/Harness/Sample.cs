using System.Diagnostics;

namespace Troops.Benchmarks.Harness;

/// <summary>What one round of one contestant gave, in the units of its row.</summary>
/// <param name="Value">In the row's unit.</param>
/// <param name="Second">In the row's second unit, if it has one.</param>
internal readonly record struct Sample(double Value, double Second = 0)
{
    public static implicit operator Sample(double value) => new(value);

    internal static double Nanoseconds(long start) => Stopwatch.GetElapsedTime(start).TotalNanoseconds;

    /// <summary>Nanoseconds an operation since <paramref name="start"/>, a reading of <see cref="Stopwatch"/>.</summary>
    internal static double PerOperation(long start, long operations) => Nanoseconds(start) / operations;
}
