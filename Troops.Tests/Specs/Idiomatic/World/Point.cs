namespace TradeWinds.World;

/// <summary>A tile's place: columns to the right, rows downwards.</summary>
[Immutable]
public readonly record struct Point(int X, int Y)
    : IAdditionOperators<Point, Point, Point>,
        ISubtractionOperators<Point, Point, Point>,
        IMultiplyOperators<Point, int, Point>
{
    public static readonly Point Origin;

    public static ImmutableArray<Point> Sides { get; } = [new(0, -1), new(1, 0), new(0, 1), new(-1, 0)];

    public static Point operator +(Point left, Point right) => new(left.X + right.X, left.Y + right.Y);

    public static Point operator -(Point left, Point right) => new(left.X - right.X, left.Y - right.Y);

    public static Point operator *(Point point, int factor) => new(point.X * factor, point.Y * factor);

    public static implicit operator Point((int X, int Y) pair) => new(pair.X, pair.Y);

    public static explicit operator Complex(Point point) => new(point.X, point.Y);

    /// <summary>How many steps it takes at least.</summary>
    public int StepsTo(Point other) => Math.Abs(X - other.X) + Math.Abs(Y - other.Y);

    public override string ToString() => $"({X}, {Y})";
}

/// <summary>Where one can go from a tile.</summary>
[Flags]
internal enum Exits : byte
{
    None = 0,
    North = 1 << 0,
    East = 1 << 1,
    South = 1 << 2,
    West = 1 << 3,
    All = North | East | South | West,
}
