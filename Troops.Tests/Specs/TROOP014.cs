// Conflicting or misplaced attributes: two promises.
using Troops;

[Immutable, ThreadSafe] sealed class A; //! TROOP014 [ThreadSafe] 'A' is declared both [Immutable] and [ThreadSafe]; keep the one that holds
[ConditionallyImmutable]
[Immutable] //! TROOP014 [Immutable] 'B' is declared both [ConditionallyImmutable] and [Immutable]; keep the one that holds
sealed class B<[OnlyIf] T>;
[ImmutableBase, Immutable] class C; //! TROOP014 [Immutable] 'C' is declared both [ImmutableBase] and [Immutable]; keep the one that holds
[Immutable] partial class D;
[ThreadSafe] partial class D; //! TROOP014 [ThreadSafe] 'D' is declared both [Immutable] and [ThreadSafe]; keep the one that holds
[Immutable, Message] sealed record Fine(int X);
[TroopsOutside("adapter"), Immutable] sealed class Fine2;
[TroopsOutside("adapter"), InTroop("crawler")] sealed class E; //! TROOP014 [TroopsOutside("adapter")] 'E' is declared both [InTroop] and [TroopsOutside]; code of a troop is checked, so remove one of them
[TroopService, TroopsOutside("adapter")] interface IF; //! TROOP014 [TroopsOutside("adapter")] 'IF' is declared both [TroopService] and [TroopsOutside]; code of a troop is checked, so remove one of them
//---
// Against what is inherited.
using Troops;

[Immutable] interface IValue;
[Immutable] class Base;
[ThreadSafe] interface IService;
[ConditionallyImmutable] abstract class Maybe<[OnlyIf] T>;
[ThreadSafe] sealed class A : IValue; //! TROOP014 [ThreadSafe] 'A' is declared [ThreadSafe], but 'IValue' above it is [Immutable]; a subtype promises no less, so remove the attribute
[ImmutableBase] class B : Base; //! TROOP014 [ImmutableBase] 'B' is declared [ImmutableBase], but 'Base' above it is [Immutable]; a subtype promises no less, so remove the attribute
[ConditionallyImmutable] sealed class C<[OnlyIf] T> : Base; //! TROOP014 [ConditionallyImmutable] 'C' is declared [ConditionallyImmutable], but 'Base' above it is [Immutable]; a subtype promises no less, so remove the attribute
[ConditionallyImmutable] sealed class D<[OnlyIf] T> : IService; //! TROOP014 [ConditionallyImmutable] 'D' is declared [ConditionallyImmutable], but 'IService' above it is [ThreadSafe]; a subtype promises no less, so remove the attribute
[ThreadSafe] sealed class E<T> : Maybe<T>; //! TROOP014 [ThreadSafe] 'E' is declared [ThreadSafe], but 'Maybe<T>' above it is [ConditionallyImmutable]; a subtype promises no less, so remove the attribute
[Immutable] sealed class Fine : IService, IValue;
[Immutable] sealed class Fine2 : Maybe<int>;
[ThreadSafe] interface IFine : IService;
[Immutable] sealed class Fine3 : Base, IValue;
//---
// Where it means nothing.
using Troops;

[ImmutableBase] sealed class A; //! TROOP014 [ImmutableBase] 'A' is declared [ImmutableBase], but it is sealed, so there are no subclasses to leave out; mark it [Immutable]
[ImmutableBase] sealed record R; //! TROOP014 [ImmutableBase] 'R' is declared [ImmutableBase], but it is sealed, so there are no subclasses to leave out; mark it [Immutable]
[ImmutableBase] abstract class Fine;
[Immutable] static class B; //! TROOP014 [Immutable] 'B' is declared [Immutable], but a static class has no objects; remove the attribute
[ThreadSafe] static class C; //! TROOP014 [ThreadSafe] 'C' is declared [ThreadSafe], but a static class has no objects; remove the attribute
[Immutable] ref struct D; //! TROOP014 [Immutable] 'D' is declared [Immutable], but a ref struct is a view that never leaves its thread; remove the attribute
[ConditionallyImmutable] sealed class E; //! TROOP014 [ConditionallyImmutable] 'E' is declared [ConditionallyImmutable], but it has no type parameters; mark it [Immutable]
[ConditionallyImmutable] sealed class F<T>; //! TROOP014 [ConditionallyImmutable] 'F' is declared [ConditionallyImmutable], but none of its type parameters is marked [OnlyIf]; mark those that it stores, or mark the type [Immutable]
class Outer<[OnlyIf] T>; //! TROOP014 [OnlyIf] 'T' of 'Outer<T>' is marked [OnlyIf], which means nothing outside of a [ConditionallyImmutable] type; mark the type [ConditionallyImmutable], or remove the mark
[ConditionallyImmutable] class Around<[OnlyIf] T> { [ConditionallyImmutable] internal sealed class Fine; }
delegate void G<[OnlyIf] T>(T value); //! TROOP014 [OnlyIf] 'T' of 'G<T>' is marked [OnlyIf], which means nothing outside of a [ConditionallyImmutable] type; remove the mark, or demand an [Immutable] or [Shareable] type argument
interface IH<[OnlyIf] T>; //! TROOP014 [OnlyIf] 'T' of 'IH<T>' is marked [OnlyIf], which means nothing outside of a [ConditionallyImmutable] type; mark the type [ConditionallyImmutable], or remove the mark
static class I
{
    public static void M<[OnlyIf] T>(T value) { Local(1); void Local<[OnlyIf] U>(U u) => GC.KeepAlive(u); } //! TROOP014 [OnlyIf] 'T' of 'I.M<T>' is marked [OnlyIf], which means nothing outside of a [ConditionallyImmutable] type; remove the mark, or demand an [Immutable] or [Shareable] type argument //! TROOP014 [OnlyIf] 'U' of 'Local<U>' is marked [OnlyIf], which means nothing outside of a [ConditionallyImmutable] type; remove the mark, or demand an [Immutable] or [Shareable] type argument
    extension<[OnlyIf] T>(List<T> list) { public int Twice => list.Count * 2; } //! TROOP014 [OnlyIf] 'T' of 'I.extension<T>(List<T>)' is marked [OnlyIf], which means nothing outside of a [ConditionallyImmutable] type; remove the mark, or demand an [Immutable] or [Shareable] type argument
}
//---
// Marks of type parameters.
using Troops;

