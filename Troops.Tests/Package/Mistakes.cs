namespace Troops.Tests.Package;

/// <summary>Types as users get them wrong: a few for each family of rules, since each rule has specs of its own. What is to be said stands at the line.</summary>
internal static class Mistakes
{
    private const string UseImmutable = "use an immutable type, as those of System.Collections.Immutable";

    internal static readonly (string Path, string Text)[] Files =
    [
        (
            "Basket.cs",
            $$"""
            using Troops;
            namespace Shop;

            [Immutable]
            public sealed class Basket(List<string> goods) //! TROOP003 [goods] 'Basket' must be immutable, but Basket.goods -> List<string> (mutable); {{UseImmutable}}
            {
                public int Count => goods.Count;
            }
            """
        ),
        (
            "Counter.cs",
            """
            using Troops;
            namespace Shop;

            [Immutable]
            public sealed class Counter
            {
                private int count; //! TROOP001 [count] 'Counter' must be immutable, but Counter.count (not readonly); make it readonly
                public string Name { get; set; } = ""; //! TROOP001 [Name] 'Counter' must be immutable, but Counter.Name (has a setter); make it get-only or init
                public int Next() => ++count;
            }
            """
        ),
        (
            "Order.cs",
            $$"""
            using System.Collections.Immutable;
            using Troops;
            namespace Shop;

            [Immutable]
            internal sealed record Order(int Number, ImmutableArray<Position> Positions); //! TROOP002 [Positions] 'Order' must be immutable, but Order.Positions -> ImmutableArray<Position> -> Position.Tags -> List<string> (mutable); {{UseImmutable}}

            internal sealed record Position(List<string> Tags);

            internal sealed record Fine(int Number);
            """
        ),
        (
            "Shapes.cs",
            $$"""
            using Troops;
            namespace Shop;

            internal class Shape
            {
                private readonly List<int> sides = [];
                public int Sides => sides.Count;
            }

            [Immutable]
            internal sealed class Square : Shape; //! TROOP005 [Square] 'Square' must be immutable, but Square -> Shape.sides -> List<int> (mutable); {{UseImmutable}}

            [Immutable]
            internal abstract class Figure;

            internal sealed class Drawn : Figure //! TROOP006 [Drawn] 'Drawn' must be immutable because 'Figure' is, but Drawn.strokes (not readonly); make it readonly
            {
                private int strokes;
                public int Draw() => ++strokes;
            }
            """
        ),
        (
            "Rule.cs",
            $$"""
            using Troops;
            namespace Shop;

            [Immutable]
            internal sealed class Rule(Func<int, bool> test)
            {
                private readonly Func<int, bool> check = test; //! TROOP009 [test] 'Rule' must be immutable, but Rule.check -> test (a delegate whose captures cannot be seen from here); give it a static lambda, or one that captures only immutable variables that are never assigned again
                private readonly object tag = new List<int>(); //! TROOP010 [new List<int>()] 'Rule' must be immutable, but Rule.tag -> List<int> (mutable); {{UseImmutable}}
                public bool Holds(int value) => check(value) && tag is not null;
            }
            """
        ),
        (
            "Store.cs",
            $$"""
            using Troops;
            namespace Shop;

            internal static class Store
            {
                private static readonly Dictionary<string, int> Known = []; //! TROOP020 [Known] Every thread can reach Store.Known -> Dictionary<string, int> (mutable); use a FrozenDictionary, or a SharedDictionary<string, int> of Troops.Sharing if it changes
                public static int Count => Known.Count;

                public static string Keep<[Immutable] T>(T value) => $"{value}";
                public static string Both() => Keep("text") + Keep(new List<int>()); //! TROOP011 [Keep] The type argument for 'T' of 'Store.Keep<T>' must be immutable, but List<int> (mutable); {{UseImmutable}}
            }
            """
        ),
        (
            "PublicKinds.txt",
            """
            Val Shop.Basket
            Val Shop.Counter
            Val Shop.Gone # //! TROOP094 [Shop.Gone] This assembly has no public class, struct or interface 'Shop.Gone'; whoever shares it breaks, so bring it back, or delete this line
            """
        ),
    ];
}
