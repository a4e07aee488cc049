using System.Collections;

namespace TradeWinds.World;

/// <summary>Where one has come from, backwards. Trails that begin alike share what they have in common.</summary>
internal sealed class Trail(Point at, Trail? before = null) : IEnumerable<Point>
{
    public int Length { get; } = (before?.Length ?? 0) + 1;

    public Trail To(Point next) => new(next, this);

    public IEnumerator<Point> GetEnumerator()
    {
        yield return at;
        for (var step = before; step is not null; step = step.Before)
        {
            yield return step.At;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Point At => at;

    private Trail? Before => before;
}
