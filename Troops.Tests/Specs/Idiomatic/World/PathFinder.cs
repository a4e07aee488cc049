namespace TradeWinds.World;

/// <summary>A way from one place to another.</summary>
[Immutable]
public sealed record Route(ImmutableArray<Point> Steps, double Days)
{
    public static Route Nowhere { get; } = new([], double.PositiveInfinity);

    public bool Exists => Steps is not [];

    public Route Reversed() => this with { Steps = [.. Steps.Reverse()] };
}

/// <summary>The quickest way, by A*.</summary>
internal static class PathFinder
{
    /// <param name="cost">What a tile costs; never less than <paramref name="least"/>, or the way found may not be the best.</param>
    public static (ImmutableArray<Point> Steps, TCost Cost)? Find<TCost>(TileMap map, Point from, Point to, Func<Terrain, TCost> cost, TCost least)
        where TCost : INumber<TCost>
    {
        PriorityQueue<Point, TCost> open = new();
        Dictionary<Point, (Trail Trail, TCost Cost)> reached = new() { [from] = (new Trail(from), TCost.Zero) };
        HashSet<Point> closed = [];

        open.Enqueue(from, Estimate(from));
        while (open.TryDequeue(out var point, out _))
        {
            if (point == to)
            {
                return ([.. reached[to].Trail.Reverse()], reached[to].Cost);
            }

            if (!closed.Add(point))
            {
                continue;
            }

            foreach (var next in map.Around(point))
            {
                var total = reached[point].Cost + cost(map[next]);
                if (!reached.TryGetValue(next, out var known) || total < known.Cost)
                {
                    reached[next] = (reached[point].Trail.To(next), total);
                    open.Enqueue(next, total + Estimate(next));
                }
            }
        }

        return null;

        TCost Estimate(Point point) => least * TCost.CreateChecked(point.StepsTo(to));
    }

    public static Route Quickest(TileMap map, Point from, Point to) =>
        Find(map, from, to, static terrain => terrain.Days, Terrain.Road.Days) is var (steps, days) ? new Route(steps, days) : Route.Nowhere;
}
