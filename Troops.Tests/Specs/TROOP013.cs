// Immutable struct assigns itself or is not readonly.
using Troops;

[Immutable]
struct S
{
    readonly int x;
    public S(int x) { this = default; this.x = x; }
    public int X => x;
    public void Set(S other) => this = other; //! TROOP013 [this] 'S' must be immutable, but S.Set (assigns 'this', and with it every field); return a new value instead
    public void Swap(ref S other) => (this, other) = (other, this); //! TROOP013 [this] 'S' must be immutable, but S.Swap (assigns 'this', and with it every field); return a new value instead
    public void Fill() => Make(out this); //! TROOP013 [this] 'S' must be immutable, but S.Fill (assigns 'this', and with it every field); return a new value instead
    public void Share() { ref S me = ref this; me = default; } //! TROOP013 [this] 'S' must be immutable, but S.Share (assigns 'this', and with it every field); return a new value instead
    public int P { get => x; set { this = new(value); } } //! TROOP013 [this] 'S' must be immutable, but S.P.set (assigns 'this', and with it every field); return a new value instead
    public int Q { get => x; init => this = new(value); }
    public void Local() { S copy = this; copy = default; GC.KeepAlive(copy); }
    static void Make(out S s) => s = default;
}
//---
// Merely not readonly: an info. None where something else would have to change first.
using Troops;

[Immutable] struct A(int x) { readonly int x = x; public int X => x; } //! TROOP013 [A] 'A' is immutable, but not declared readonly; declare it as a readonly struct, so that no member can assign 'this' and no call copies it first
[Immutable] record struct B { public int X { get; init; } } //! TROOP013 [B] 'B' is immutable, but not declared readonly; declare it as a readonly struct, so that no member can assign 'this' and no call copies it first
[Immutable] readonly struct C(int x) { readonly int x = x; public int X => x; }
[Immutable] readonly record struct D(int X);
[Immutable] struct E { int x; public int X => x++; } //! TROOP001 [x] 'E' must be immutable, but E.x (not readonly); make it readonly
[Immutable] interface IValue;
struct F : IValue; //! TROOP013 [F] 'F' is immutable, but not declared readonly; declare it as a readonly struct, so that no member can assign 'this' and no call copies it first
[ConditionallyImmutable] struct G<[OnlyIf] T>(T value) { public T Value { get; } = value; } //! TROOP013 [G] 'G' is immutable, but not declared readonly; declare it as a readonly struct, so that no member can assign 'this' and no call copies it first
struct Free { int x; public void Set(Free other) { this = other; x++; } }
struct Inferred { readonly int x; public int X => x; }
//---
// By inheritance of the promise; a nested type's 'this' is another one's; somebody vouches.
using Troops;

[Immutable] interface IValue;
struct A : IValue { public void Set(A other) => this = other; } //! TROOP013 [this] 'A' must be immutable, but A.Set (assigns 'this', and with it every field); return a new value instead
[Immutable] readonly struct Outer { internal struct Inner { int n; public void Set(Inner i) { this = i; n++; } } }
[Immutable] struct B { [Audited("me", "only while it is built", "2099-12-31")] public void Set(B other) => this = other; }
