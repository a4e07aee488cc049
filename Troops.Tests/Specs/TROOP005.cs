// Base class is not immutable.
using Troops;

class Counter { int n; public int Next() => ++n; }
public class Silent { }
[Immutable] sealed class A : Counter { } //! TROOP005 [A] 'A' must be immutable, but A -> Counter.n (not readonly); make it readonly
[Immutable] sealed class B : Silent { } //! TROOP005 [B] 'B' must be immutable, but B -> Silent (public, and not marked [Immutable]); mark it [Immutable]
[Immutable] sealed class C : List<int> { } //! TROOP005 [C] 'C' must be immutable, but C -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
[Immutable] sealed record E : Rec { } //! TROOP005 [E] 'E' must be immutable, but E -> Rec.N (has a setter); make it get-only or init
record Rec { public int N { get; set; } }
[ThreadSafe, Audited("me", "locks", "2099-12-31")] class Locked { int n; public int N => n; }
[Immutable] sealed class F : Locked { } //! TROOP005 [F] 'F' must be immutable, but F -> Locked (thread-safe, but it changes); mark the holder [ThreadSafe] instead of [Immutable], or keep this elsewhere
//---
// Clean bases: [ImmutableBase], [Immutable], and those that are not public and hold nothing mutable.
using Troops;

[ImmutableBase] public class Shape(string name) { public string Name { get; } = name; }
[Immutable] public sealed class Circle(double radius) : Shape("circle") { public double Radius { get; } = radius; }
[Immutable] public abstract record Node;
[Immutable] public sealed record Leaf(int Value) : Node;
internal class Plain(int n) { protected readonly int n = n; }
internal class Plainer(int n) : Plain(n) { }
[Immutable] internal sealed class Last(int n) : Plainer(n) { public int N => n; }
[Immutable] sealed class None : object { }
//---
// Generic bases: the type arguments count.
using Troops;

internal class Keeps<T>(T value) { protected readonly T value = value; }
[Immutable] sealed class A(List<int> l) : Keeps<List<int>>(l) { public int Count => value.Count; } //! TROOP005 [A] 'A' must be immutable, but A -> Keeps<List<int>>.value -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
[Immutable] sealed class B(int n) : Keeps<int>(n) { public int N => value; }
[ConditionallyImmutable] abstract class Maybe<[OnlyIf] T> { }
[ConditionallyImmutable] sealed class Some<[OnlyIf] T>(T value) : Maybe<T> { public T Value { get; } = value; }
[Immutable] sealed class OfInt : Maybe<int> { }
[Immutable] sealed class OfList : Maybe<List<int>> { } //! TROOP005 [OfList] 'OfList' must be immutable, but OfList -> Maybe<List<int>> -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
//---
// A base two levels up; a base that hands out 'this'; somebody vouches.
using Troops;

internal class Root { int n; public int Next() => ++n; }
internal class Middle : Root { }
[Immutable] sealed class A : Middle { } //! TROOP005 [A] 'A' must be immutable, but A -> Middle -> Root.n (not readonly); make it readonly
internal class Leaks { protected Leaks() => Registry.Add(this); }
static class Registry { public static void Add(object o) { } }
[Immutable] sealed class B : Leaks { } //! TROOP005 [B] 'B' must be immutable, but B -> Leaks.Leaks (hands out 'this' before it is fully constructed); hand it out after construction, from a static factory
[Immutable, Audited("me", "n stays 0", "2099-12-31")] sealed class D : Root { }
[ImmutableBase] class E : Root { } //! TROOP005 [E] 'E' must be immutable, but E -> Root.n (not readonly); make it readonly
