using System.Text;
using TradeWinds.Common;

namespace TradeWinds.World;

[Immutable]
public sealed class TileMap
{
    private readonly ImmutableArray<Terrain> tiles;

    private TileMap(int width, ImmutableArray<Terrain> tiles, ImmutableArray<Point> signs)
    {
        this.tiles = tiles;
        (Width, Height) = (width, width > 0 ? tiles.Length / width : 0);
        TownSigns = signs;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Where the map says that there are towns.</summary>
    public ImmutableArray<Point> TownSigns { get; }

    public Terrain this[Point at] => Contains(at) ? tiles[(at.Y * Width) + at.X] : Terrain.Water;

    public ReadOnlySpan<Terrain> this[Range rows]
    {
        get
        {
            var (offset, length) = rows.GetOffsetAndLength(Height);
            return tiles.AsSpan(offset * Width, length * Width);
        }
    }

    public static TileMap Parse(string drawing)
    {
        var lines = drawing.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var width = lines is [var first, ..] ? first.Length : 0;
        var tiles = ImmutableArray.CreateBuilder<Terrain>(width * lines.Length);
        var signs = ImmutableArray.CreateBuilder<Point>();
        foreach (var (line, number) in lines.Numbered())
        {
            if (line.Length != width)
            {
                throw new SyntaxException($"Line {number} is {line.Length} wide, not {width}", line.Length);
            }

            tiles.AddRange(line.Select(static sign => Terrain.FromSign(sign).OrThrow()));
            signs.AddRange(line.Index().Where(static it => it.Item is Terrains.TownSign).Select(it => new Point(it.Index, number - 1)));
        }

        return new TileMap(width, tiles.DrainToImmutable(), signs.DrainToImmutable());
    }

    public bool Contains(Point at) => at is { X: >= 0, Y: >= 0 } && at.X < Width && at.Y < Height;

    public IEnumerable<Point> Around(Point centre) => from side in Point.Sides let neighbour = centre + side where this[neighbour].IsPassable select neighbour;

    internal Exits ExitsOf(Point at)
    {
        Span<bool> open = stackalloc bool[Point.Sides.Length];
        var exits = Exits.None;
        for (var side = 0; side < open.Length; side++)
        {
            open[side] = this[at + Point.Sides[side]].IsPassable;
            exits |= open[side] ? (Exits)(1 << side) : Exits.None;
        }

        return exits;
    }

    public override string ToString()
    {
        StringBuilder text = new((Width + 1) * Height);
        for (var row = 0; row < Height; row++)
        {
            foreach (var terrain in this[row..(row + 1)])
            {
                text.Append(terrain.Name[0]);
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
