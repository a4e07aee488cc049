// Captured primary constructor parameter is not immutable.
using Troops;
using System.Collections.Immutable;

[Immutable] sealed class C(List<int> l, int n, int[] a, ImmutableArray<int> fine, string s) //! TROOP003 [l] 'C' must be immutable, but C.l -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable //! TROOP003 [a] 'C' must be immutable, but C.a -> int[] (an array, whose elements can be assigned); use ImmutableArray<T>
{
    public int Count => l.Count + n + fine.Length;
    public int First() => a[0];
    readonly string kept = s;
    public string Kept => kept;
}
//---
// Used by initializers and the base only, it is no field.
using Troops;

[Immutable] abstract class B(int n) { public int N { get; } = n; }
[Immutable] sealed class C(List<int> l, int[] a) : B(a.Length) { readonly int count = l.Count; public int Count => count; }
//---
// Assigned anywhere in the type: then it changes, whatever its type.
using Troops;

[Immutable] sealed class Inc(int n) { public int Next() => ++n; } //! TROOP003 [n] 'Inc' must be immutable, but Inc.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class Post(int n) { public int Next() { return n++; } } //! TROOP003 [n] 'Post' must be immutable, but Post.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class Assign(string s) { public void Set(string t) { s = t; } public string S => s; } //! TROOP003 [s] 'Assign' must be immutable, but Assign.s (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class Compound(int n) { public void Add(int m) => n += m; } //! TROOP003 [n] 'Compound' must be immutable, but Compound.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class Coalesce(string? s) { public string S => s ??= "x"; } //! TROOP003 [s] 'Coalesce' must be immutable, but Coalesce.s (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class Tuple(int a, int b) { public void Swap() => (a, b) = (b, a); } //! TROOP003 [a] 'Tuple' must be immutable, but Tuple.a (a captured constructor parameter that is assigned); copy the parameter into a readonly field //! TROOP003 [b] 'Tuple' must be immutable, but Tuple.b (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class Out(int n) { public bool Read(string s) => int.TryParse(s, out n); public int N => n; } //! TROOP003 [n] 'Out' must be immutable, but Out.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class ByRef(int n) { public void Up() => Interlocked.Increment(ref n); } //! TROOP003 [n] 'ByRef' must be immutable, but ByRef.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class Local(int n) { public void Up() { ref int m = ref n; m++; } } //! TROOP003 [n] 'Local' must be immutable, but Local.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class Lambda(int n) { public Func<int> Get() => () => n++; } //! TROOP003 [n] 'Lambda' must be immutable, but Lambda.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class Part((int A, int B) p) { public int Up() => p.A++; } //! TROOP003 [p] 'Part' must be immutable, but Part.p (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class Nested((int A, (int B, int C) D) p) { public void Set() { (p.D).B = 3; } public int A => p.A; } //! TROOP003 [p] 'Nested' must be immutable, but Nested.p (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class Init(int n) { readonly int m = n++; public int Sum => m + n; } //! TROOP003 [n] 'Init' must be immutable, but Init.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] unsafe sealed class Address(int n) { public void Up() { fixed (int* p = &n) { *p = 1; } } } //! TROOP003 [n] 'Address' must be immutable, but Address.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field //! TROOP060 [Up] Unsafe code in 'Address.Up' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
[Immutable] sealed partial class Two(int n) { public int N => n; } //! TROOP003 [n] 'Two' must be immutable, but Two.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
partial class Two { void Up() => n++; }
//---
// An extension method that takes it by reference.
using Troops;

static class Extensions
{
    public static void Grow(this ref int n) => n++;
    public static int Twice(this int n) => n * 2;
    extension(ref int n) { public void Shrink() => n--; }
}
[Immutable] sealed class C(int n) { public int Up() { n.Grow(); return n; } } //! TROOP003 [n] 'C' must be immutable, but C.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class D(int n) { public int Down() { n.Shrink(); return n; } } //! TROOP003 [n] 'D' must be immutable, but D.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed class E(int n) { public int Up() => n.Twice() + n.CompareTo(1); public string Text => n.ToString(); }
//---
// Shadowed: a local, a parameter, a lambda's parameter, a pattern, a loop variable of that name is another variable.
using Troops;

[Immutable]
sealed class C(int n)
{
    public int N => n;
    public int Local() { int n = 0; n++; return n; }
    public int Parameter(int n) => n++;
    public void Pattern(object o) { if (o is int n) { n++; } }
    public void Lambda() { Action<int> a = n => n++; a(1); Action<int> b = (n) => { n += 2; }; b(1); }
    public void Function() { int Up(int n) => ++n; Up(1); }
    public void Out() { int.TryParse("", out int n); n++; }
    public void For() { for (int n = 0; n < 3; n++) { } }
    public void Caught() { try { } catch (Exception n) { n = new(); throw n; } }
    public int Other(Box b) => b.n++;
    public Box Make() => new() { n = 1 };
    public int this[int n] => n++;
    internal sealed class Inner(int n) { public int Up() => n++; }
}
class Box { public int n; }
//---
// Beside such a local it is still itself.
using Troops;

[Immutable]
sealed class C(int n) //! TROOP003 [n] 'C' must be immutable, but C.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
{
    public int Mixed(bool b)
    {
        if (b)
        {
            int n = 0;
            return n++;
        }

        return n++;
    }
}
[Immutable] sealed class D(int n) { public void M() { Action<int> a = n => { }; a(n++); } } //! TROOP003 [n] 'D' must be immutable, but D.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
//---
// In a struct too; a record's parameters are properties.
using Troops;

[Immutable] readonly struct S(List<int> l) { public int Count => l.Count; } //! TROOP003 [l] 'S' must be immutable, but S.l -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
[Immutable] struct T(int n) { public int Up() => n++; } //! TROOP003 [n] 'T' must be immutable, but T.n (a captured constructor parameter that is assigned); copy the parameter into a readonly field
[Immutable] sealed record R(int N) { public int Twice => N * 2; }
//---
// Type parameters: marked, the parameter may be kept.
using Troops;

[ConditionallyImmutable] sealed class P<[OnlyIf] T>(T value) { public T Value => value; }
[Immutable] sealed class Q<T, [Immutable] U>(T t, U u) { public override string ToString() => $"{t} {u}"; } //! TROOP003 [t] 'Q' must be immutable, but Q<T, U>.t -> T (a type parameter that any type may be given for); mark the type parameter [Immutable]