class A<[Immutable, Shareable] T>; //! TROOP014 [Shareable] 'T' of 'A<T>' is marked both [Immutable] and [Shareable]; keep the one that is meant: [Shareable] asks for less
class B<[Immutable] T, [Shareable] U>;
[ConditionallyImmutable] class C<[Immutable, OnlyIf] T, [OnlyIf] U>; //! TROOP014 [OnlyIf] 'T' of 'C<T, U>' is marked both [Immutable] and [OnlyIf]; keep [Immutable]: then every type argument is immutable
[ConditionallyImmutable] class D<[Shareable, OnlyIf] T>;
partial class E<[Shareable] T>; //! TROOP014 [Shareable] 'T' of 'E<T>' is marked both [Immutable] and [Shareable]; keep the one that is meant: [Shareable] asks for less
partial class E<[Immutable] T>;
static class F { public static void M<[Shareable, Immutable] T>(T value) { } } //! TROOP014 [Shareable] 'T' of 'F.M<T>' is marked both [Immutable] and [Shareable]; keep the one that is meant: [Shareable] asks for less
//---
// [ThreadSafe], proved by the fields or vouched for.
using Troops;
using Troops.Sharing;

[ThreadSafe] sealed record Question(string Text, Channel<string> Answers);
[ThreadSafe] sealed class Counter { int n; readonly List<int> seen = []; public int Next() { seen.Add(n); return ++n; } } //! TROOP014 [Counter] 'Counter' is declared [ThreadSafe], but Counter.n (not readonly); make it readonly, or let somebody vouch for the type with [Audited]
[ThreadSafe] class Open { readonly Atomic<int> n = new(0); public Atomic<int> N => n; }
[ThreadSafe] class OpenWrong { readonly int[] n = [1]; public int N => n[0]; } //! TROOP014 [OpenWrong] 'OpenWrong' is declared [ThreadSafe], but OpenWrong.n -> int[] (an array, whose elements can be assigned); use ImmutableArray<T>, or let somebody vouch for the type with [Audited]
[ThreadSafe] sealed class Opaque(object o) { public object O => o; } //! TROOP014 [Opaque] 'Opaque' is declared [ThreadSafe], but Opaque.o -> object (may hold any object); use a type that is immutable, or let somebody vouch for the type with [Audited]
[ThreadSafe] struct S { int n; public int Next() => ++n; } //! TROOP014 [S] 'S' is declared [ThreadSafe], but S.n (not readonly); make it readonly, or let somebody vouch for the type with [Audited]
[ThreadSafe] interface IService { int Next(); }
[ThreadSafe] sealed class Below : List<int>; //! TROOP014 [Below] 'Below' is declared [ThreadSafe], but Below -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable, or let somebody vouch for the type with [Audited]
[ThreadSafe, Audited("me", "all under one lock", "2099-12-31")] sealed class Locked { int n; public int Next() { lock (this) { return ++n; } } }
[ThreadSafe] sealed class Partly { [Audited("me", "interlocked", "2099-12-31")] int n; public int Next() => Interlocked.Increment(ref n); }
[ThreadSafe] sealed class Generic<[Shareable] T, U>(T t, U u) { readonly T t = t; readonly U u = u; public override string ToString() => $"{t} {u}"; } //! TROOP014 [Generic] 'Generic' is declared [ThreadSafe], but Generic<T, U>.u -> U (a type parameter that any type may be given for); mark the type parameter [Shareable], or let somebody vouch for the type with [Audited]
[ThreadSafe] sealed class Fine<[Shareable] T>(T t) { public T Value => t; }
