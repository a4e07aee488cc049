using TradeWinds.Common;

namespace TradeWinds.World;

public enum Terrain : byte
{
    Water,
    Road,
    Grass,
    Forest,
    Hill,
}

/// <summary>What the map makers agreed on.</summary>
public static class Terrains
{
    public const char TownSign = '@';

    private static readonly FrozenDictionary<char, Terrain> BySign = new Dictionary<char, Terrain>
    {
        ['~'] = Terrain.Water,
        ['='] = Terrain.Road,
        ['.'] = Terrain.Grass,
        ['^'] = Terrain.Hill,
        ['T'] = Terrain.Forest,
        [TownSign] = Terrain.Road,
    }.ToFrozenDictionary();

    private static readonly ImmutableDictionary<Terrain, (double Days, string Name)> Facts = ImmutableDictionary.CreateRange<
        Terrain,
        (double Days, string Name)
    >([new(Terrain.Road, (0.5, "road")), new(Terrain.Grass, (1, "open country")), new(Terrain.Forest, (2, "woods")), new(Terrain.Hill, (3, "hills"))]);

    extension(Terrain terrain)
    {
        public bool IsPassable => terrain is not Terrain.Water;

        /// <summary>How long it takes to cross a tile of it.</summary>
        public double Days => Facts.TryGetValue(terrain, out var facts) ? facts.Days : double.PositiveInfinity;

        public string Name => Facts.GetValueOrDefault(terrain, (Days: 0, Name: "water")).Name;

        public static Outcome<Terrain> FromSign(char sign) => BySign.TryGetValue(sign, out var meant) ? meant : Refusal.Because($"no map has a '{sign}' on it");
    }
}
