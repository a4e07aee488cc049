namespace TradeWinds.Chronicle;

/// <summary>Something that happened, in somebody's words.</summary>
[Immutable]
public sealed record Entry(DateOnly Day, string Author, string Text)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd} {Text}");
}

/// <summary>An entry that a query has found.</summary>
[Immutable]
public readonly record struct Hit(Entry Entry, double Score) : IComparable<Hit>
{
    public int CompareTo(Hit other) =>
        Comparer<double>.Default.Compare(other.Score, Score) is not 0 and var order ? order : Entry.Day.CompareTo(other.Entry.Day);
}
