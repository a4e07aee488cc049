// What is worse than its line.
// PublicKinds.txt: Val Shop.Order
// PublicKinds.txt: Val Shop.Line
// PublicKinds.txt: Val Shop.Shape
// PublicKinds.txt: Sync Shop.Cache
// PublicKinds.txt: Val Shop.Open
using Troops;

namespace Shop;

public sealed class Order { public int Number { get; set; } } //! TROOP094 [Order] 'Order' was Val and is Ref: Order (public, and not marked [Immutable]); whoever shares it breaks, so put that right, or correct its line in PublicKinds.txt
[ThreadSafe] public sealed class Line { readonly Troops.Sharing.Atomic<int> n = new(1); public Troops.Sharing.Atomic<int> N => n; } //! TROOP094 [Line] 'Line' was Val and is Sync: Line (thread-safe, but it changes); whoever shares it breaks, so put that right, or correct its line in PublicKinds.txt
public interface Shape; //! TROOP094 [Shape] 'Shape' was Val and is Ref: Shape (an interface that a mutable type may implement); whoever shares it breaks, so put that right, or correct its line in PublicKinds.txt
public sealed class Cache; //! TROOP094 [Cache] 'Cache' was Sync and is Ref: Cache (public, and not marked [Immutable]); whoever shares it breaks, so put that right, or correct its line in PublicKinds.txt
[ImmutableBase] public class Open { public int N { get; } } //! TROOP094 [Open] 'Open' was Val and is Val exact: Open (not sealed, so a subclass may be mutable); whoever shares it breaks, so put that right, or correct its line in PublicKinds.txt
//---
// Conditions: another argument counts, and less.
// PublicKinds.txt: Cond(0) Shop.Box`1
// PublicKinds.txt: Val Shop.Free`1
// PublicKinds.txt: Cond(0) Shop.Pair`2
using Troops;

namespace Shop;

public sealed record Box<T>(T Value); //! TROOP094 [Box] 'Box<T>' was Cond(0) and is Ref: Box<int> (public, and not marked [Immutable]); whoever shares it breaks, so put that right, or correct its line in PublicKinds.txt
[ConditionallyImmutable] public sealed record Free<[OnlyIf] T>(T Value); //! TROOP094 [Free] 'Free<T>' was Val and is Cond(0): Free<int[]> -> int[] (an array, whose elements can be assigned); whoever shares it breaks, so put that right, or correct its line in PublicKinds.txt
[ConditionallyImmutable] public sealed record Pair<[OnlyIf] T, [OnlyIf] U>(T First, U Second); //! TROOP094 [Pair] 'Pair<T, U>' was Cond(0) and is Cond(0,1): Pair<int, int[]> -> int[] (an array, whose elements can be assigned); whoever shares it breaks, so put that right, or correct its line in PublicKinds.txt
//---
// What can be shared and is not written down.
// PublicKinds.txt: # Nothing yet.
using Troops;

namespace Shop;

[Immutable] public sealed record Order(int Number) //! TROOP094 [Order] 'Order' is Val, and nothing would be said if it became less; add 'Val Shop.Order' to PublicKinds.txt
{
    [Immutable] public sealed record Line(string Text); //! TROOP094 [Line] 'Order.Line' is Val, and nothing would be said if it became less; add 'Val Shop.Order+Line' to PublicKinds.txt
    [Immutable] private sealed record Inner(string Text);
}

[ConditionallyImmutable] public sealed record Box<[OnlyIf] T>(T Value); //! TROOP094 [Box] 'Box<T>' is Cond(0), and nothing would be said if it became less; add 'Cond(0) Shop.Box`1' to PublicKinds.txt
[ImmutableBase] public class Open { public int N { get; } } //! TROOP094 [Open] 'Open' is Val exact, and nothing would be said if it became less; add 'Val Shop.Open exact' to PublicKinds.txt
[Immutable] public interface Shape; //! TROOP094 [Shape] 'Shape' is Val, and nothing would be said if it became less; add 'Val Shop.Shape' to PublicKinds.txt
//---
// As the lines say, or better; what is not public, and what has no kind worth a line.
// PublicKinds.txt: Val Shop.Order
// PublicKinds.txt: Val Shop.Order+Line
// PublicKinds.txt: Cond(0,1) Shop.Pair`2
// PublicKinds.txt: Val Shop.Open exact
// PublicKinds.txt: Sync Shop.Better
// PublicKinds.txt: Ref Shop.Mutable
using Troops;

namespace Shop;

[Immutable] public sealed record Order(int Number) { [Immutable] public sealed record Line(string Text); }
[ConditionallyImmutable] public sealed record Pair<[OnlyIf] T, [OnlyIf] U>(T First, U Second);
[ImmutableBase] public class Open { public int N { get; } }
[Immutable] public sealed record Better(int Number);
public sealed class Mutable { public int N { get; set; } }
public sealed class Other { public int N { get; set; } }
[Immutable] internal sealed record Inside(int Number);
public enum Colour { Red }
public delegate void Done();
public static class Tools { public static int Twice(int n) => n + n; }
