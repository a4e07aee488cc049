// Mutable field in an immutable type. Each program starts at a line of dashes.
using Troops;

[Immutable]
sealed class C
{
    int x; //! TROOP001 [x] 'C' must be immutable, but C.x (not readonly); make it readonly
    public int P { get; private set; } //! TROOP001 [P] 'C' must be immutable, but C.P (has a setter); make it get-only or init
    volatile int v; //! TROOP001 [v] 'C' must be immutable, but C.v (not readonly); make it readonly
    public required int W; //! TROOP001 [W] 'C' must be immutable, but C.W (not readonly); make it readonly
    protected internal static int S => 1;
    public int Q { get; }
    public int R { get; init; }
    public int T { get => field; init => field = value; }
    readonly string s = "";
    const int K = 1;
    public int Use() => x + v + s.Length + K;
}
//---
// A record's positional property is init; its fields and its own properties count like any other's.
using Troops;

[Immutable]
sealed record R(int X, string Y)
{
    public int Z { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); }
    public int W { get; set; } //! TROOP001 [W] 'R' must be immutable, but R.W (has a setter); make it get-only or init
}
[Immutable] sealed record ByHand(int X, int Y) { public int X { get; set; } = X; public int Y => 1; } //! TROOP001 [X] 'ByHand' must be immutable, but ByHand.X (has a setter); make it get-only or init
[Immutable] sealed record Redone(int X) { public int X { get; } = X; }
[Immutable] readonly record struct RS(int X);
[Immutable] record struct MRS(int X); //! TROOP001 [X] 'MRS' must be immutable, but MRS.X (has a setter); make it get-only or init
[Immutable] record struct Fixed(int X) { public int X { get; init; } = X; } //! TROOP013 [Fixed] 'Fixed' is immutable, but not declared readonly; declare it as a readonly struct, so that no member can assign 'this' and no call copies it first
//---
// Structs: fixed buffers, inline arrays, pointers.
using System.Runtime.CompilerServices;
using Troops;

[Immutable] unsafe struct B { fixed int buffer[4]; } //! TROOP001 [buffer] 'B' must be immutable, but B.buffer (a fixed buffer, whose elements can be assigned); use ImmutableArray<T>
[Immutable, InlineArray(4)] struct Four { int first; } //! TROOP001 [first] 'Four' must be immutable, but Four.first (an inline array, whose elements can be assigned); use ImmutableArray<T>
[Immutable] readonly struct Fine { readonly int x; readonly nint handle; public Fine(int x) => this.x = x; public nint Sum => x + handle; }
//---
// Every part of a partial type counts, also nested, generic and file-local ones.
using Troops;

[Immutable] partial class Split { readonly int a = 1; public int A => a; }
partial class Split { int b; public int B => b; } //! TROOP001 [b] 'Split' must be immutable, but Split.b (not readonly); make it readonly
[Immutable] file sealed class Local<T> { int n; public int N => n; } //! TROOP001 [n] 'Local' must be immutable, but Local<T>.n (not readonly); make it readonly
class Outer<T> { [Immutable] internal sealed class Inner { int n; public int N => n; } } //! TROOP001 [n] 'Inner' must be immutable, but Outer<T>.Inner.n (not readonly); make it readonly
//---
// Explicit implementations and partial properties have backing fields too.
using Troops;

interface IHas { int N { get; set; } }
[Immutable] sealed class E : IHas { int IHas.N { get; set; } } //! TROOP001 [N] 'E' must be immutable, but E.IHas.N (has a setter); make it get-only or init
[Immutable] sealed class F : IHas { int IHas.N { get => 1; set { } } }
[Immutable] sealed partial class G { public partial int P { get; set; } public partial int Q { get; init; } public partial int R { get; set; } }
partial class G
{
    public partial int P { get => field; set => field = value; } //! TROOP004 [P] 'G' must be immutable, but G.P (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
    public partial int Q { get => field; init => field = value; }
    public partial int R { get => 1; set { } }
}
//---
// An unmarked property accessor without storage is nothing to report; nor is a member that somebody vouches for, or a static one.
using Troops;

[Immutable]
sealed class Cached
{
    [Audited("core team", "written once, to the same value by whoever comes first", "2099-12-31")] int hash;
    [Audited("core team", "as above", "2099-12-31")] public int Hash { get; private set; }
    [Audited("core team", "as above", "2099-12-31")] public event Action? Changed;
    public int Value { get => 1; set { } }
    public int Get() => hash == 0 ? hash = 1 : hash;
    public void Raise() => Changed?.Invoke();
}
//---
// An interface has no fields; a type that promises nothing may have any.
using Troops;

[Immutable] interface IShape { int Sides { get; } }
sealed class Free { int n; public int Next() => ++n; }
[ThreadSafe] sealed class Free2 { readonly int n = 1; public int N => n; }
//---
// [ImmutableBase] and [ConditionallyImmutable] are checked in the same way.
using Troops;

[ImmutableBase] class Base { int n; public int N => n++; } //! TROOP001 [n] 'Base' must be immutable, but Base.n (not readonly); make it readonly
[ConditionallyImmutable] sealed class Pair<[OnlyIf] T>(T first) { T current = first; public T First { get; } = first; public T Current => current; } //! TROOP001 [current] 'Pair' must be immutable, but Pair<T>.current (not readonly); make it readonly
