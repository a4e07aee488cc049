// Subtype does not keep its base's promise.
using Troops;

[Immutable] class Base { readonly int x = 1; public int X => x; }
class D : Base { int y; public int Z { get; set; } public int Y => y++; } //! TROOP006 [D] 'D' must be immutable because 'Base' is, but D.y (not readonly); make it readonly
class E : Base { readonly int y = 1; public int Y => y; }
sealed class F : E { public List<int> L { get; } = []; public event Action? Ev; public void Raise() => Ev?.Invoke(); } //! TROOP006 [F] 'F' must be immutable because 'Base' is, but F.Ev (an event, whose subscribers change); keep the subscribers in a type of their own that one thread owns
record class Plain;
[Immutable] abstract record Shape;
sealed record Circle(double Radius) : Shape;
sealed record Poly(double[] Sides) : Shape; //! TROOP006 [Poly] 'Poly' must be immutable because 'Shape' is, but Poly.Sides -> double[] (an array, whose elements can be assigned); use ImmutableArray<T>
[Immutable] sealed record Marked(double[] Sides) : Shape; //! TROOP002 [Sides] 'Marked' must be immutable, but Marked.Sides -> double[] (an array, whose elements can be assigned); use ImmutableArray<T>
//---
// Interfaces, also by way of another interface or a base, and generic ones; structs and records that implement them.
using Troops;

[Immutable] interface IValue { int N { get; } }
interface IMore : IValue;
[Immutable] interface IOf<T>;
sealed class A : IValue { public int N { get; set; } } //! TROOP006 [A] 'A' must be immutable because 'IValue' is, but A.N (has a setter); make it get-only or init
sealed class B : IMore { int n; public int N => n++; } //! TROOP006 [B] 'B' must be immutable because 'IValue' is, but B.n (not readonly); make it readonly
sealed class C(int n) : IMore { public int N => n; }
struct S : IValue { public int N { get; set; } } //! TROOP006 [S] 'S' must be immutable because 'IValue' is, but S.N (has a setter); make it get-only or init
readonly struct T(int n) : IValue { public int N => n; }
sealed class G<X>(X x) : IOf<X> { public X Value => x; } //! TROOP006 [G] 'G<X>' must be immutable because 'IOf<X>' is, but G<X>.x -> X (a type parameter that any type may be given for); mark the type parameter [Immutable]
sealed class H(List<int> l) : IValue { public int N => l.Count; } //! TROOP006 [H] 'H' must be immutable because 'IValue' is, but H.l -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
abstract class Abstract : IValue { public abstract int N { get; } protected int hits; } //! TROOP006 [Abstract] 'Abstract' must be immutable because 'IValue' is, but Abstract.hits (not readonly); make it readonly
//---
// A base that is nobody's promise.
using Troops;

[Immutable] interface IValue;
class Counter { int n; public int Next() => ++n; }
sealed class A : Counter, IValue; //! TROOP006 [A] 'A' must be immutable because 'IValue' is, but A -> Counter.n (not readonly); make it readonly
sealed class B : List<int>, IValue; //! TROOP006 [B] 'B' must be immutable because 'IValue' is, but B -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
//---
// Below [ThreadSafe], each field is immutable or thread-safe.
using Troops;
using Troops.Sharing;

[ThreadSafe] interface IService { int Next(); }
sealed class Safe(Atomic<int> n) : IService { public int Next() => n.Value; }
sealed class Unsafe : IService { int n; public int Next() => ++n; } //! TROOP006 [Unsafe] 'Unsafe' must be thread-safe because 'IService' is, but Unsafe.n (not readonly); make it readonly
sealed class Opaque(object o) : IService { public int Next() => o.GetHashCode(); } //! TROOP006 [Opaque] 'Opaque' must be thread-safe because 'IService' is, but Opaque.o -> object (may hold any object); use a type that is immutable
[Audited("me", "all under one lock", "2099-12-31")] sealed class Locked : IService { int n; public int Next() { lock (this) { return ++n; } } }
sealed class Partly : IService { [Audited("me", "interlocked", "2099-12-31")] int n; public int Next() => Interlocked.Increment(ref n); }
[Immutable] sealed class Constant : IService { public int Next() => 1; }
//---
// Below [ConditionallyImmutable]: as immutable as the base is with these type arguments.
using Troops;

