namespace TradeWinds.Common;

/// <summary>Everything from <paramref name="Low"/> to <paramref name="High"/>, both included.</summary>
[ConditionallyImmutable]
public readonly record struct Interval<[OnlyIf] T>(T Low, T High)
    where T : INumber<T>
{
    public T Length => High - Low;

    public bool IsEmpty => High < Low;

    public static Interval<T> Around(T centre, T radius) => new(centre - radius, centre + radius);

    public bool Contains(T value) => value >= Low && value <= High;

    public T Clamp(T value) => T.Clamp(value, Low, High);

    public Interval<T> Extend(T value) => new(T.Min(Low, value), T.Max(High, value));

    public static Interval<T> operator +(Interval<T> interval, T offset) => new(interval.Low + offset, interval.High + offset);

    public static Interval<T>? operator &(Interval<T> left, Interval<T> right)
    {
        Interval<T> both = new(T.Max(left.Low, right.Low), T.Min(left.High, right.High));
        return both.IsEmpty ? null : both;
    }
}
