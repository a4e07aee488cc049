using Troops.Benchmarks.Harness;

namespace Troops.Benchmarks.Analyzers;

/// <summary>One figure, and what it may be.</summary>
/// <param name="Subject">What was analyzed.</param>
/// <param name="What">Who did what.</param>
/// <param name="Figure">Of the rounds; of the edited files: the middle one, the quickest, and the 95th of 100.</param>
/// <param name="Unit">ms or MB.</param>
/// <param name="Whole">Of which it is a share: what it takes to compile the subject, in the same run.</param>
/// <param name="Budget">What it must not exceed, in % of the whole if there is one, else in the unit.</param>
internal sealed record CostLine(string Subject, string What, Figure Figure, string Unit, double? Whole = null, double? Budget = null)
{
    internal const string Header = "# project\twhat\tmedian\tlowest\thighest\tunit\t% of compiling\tbudget\tholds";

    internal double? Share => Whole is { } whole ? 100 * Figure.Median / whole : null;

    internal bool? Holds => Budget is { } budget ? (Share ?? Figure.Highest) <= budget : null;

    /// <summary>Tab-separated, in the order of <see cref="Header"/>.</summary>
    public override string ToString() =>
        string.Join(
            '\t',
            Subject,
            What,
            Number(Figure.Median),
            Number(Figure.Lowest),
            Number(Figure.Highest),
            Unit,
            Share is { } share ? Number(share) : "-",
            Budget is { } budget ? $"{Line.Number(budget)} {(Whole is null ? Unit : "%")}" : "-",
            Holds switch
            {
                true => "yes",
                false => "NO",
                null => "-",
            }
        );

    // What is the difference of two measurements may lie below nothing.
    private static string Number(double value) => value < 0 ? $"-{Line.Number(-value)}" : Line.Number(value);
}