[ConditionallyImmutable] abstract class Option<[OnlyIf] T>;
sealed class None<T> : Option<T>;
sealed class Some<T>(T value) : Option<T> { public T Value { get; } = value; }
sealed class Both<T, U>(T first, U second) : Option<T> { public T First => first; public U Second => second; } //! TROOP006 [Both] 'Both<T, U>' must be immutable because 'Option<T>' is, but Both<T, U>.second -> U (a type parameter that any type may be given for); mark the type parameter [Immutable]
sealed class Ints : Option<int> { public int Hits { get; set; } } //! TROOP006 [Ints] 'Ints' must be immutable because 'Option<int>' is, but Ints.Hits (has a setter); make it get-only or init
sealed class Lists : Option<List<int>> { public int Hits { get; set; } }
[ConditionallyImmutable] sealed class Same<[OnlyIf] T>(T value) : Option<T> { public T Value => value; }
[ConditionallyImmutable] sealed class More<[OnlyIf] T, [OnlyIf] U>(T value, U other) : Option<T> { public T Value => value; public U Other => other; } //! TROOP006 [U] 'More<T, U>' must be immutable because 'Option<T>' is, but U (a type parameter that any type may be given for); mark the type parameter [Immutable]
[Immutable] sealed record Holder(Some<int> Fine);
[Immutable] sealed record Holder2(Some<List<int>> Wrong); //! TROOP002 [Wrong] 'Holder2' must be immutable, but Holder2.Wrong -> Some<List<int>> -> Option<List<int>> -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
//---
// [ImmutableBase] promises nothing of subclasses. Somebody vouches for a member.
using Troops;

[ImmutableBase] class Shape(string name) { public string Name { get; } = name; }
sealed class Growing(string name) : Shape(name) { public int Size { get; set; } }
[Immutable] class Base;
sealed class Hashed : Base { [Audited("me", "same value by whoever comes first", "2099-12-31")] int hash; public int Hash => hash == 0 ? hash = 1 : hash; }
static class Statics { public static int N => 1; }
class Constrained<T>(T given) where T : Base { public T Given { get; set; } = given; }
//---
// Open fields: each write is judged by TROOP010 where the type is immutable whatever its arguments; else the field is.
using Troops;

[Immutable] interface IValue;
[ConditionallyImmutable] abstract class Option<[OnlyIf] T>;
sealed class A : IValue { readonly object o = "text"; public override string ToString() => $"{o}"; }
sealed class B(object given) : IValue { readonly object o = given; public override string ToString() => $"{o}"; } //! TROOP010 [given] 'B' must be immutable, but B.o -> object (may hold any object); use a type that is immutable
sealed class C<T>(object given) : Option<T> { readonly object o = given; public override string ToString() => $"{o}"; } //! TROOP006 [C] 'C<T>' must be immutable because 'Option<T>' is, but C<T>.o -> object (may hold any object); use a type that is immutable
[ConditionallyImmutable] class Outer<[OnlyIf] T> { [Immutable] internal sealed class Inner(T t) { readonly object o = t!; public override string ToString() => $"{o}"; } } //! TROOP010 [t] 'Inner' must be immutable, but Outer<T>.Inner.o -> T (a type parameter that any type may be given for); mark the type parameter [Immutable]
//---
// A class that counts as immutable by the lists, although anybody may derive from it. Listed thread-safe classes ask it of their subclasses in their documentation alone.
using Troops;

sealed class Tracked(string text) : Uri(text) //! TROOP006 [Tracked] 'Tracked' must be immutable because 'Uri' is, but Tracked.Visits (has a setter); make it get-only or init
{
    public int Visits { get; set; }
}

sealed class Named(string text, string name) : Uri(text)
{
    public string Name { get; } = name;
}

sealed class Clock(DateTimeOffset start) : TimeProvider
{
    DateTimeOffset now = start;
    public override DateTimeOffset GetUtcNow() => now = now.AddSeconds(1);
}
//---
// A union whose cases are nested in it, and share its type parameter.
using Troops;

[ConditionallyImmutable]
abstract record Result<[OnlyIf] T>
{
    public sealed record Ok(T Value) : Result<T>;
    public sealed record Error(string Message) : Result<T>;
    public sealed record Odd(List<T> Values) : Result<T>; //! TROOP006 [Odd] 'Result<T>.Odd' must be immutable because 'Result<T>' is, but Result<T>.Odd.Values -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
}
