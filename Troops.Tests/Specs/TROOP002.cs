// Field of a type that is not immutable.
using Troops;
using System.Collections.Immutable;

class Line { public string Text = ""; }
[Immutable]
sealed class Order
{
    readonly List<Line> lines = []; //! TROOP002 [lines] 'Order' must be immutable, but Order.lines -> List<Line> (mutable); use an immutable type, as those of System.Collections.Immutable
    readonly ImmutableArray<Line> frozen = []; //! TROOP002 [frozen] 'Order' must be immutable, but Order.frozen -> ImmutableArray<Line> -> Line (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    readonly ImmutableArray<ImmutableList<string>> deep = [];
    readonly int[] numbers = [1]; //! TROOP002 [numbers] 'Order' must be immutable, but Order.numbers -> int[] (an array, whose elements can be assigned); use ImmutableArray<T>
    readonly (int, List<int>) pair = (1, []); //! TROOP002 [pair] 'Order' must be immutable, but Order.pair -> (int, List<int>) -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    readonly (int, string) fine = (1, "");
    readonly Mutable m; //! TROOP002 [m] 'Order' must be immutable, but Order.m -> Mutable.X (not readonly); make it readonly
    readonly Mutable? n; //! TROOP002 [n] 'Order' must be immutable, but Order.n -> Mutable? -> Mutable.X (not readonly); make it readonly
    readonly DateTime? when;
    public Dictionary<string, int> Index { get; } = []; //! TROOP002 [Index] 'Order' must be immutable, but Order.Index -> Dictionary<string, int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public string? Name { get; init; }
    public override string ToString() => $"{lines} {frozen} {deep} {numbers} {pair} {fine} {m} {n} {when}";
}
struct Mutable { public int X; }
//---
// Records and structs; the path goes on into types that promise nothing.
using Troops;

[Immutable] sealed record R(int X, List<int> Xs); //! TROOP002 [Xs] 'R' must be immutable, but R.Xs -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
[Immutable] readonly struct S(List<int> given) { readonly List<int> l = given; public int Count => l.Count; } //! TROOP002 [l] 'S' must be immutable, but S.l -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
[Immutable] sealed record Holder(Inner Inner); //! TROOP002 [Inner] 'Holder' must be immutable, but Holder.Inner -> Inner.Deep -> Deep.Text -> StringBuilder (mutable); use an immutable type, as those of System.Collections.Immutable
internal sealed record Inner(string Name, Deep Deep);
internal sealed record Deep(System.Text.StringBuilder Text);
//---
// A public type has to say it; one that is not public and sealed is looked into; one that is not sealed may be derived from.
using Troops;

public sealed class Silent(int x) { readonly int x = x; public int X => x; } //! TROOP090 [Silent] 'Silent' is immutable as far as its fields go; mark it [Immutable] so that threads and other assemblies may rely on it
internal sealed class Inferred(int x) { readonly int x = x; public int X => x; }
internal class Open(int x) { readonly int x = x; public int X => x; }
public class Shell { internal sealed class Inside(int x) { readonly int x = x; public int X => x; } }
[Immutable]
sealed class C(Silent s, Inferred i, Shell.Inside h)
{
    readonly Silent s = s; //! TROOP002 [s] 'C' must be immutable, but C.s -> Silent (public, and not marked [Immutable]); mark it [Immutable]
    readonly Inferred i = i;
    readonly Shell.Inside h = h;
    public override string ToString() => $"{s} {i} {h}";
}
//---
// Type parameters.
using Troops;
using System.Collections.Immutable;

[Immutable] interface IImmutable;
[Immutable]
sealed class G<T, [Immutable] U, [Shareable] V, W, X, Y>(T t, U u, V v, W w, X x, Y y) where W : IImmutable where X : struct, Enum where Y : U
{
    readonly T t = t; //! TROOP002 [t] 'G' must be immutable, but G<T, U, V, W, X, Y>.t -> T (a type parameter that any type may be given for); mark the type parameter [Immutable]
    readonly U u = u;
    readonly V v = v; //! TROOP002 [v] 'G' must be immutable, but G<T, U, V, W, X, Y>.v -> V (a type parameter that any type may be given for); mark the type parameter [Immutable]
    readonly W w = w;
    readonly X x = x;
    readonly Y y = y;
    readonly ImmutableArray<U> us = [];
    readonly ImmutableArray<T> ts = []; //! TROOP002 [ts] 'G' must be immutable, but G<T, U, V, W, X, Y>.ts -> ImmutableArray<T> -> T (a type parameter that any type may be given for); mark the type parameter [Immutable]
    public override string ToString() => $"{t} {u} {v} {w} {x} {y} {us} {ts}";
}
//---
// [OnlyIf] counts inside of the type that is conditional, and nowhere else.
using Troops;
using System.Collections.Immutable;

