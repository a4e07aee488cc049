//--- 2 reject: non-readonly field
[Immutable] sealed class C { int x; public int X => x; }
//--- 4 accept: conditional container
[Immutable] sealed class C(ImmutableArray<int> given) { readonly ImmutableArray<int> a = given; public int Count => a.Length; }
//--- 6 accept: nested Val
[Immutable] sealed class C { readonly ImmutableList<Pt> a = []; public int Count => a.Count; }
//--- 8 accept: empty array is stateless
[Immutable] sealed class C { readonly int[] a = Array.Empty<int>(); public int Count => a.Length; }
//--- 10 accept: get-only
[Immutable] sealed class C { public int P { get; } }
//--- 12 reject: private setter
[Immutable] sealed class C { public int P { get; private set; } }
//--- 14 reject: init body writes another readonly field
[Immutable] sealed class C { readonly object o = new(); public int P { init { o = new L(); } } public override string ToString() => o.ToString()!; }
//--- 16 reject: opaque object parameter
[Immutable] sealed class C { readonly object o; public C(object p) => o = p; public override string ToString() => o.ToString()!; }
//--- 18 reject: ref argument in ctor
[Immutable] sealed class C { readonly object o = ""; public C(L p) => Set(ref o, p); static void Set(ref object to, object value) => to = value; }
//--- 20 accept: deconstruction write
[Immutable] sealed class C { readonly int a, b; public C(int x, int y) => (a, b) = (x, y); public int Sum => a + b; }
//--- 22 reject: primary constructor captures mutable
[Immutable] sealed class C(L l) { public int N => l.Count; }
//--- 24 accept: initializer only, no capture
[Immutable] sealed class C(int n) { readonly int m = n; public int M => m; }
//--- 26 reject: field keyword lazy cache
[Immutable] sealed class C { public string S => field ??= "x"; }
//--- 28 accept: field keyword, init only
[Immutable] sealed class C { public int P { get => field; init => field = value; } }
//--- 30 reject: boxed mutable struct mutated through interface
interface IInc { void Inc(); }
[Immutable] sealed class C { readonly ValueType v; public C(ValueType x) => v = x; public void M() => ((IInc)v).Inc(); }
//--- 32 reject: readonly alias
[Immutable] sealed class C { readonly int x = 1; public ref int R => ref System.Runtime.CompilerServices.Unsafe.AsRef(in x); }
//--- 34 reject: this escapes ctor
[Immutable] sealed class C { readonly int x; public C() { Reg.Add(this); x = 1; } public int X => x; }
//--- 36 reject: virtual call leaks half-built this
[Immutable] class C { readonly int x; public C() { Virt(); x = 1; } protected virtual void Virt() { } public int X => x; }
//--- 38 reject: init accessor leaks this
[Immutable] sealed class C { public int P { init { Reg.Add(this); } } }
//--- 40 reject: positional mutable member
[Immutable] sealed record R(int X, L Xs);
//--- 42 accept: readonly record struct
[Immutable] readonly record struct R(int X);
//--- 44 reject: user copy constructor leaks
[Immutable] sealed record R(int X) { R(R o) { X = o.X; Reg.Add(this); } }
//--- 46 reject: struct copy shares reference
[Immutable] readonly struct S { readonly L l; public S(L given) => l = given; public int Count => l.Count; }
//--- 48 reject: foreign delegate
[Immutable] sealed class C { readonly Func<int> f; public C(Func<int> g) => f = g; public int Get() => f(); }
//--- 50 accept: closure factory: holder is Val, product is Ref
[Immutable] sealed class C { readonly Func<Func<int>> f = () => { int n = 0; return () => n++; }; public Func<int> Get() => f(); }
//--- 52 accept: captures unwritten Val
[Immutable] sealed class C { readonly Func<int> f; public C(int k) => f = () => k; public int Get() => f(); }
//--- 54 reject: field-like event
[Immutable] sealed class C { public event Action? E; public void Raise() => E?.Invoke(); }
//--- 56 reject: lazy factory closure
[Immutable] sealed class C { readonly Lazy<string> z = new(() => "z"); public string Z => z.Value; }
//--- 58 reject: volatile is mutable
[Immutable] sealed class C { volatile int v; public int V => v; }
//--- 60 reject: lazy sequence
[Immutable] sealed class C(ImmutableArray<int> xs, Func<int, int> g) { readonly IEnumerable<int> e = xs.Select(g); public int Sum => e.Sum(); }
//--- 62 accept: frozen set of Val
[Immutable] sealed class C(FrozenSet<string> given) { readonly FrozenSet<string> s = given; public int Count => s.Count; }
//--- 64 accept: listed static value
[Immutable] sealed class C { readonly StringComparer c = StringComparer.Ordinal; public bool Same(string a, string b) => c.Equals(a, b); }
//--- 66 accept: BCL Val types
[Immutable] sealed class C { readonly DateOnly d; readonly System.Numerics.BigInteger b; readonly Int128 i; public override string ToString() => $"{d} {b} {i}"; }
//--- 68 reject: dynamic
[Immutable] sealed class C(L given) { readonly dynamic d = given; public override string ToString() => d.ToString(); }
//--- 70 reject: mutable subclass of Val
[Immutable] class Base { readonly int x = 1; public int X => x; }
class D : Base { int y; public int Y => y++; }
//--- 72 reject: static state behind default interface method
[Immutable] interface IV { static int n; int Tick() => ++n; }
//--- 74 accept: inference for non-public
internal sealed class U { readonly int x = 1; public int X => x; }
[Immutable] sealed class C { readonly U u = new(); public int X => u.X; }
//--- 76 accept: coinductive inference
internal sealed class N(N? given) { readonly N? next = given; readonly int v = 1; public int V => v + (next?.V ?? 0); }
[Immutable] sealed class C { readonly N n = new(null); public int V => n.V; }
//--- 78 reject: conditional
[ConditionallyImmutable] sealed class P<[OnlyIf] T>(T given) { readonly T v = given; public T V => v; }
[Immutable] sealed class C(P<Box> given) { readonly P<Box> p = given; public int N => p.V.N; }
//--- 80 reject: unconstrained T
[Immutable] sealed class C<T>(T given) { readonly T v = given; public T V => v; }
//--- 82 reject: element field is mutable
[System.Runtime.CompilerServices.InlineArray(4)] struct Buf { int first; }
[Immutable] sealed class C { readonly Buf b; public int First => b[0]; }
//--- 180 reject: unnecessary audit
[Immutable] sealed class C { [Audited("me", "never written", "2099-12-31")] readonly int x = 1; public int X => x; }
