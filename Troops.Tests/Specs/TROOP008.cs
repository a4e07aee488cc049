// Readonly storage aliased. Each program starts at a line of dashes.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Troops;

internal readonly struct Pair(int a, int b) { public readonly int A = a, B = b; }
[Immutable]
sealed class Rejected
{
    readonly int x;
    readonly Pair pair;
    public int P { get; init { ref int r = ref x; r = value; } } //! TROOP008 [x] 'Rejected' must be immutable, but Rejected.x goes by ref to a local; copy it into a local first, or assign it directly
    public Rejected(int n) { ref int r = ref x; r = n; } //! TROOP008 [x] 'Rejected' must be immutable, but Rejected.x goes by ref to a local; copy it into a local first, or assign it directly
    public Rejected(bool b) { int y = 0; ref int r = ref y; r = ref b ? ref x : ref y; r = 1; } //! TROOP008 [b ? ref x : ref y] 'Rejected' must be immutable, but Rejected.x goes by ref to a local; copy it into a local first, or assign it directly
    public ref int R => ref Unsafe.AsRef(in x); //! TROOP008 [x] 'Rejected' must be immutable, but Rejected.x goes by reference to Unsafe.AsRef; return a copy, or use the value itself //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
    public ref int A => ref Unsafe.AsRef(in pair.A); //! TROOP008 [pair.A] 'Rejected' must be immutable, but Rejected.pair goes by reference to Unsafe.AsRef; return a copy, or use the value itself //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
    public Span<int> Span => MemoryMarshal.CreateSpan(ref Unsafe.AsRef(in x), 1); //! TROOP008 [x] 'Rejected' must be immutable, but Rejected.x goes by reference to Unsafe.AsRef; return a copy, or use the value itself //! TROOP060 [MemoryMarshal.CreateSpan] 'MemoryMarshal.CreateSpan' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited] //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
    public ref readonly int Read => ref x;
    public ref readonly int Get() => ref x;
    public void Local() { ref readonly int r = ref x; Unsafe.AsRef(in r) = 2; } //! TROOP008 [r] 'Rejected' must be immutable, but Rejected.x goes by reference to Unsafe.AsRef; return a copy, or use the value itself //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
    public unsafe void Pointer() { fixed (int* p = &x) { *p = 3; } } //! TROOP008 [x] 'Rejected' must be immutable, but Rejected.x goes by pointer; copy it into a local first //! TROOP060 [Pointer] Unsafe code in 'Rejected.Pointer' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
    public override string ToString() => $"{x}{pair.A}";
}
static class Outside
{
    public static void A(Rejected r) => Unsafe.AsRef(in r.Read) = 1; //! TROOP008 [r.Read] 'Rejected' must be immutable, but Rejected.Read goes by reference to Unsafe.AsRef; return a copy, or use the value itself //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
    public static void B(Rejected r) => Unsafe.AsRef(in r.Get()) = 1; //! TROOP008 [r.Get()] 'Rejected' must be immutable, but Rejected.Get goes by reference to Unsafe.AsRef; return a copy, or use the value itself //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
    public static Span<int> C(Rejected r) => MemoryMarshal.CreateSpan(ref Unsafe.AsRef(in r.Read), 1); //! TROOP008 [r.Read] 'Rejected' must be immutable, but Rejected.Read goes by reference to Unsafe.AsRef; return a copy, or use the value itself //! TROOP060 [MemoryMarshal.CreateSpan] 'MemoryMarshal.CreateSpan' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited] //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
    public static ReadOnlySpan<int> D(Rejected r) => new(in r.Read);
}
sealed class Derived : Base { public Derived(int n) { Mine = n; } readonly int Mine; public ref int R => ref Unsafe.AsRef(in Mine); } //! TROOP008 [Mine] 'Derived' must be immutable, but Derived.Mine goes by reference to Unsafe.AsRef; return a copy, or use the value itself //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
[Immutable] abstract class Base;
//---
using System.Runtime.CompilerServices;
using Troops;