[ConditionallyImmutable]
sealed class Outer<[OnlyIf] T, U>(T t, U u)
{
    readonly T t = t;
    readonly U u = u; //! TROOP002 [u] 'Outer' must be immutable, but Outer<T, U>.u -> U (a type parameter that any type may be given for); mark the type parameter [Immutable]
    readonly ImmutableArray<T> ts = [];
    readonly Outer<T, int>? next;
    public override string ToString() => $"{t} {u} {ts} {next}";

    [Immutable] internal sealed class Inner(T t) { readonly T t = t; public T Value => t; } //! TROOP002 [t] 'Inner' must be immutable, but Outer<T, U>.Inner.t -> T (a type parameter that any type may be given for); mark the type parameter [Immutable]
    [ConditionallyImmutable] internal sealed class Also<[OnlyIf] V>(T t, V v) { readonly T t = t; readonly V v = v; public (T, V) Value => (t, v); }
    internal sealed class Plain(T t) { readonly T t = t; public T Value => t; }
    readonly Plain? plain;
    public Plain? P => plain;
}
[Immutable]
sealed class User
{
    public Outer<int, List<int>>? A { get; init; }
    public Outer<List<int>, int>? B { get; init; } //! TROOP002 [B] 'User' must be immutable, but User.B -> Outer<List<int>, int> -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Outer<List<int>, int>.Also<int>? C { get; init; } //! TROOP002 [C] 'User' must be immutable, but User.C -> Outer<List<int>, int>.Also<int> -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Outer<int, List<int>>.Also<int>? D { get; init; }
    public Outer<List<int>, int>.Plain? E { get; init; } //! TROOP002 [E] 'User' must be immutable, but User.E -> Outer<List<int>, int>.Plain.t -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
}
//---
// What no value makes better: pointers, sequences, tasks, thread-safe objects.
using Troops;
using Troops.Sharing;

[Immutable]
unsafe sealed class P
{
    readonly int* p; //! TROOP002 [p] 'P' must be immutable, but P.p -> int* (a pointer); copy what it refers to into an immutable value //! TROOP060 [p] Unsafe code in 'P.p' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
    readonly delegate*<int, int> f; //! TROOP002 [f] 'P' must be immutable, but P.f -> delegate*<int, int> (a pointer); copy what it refers to into an immutable value //! TROOP060 [f] Unsafe code in 'P.f' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
    readonly Channel<int> c = new(Channel.Unbounded); //! TROOP002 [c] 'P' must be immutable, but P.c -> Channel<int> (thread-safe, but it changes); mark the holder [ThreadSafe] instead of [Immutable], or keep this elsewhere
    readonly Lazy<string> z = new("z"); //! TROOP002 [z] 'P' must be immutable, but P.z -> Lazy<string> (mutable); use an immutable type, as those of System.Collections.Immutable
    readonly StringComparison more;
    readonly StringComparison how;
    readonly CancellationToken token; //! TROOP002 [token] 'P' must be immutable, but P.token -> CancellationToken (thread-safe, but it changes); mark the holder [ThreadSafe] instead of [Immutable], or keep this elsewhere
    public override string ToString() => $"{(nint)p} {(nint)f} {c} {z} {more} {how} {token}"; //! TROOP060 [ToString] Unsafe code in 'P.ToString' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
}
//---
// Types that refer to themselves are immutable unless something that they reach is not.
using Troops;

internal sealed class Node(Node? next, int v) { readonly Node? next = next; public int V => v + (next?.V ?? 0); }
internal sealed class A(B? b) { readonly B? b = b; public B? B => b; }
internal sealed class B(A? a) { readonly A? a = a; readonly List<int> l = []; public A? A => a; public int N => l.Count; }
[Immutable] sealed class C(Node n, A a) { readonly Node n = n; readonly A a = a; public override string ToString() => $"{n} {a}"; } //! TROOP002 [a] 'C' must be immutable, but C.a -> A.b -> B.l -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
//---
// A struct that assigns 'this' changes although its fields are readonly.
using Troops;

internal struct Sneaky(int x) { readonly int x = x; public int X => x; public void Set(Sneaky other) => this = other; }
internal struct Honest(int x) { readonly int x = x; public int X => x; public Honest With(int y) { Honest h = this; return new(h.x + y); } }
[Immutable] sealed class C(Sneaky given, Honest h) { readonly Sneaky s = given; readonly Honest h = h; public int X => s.X + h.X; } //! TROOP002 [s] 'C' must be immutable, but C.s -> Sneaky.Set (assigns 'this', and with it every field); return a new value instead
//---
// Vouched for.
using Troops;

[Immutable]
sealed class Table
{
    [Audited("storage team", "filled by the constructor, never written again", "2099-12-31")] readonly int[] offsets = [1];
    [Audited("storage team", "as above", "2099-12-31")] public List<int> More { get; } = [];
    public int First => offsets[0];
}