[Immutable]
sealed class Accepted
{
    readonly int x, y;
    readonly string s = "";
    public int P { get; init { Set(ref x); } }
    public int Other { get; init { x = value; } }
    public Accepted(int n) { Set(ref x); int.TryParse("1", out y); s = $"{n}"; Swap(ref x, ref y); Interlocked.Exchange(ref s, "z"); }
    public Accepted(bool b) => Set(ref b ? ref x : ref y);
    static void Set(ref int n) => n = 1;
    static void Swap(ref int a, ref int b) => (a, b) = (b, a);
    public ref readonly int R => ref x;
    public int Sum() { ref readonly int r = ref x; return Add(in x, in r) + Add(x, y); }
    static int Add(in int a, ref readonly int b) => a + b;
    public int Copied() { int copy = x; ref int r = ref copy; r++; Set(ref copy); return copy + s.Length; }
    public static Accepted Same(Accepted a) { ref Accepted r = ref a; r = new(1); return Unsafe.As<Accepted>(r); } //! TROOP060 [Unsafe.As<Accepted>] 'Unsafe.As' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
}
[Immutable] readonly struct Val(int n) { readonly int n = n; public int Use() => Look(in this) + n; static int Look(in Val v) => v.n; }
sealed class Free { int x; readonly int y; public ref int R => ref x; public ref int S => ref Unsafe.AsRef(in y); } //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
[Immutable]
sealed class Vouched
{
    readonly int x;
    [Audited("ada", "called before the first reader starts", "2099-01-01")]
    public void Start() => Unsafe.AsRef(in x) = 1;
    public int Value => x;
}
//---
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Troops;

[ConditionallyImmutable] sealed class Box<[OnlyIf] T>(T value) { readonly T value = value; public ref T Ref => ref Unsafe.AsRef(in value); } //! TROOP008 [value] 'Box' must be immutable, but Box<T>.value goes by reference to Unsafe.AsRef; return a copy, or use the value itself //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
[ImmutableBase] class Open { readonly int x; public ref int Ref => ref Unsafe.AsRef(in x); } //! TROOP008 [x] 'Open' must be immutable, but Open.x goes by reference to Unsafe.AsRef; return a copy, or use the value itself //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
[Immutable] readonly record struct R(int X) { readonly int y = X; public ref int Ref() => ref Unsafe.AsRef(in y); } //! TROOP008 [y] 'R' must be immutable, but R.y goes by reference to Unsafe.AsRef; return a copy, or use the value itself //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
[Immutable] readonly struct Struct { readonly int n; public Struct(int n) => this.n = n; public unsafe int* Address() { fixed (int* p = &n) { return p; } } } //! TROOP008 [n] 'Struct' must be immutable, but Struct.n goes by pointer; copy it into a local first //! TROOP060 [Address] Unsafe code in 'Struct.Address' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
[Immutable] struct Self { readonly int n; public Self(int n) => this.n = n; public void Change() => this.Set(new(n + 1)); } //! TROOP013 [Self] 'Self' is immutable, but not declared readonly; declare it as a readonly struct, so that no member can assign 'this' and no call copies it first //! TROOP008 [this] 'Self' must be immutable, but 'this' goes by ref; let the extension take it by value or by 'in'
static class Selves { public static void Set(ref this Self self, Self by) => self = by; public static int Get(in this Self self) => 1; }
[Immutable] readonly struct Reads { readonly long n; public Reads(long n) => this.n = n; public long N => Volatile.Read(in n); public int Size => Unsafe.SizeOf<long>() + Marshal.SizeOf(n); }
//---
using System.Runtime.CompilerServices;
using Troops;

[Immutable]
sealed class Opaque
{
    readonly object o = "";
    readonly string s = "";
    public object P { get; init { ref object r = ref field; r = value; } } = ""; //! TROOP008 [field] 'Opaque' must be immutable, but Opaque.P goes by ref to a local; copy it into a local first, or assign it directly
    public Opaque(object given) { ref object r = ref o; r = given; } //! TROOP008 [o] 'Opaque' must be immutable, but Opaque.o goes by ref to a local; copy it into a local first, or assign it directly
    public Opaque(string given) { Unsafe.AsRef(in s) = given; } //! TROOP008 [s] 'Opaque' must be immutable, but Opaque.s goes by reference to Unsafe.AsRef; return a copy, or use the value itself //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
    public Opaque(Opaque other) => Volatile.Write(ref s, other.s);
    public override string ToString() => $"{o}{s}";
}
[Immutable] sealed class Mutable { int n; public void Alias() { ref int r = ref n; r++; } } //! TROOP001 [n] 'Mutable' must be immutable, but Mutable.n (not readonly); make it readonly
