// Opaque field written with an unproven value. Each program starts at a line of dashes.
using System.Text;
using Troops;

[Immutable] // every place where an open field can be written
sealed class Rejected
{
    readonly object initial = new List<int>(); //! TROOP010 [new List<int>()] 'Rejected' must be immutable, but Rejected.initial -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    readonly object o = "";
    readonly ValueType v = 1;
    readonly Enum e = DayOfWeek.Monday;
    readonly IReadOnlyList<int> view = [];
    readonly StringComparer comparer = StringComparer.Ordinal;
    object Auto { get; } = new StringBuilder(); //! TROOP010 [new StringBuilder()] 'Rejected' must be immutable, but Rejected.Auto -> StringBuilder (mutable); use an immutable type, as those of System.Collections.Immutable
    public object Init { get; init; } = "";
    public int Other { get; init { o = new int[value]; } } //! TROOP010 [new int[value]] 'Rejected' must be immutable, but Rejected.o -> int[] (an array, whose elements can be assigned); use ImmutableArray<T>
    public object Given { get => field; init => field = value; } = ""; //! TROOP010 [value] 'Rejected' must be immutable, but Rejected.Given -> object (may hold any object); use a type that is immutable

    public Rejected(object p) => o = p; //! TROOP010 [p] 'Rejected' must be immutable, but Rejected.o -> object (may hold any object); use a type that is immutable
    public Rejected(List<int> l, int k) => (o, v) = (l, k); //! TROOP010 [l] 'Rejected' must be immutable, but Rejected.o -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected((object, ValueType) pair) => (o, v) = pair; //! TROOP010 [o] 'Rejected' must be immutable, but Rejected.o -> object (may hold any object); use a type that is immutable //! TROOP010 [v] 'Rejected' must be immutable, but Rejected.v -> ValueType (may hold any object); use a type that is immutable
    public Rejected(KeyValuePair<object, string> pair, int _) => (o, Auto) = pair; //! TROOP010 [o] 'Rejected' must be immutable, but Rejected.o -> object (may hold any object); use a type that is immutable
    public Rejected(Mutable m) => v = m; //! TROOP010 [m] 'Rejected' must be immutable, but Rejected.v -> Mutable.N (not readonly); make it readonly
    public Rejected(Dictionary<string, object> d) => d.TryGetValue("", out o!); //! TROOP010 [o] 'Rejected' must be immutable, but Rejected.o -> object (may hold any object); use a type that is immutable
    public Rejected(string s) => Replace(ref o, s); //! TROOP010 [o] 'Rejected' must be immutable, but Rejected.o -> object (may hold any object); use a type that is immutable
    public Rejected(bool b) => o = b ? "a" : new object[1]; //! TROOP010 [b ? "a" : new object[1]] 'Rejected' must be immutable, but Rejected.o -> object[] (an array, whose elements can be assigned); use ImmutableArray<T>
    public Rejected(int? n) => o = (object?)n ?? new Random(); //! TROOP010 [(object?)n ?? new Random()] 'Rejected' must be immutable, but Rejected.o -> Random (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(long n) { o = n switch { 0 => n, _ => new List<long>() }; } //! TROOP010 [n switch { 0 => n, _ => new List<long>() }] 'Rejected' must be immutable, but Rejected.o -> List<long> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(ulong n) { object held = new List<ulong> { n }; o = held; } //! TROOP010 [held] 'Rejected' must be immutable, but Rejected.o -> List<ulong> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(short n) { object held = n; held = new List<short>(); o = held; } //! TROOP010 [held] 'Rejected' must be immutable, but Rejected.o -> object (may hold any object); use a type that is immutable
    public Rejected(byte n) { o ??= new byte[n]; } //! TROOP010 [new byte[n]] 'Rejected' must be immutable, but Rejected.o -> byte[] (an array, whose elements can be assigned); use ImmutableArray<T>
    public Rejected(List<string> l) => view = l.Select(x => x.Length).ToList(); //! TROOP010 [l.Select(x => x.Length).ToList()] 'Rejected' must be immutable, but Rejected.view -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(StringComparer c) => comparer = c; //! TROOP010 [c] 'Rejected' must be immutable, but Rejected.comparer -> StringComparer (a value that may be of a mutable type); declare it with an immutable type
    public Rejected(Enum e) => this.e = e; //! TROOP010 [e] 'Rejected' must be immutable, but Rejected.e -> Enum (may hold any object); use a type that is immutable
    public Rejected(float f) => o = new { f, List = new List<float>() }; //! TROOP010 [new { f, List = new List<float>() }] 'Rejected' must be immutable, but Rejected.o -> List<float> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(double d) => o = (d, new List<double>()); //! TROOP010 [(d, new List<double>())] 'Rejected' must be immutable, but Rejected.o -> List<double> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(decimal d) => this.o = new decimal[] { d }; //! TROOP010 [new decimal[] { d }] 'Rejected' must be immutable, but Rejected.o -> decimal[] (an array, whose elements can be assigned); use ImmutableArray<T>
    public Rejected(char c) => o = new Func<char>(new List<char> { c }.First); //! TROOP010 [new Func<char>(new List<char> { c }.First)] 'Rejected' must be immutable, but Rejected.o -> Func<char> -> List<char> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(Task t) => view = [.. from x in Enumerable.Range(0, 3) select x + t.Id];
    static void Replace(ref object to, object by) => to = by;
    public static Rejected Make(List<int> l) => new("") { Init = l }; //! TROOP010 [l] 'Rejected' must be immutable, but Rejected.Init -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public override string ToString() => $"{initial}{o}{v}{e}{view}{comparer}{Auto}";
}
struct Mutable { public int N; }
//---
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Troops;

internal readonly record struct Point(int X, int Y);
internal class Open(int n) { readonly int n = n; public override string ToString() => $"{n}"; }
[Immutable] interface IShape;
[Immutable] // every value that can be seen to be immutable
sealed class Accepted
{
    static readonly object None = new();
    static readonly object Missing = "missing";
    readonly object o = new();
    readonly object sentinel = None;
    readonly ValueType v = 1;
    readonly Enum e = DayOfWeek.Monday;
    readonly IReadOnlyList<int> list = [1, 2, 3];
    readonly IEnumerable<string> none = Array.Empty<string>();
    readonly IReadOnlyDictionary<string, int> map = ImmutableDictionary<string, int>.Empty;
    readonly IComparer<string> order = StringComparer.OrdinalIgnoreCase;
    readonly IEqualityComparer<int> equal = EqualityComparer<int>.Default;
    readonly Encoding encoding = Encoding.UTF8, other = new UTF8Encoding(false);
    readonly CultureInfo culture = CultureInfo.InvariantCulture;
    readonly JsonSerializerOptions json = JsonSerializerOptions.Web;
    readonly Open open = new(1);
    readonly object? nothing = null, def = default;
    public object Init { get; init; } = "";
    public object Plain { get; } = 5;
    public object Given { get; init { field = value.ToString()!; } } = "";

    public Accepted(string s) => o = s;
    public Accepted(int n) => (o, v, Plain) = (n, n, "x");
    public Accepted((string, int) pair) => (o, v) = pair;
    public Accepted(KeyValuePair<string, Guid> pair) => (o, v) = pair;
    public Accepted(Point p) => v = p;
    public Accepted(IShape shape) => o = shape;
    public Accepted(bool b) => o = b ? "a" : 1;
    public Accepted(int? n) => o = n ?? (object)"none";
    public Accepted(long n) { object held = n switch { 0 => "zero", < 0 => throw new ArgumentException("negative"), _ => n }; o = held; }
    public Accepted(object any) => o = any is int n ? n : any as string ?? (object)(any as Version ?? throw new ArgumentException("neither"));
    public Accepted(List<int> l) => list = l.ToImmutableArray();
    public Accepted(IEnumerable<int> l, int k) => list = [.. l, k];
    public Accepted(double d) => o = (d, "x", new Open(1));
    public Accepted(float f) => o = new { f, Text = $"{f}" };
    public Accepted(Accepted other) => (o, Init, list, open) = (other.o, other.Init, other.list, other.open);
    public Accepted(char c) { v = c; o = v; o ??= None; }
    public Accepted(DayOfWeek d) => e = d;
    public Accepted(byte b) { TryMake(b, out string made); o = made; }
    static void TryMake(byte b, out string made) => made = $"{b}";
    public Accepted With(int n) => new(n) { Init = n, Given = this };
    public override string ToString() => $"{o}{sentinel}{v}{e}{list}{none}{map}{order}{equal}{encoding}{other}{culture}{json}{open}{nothing}{def}{Missing}";
}
//---
using Troops;

[Immutable] // positional members and captured parameters are written by any caller
sealed record R(int N, object X, IReadOnlyList<int> Xs); //! TROOP010 [X] 'R' must be immutable, but R.X -> object (may hold any object); use a type that is immutable //! TROOP010 [Xs] 'R' must be immutable, but R.Xs -> IReadOnlyList<int> (mutable); use an immutable type, as those of System.Collections.Immutable
[Immutable] sealed class C(object o) { public string Text => o.ToString()!; } //! TROOP010 [o] 'C' must be immutable, but C.o -> object (may hold any object); use a type that is immutable
[Immutable] sealed class Copied(object o) { readonly object copy = o; public string Text => copy.ToString()!; } //! TROOP010 [o] 'Copied' must be immutable, but Copied.copy -> object (may hold any object); use a type that is immutable
[Immutable] sealed class Text(object o) { readonly string text = o.ToString()!; public string Value => text; }
[Immutable] sealed record ByHand(object X) { public object X { get; } = X.ToString()!; }
[Immutable] sealed record ByHandToo(object X) { public object X { get; init; } = X; } //! TROOP010 [X] 'ByHandToo' must be immutable, but ByHandToo.X -> object (may hold any object); use a type that is immutable
static class Uses
{
    // Once is enough: the declaration says it.
    public static R Make(List<int> l) => new R(1, l, l) with { X = l };
    public static ByHand Change(ByHand r) => r with { };
    public static ByHandToo Change(ByHandToo r, List<int> l) => r with { X = l }; //! TROOP010 [l] 'ByHandToo' must be immutable, but ByHandToo.X -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public static ByHandToo Change(ByHandToo r, string s) => r with { X = s };
}
//---
using Troops;

[Immutable] abstract class Base { public object? Tag { get; init; } protected object? Hidden { get; init; } }
sealed class Derived : Base // a subtype keeps the promise
{
    readonly object o;
    public Derived(object p) { o = p; Tag = p; Hidden = ""; } //! TROOP010 [p] 'Derived' must be immutable, but Derived.o -> object (may hold any object); use a type that is immutable //! TROOP010 [p] 'Base' must be immutable, but Base.Tag -> object (may hold any object); use a type that is immutable
    public override string ToString() => $"{o}";
}
[ImmutableBase] class Exact { readonly object o; public Exact(List<int> l) => o = l; public override string ToString() => $"{o}"; } //! TROOP010 [l] 'Exact' must be immutable, but Exact.o -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
sealed class Loose : Exact { readonly object mine; public Loose(List<int> l) : base(l) => mine = l; public override string ToString() => $"{mine}"; }
sealed class Free { readonly object o; public Free(List<int> l) => o = l; public override string ToString() => $"{o}"; }
//---
using Troops;

[ConditionallyImmutable]
sealed class Box<[OnlyIf] T>(T value)
{
    readonly object? o = value;
    readonly object? wrong = new List<T>(); //! TROOP010 [new List<T>()] 'Box' must be immutable, but Box<T>.wrong -> List<T> (mutable); use an immutable type, as those of System.Collections.Immutable
    public object? Tag { get; init; }
    public Box<T> Tagged(T tag) => new(tag) { Tag = tag };
    public override string ToString() => $"{o}{wrong}";
}
static class Boxes
{
    public static Box<string> Make(List<int> l) => new("") { Tag = l }; //! TROOP010 [l] 'Box' must be immutable, but Box<string>.Tag -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public static Box<string> Fine(int n) => new("") { Tag = n };
    // Nobody takes this one for immutable.
    public static Box<List<int>> Mutable(List<int> l) => new(l) { Tag = l };
}
[Immutable] sealed class Of<[Immutable] T>(T value) { readonly object? o = value; public override string ToString() => $"{o}"; }
[Immutable] sealed class Any<T>(T value) { readonly object? o = value; public override string ToString() => $"{o}"; } //! TROOP010 [value] 'Any' must be immutable, but Any<T>.o -> T (a type parameter that any type may be given for); mark the type parameter [Immutable]
//---
using Troops;

[Immutable] // whom a person vouches for
sealed class Vouched(object given)
{
    [Audited("ada", "frozen by its only caller", "2099-01-01")]
    readonly object o = given;

    [Audited("ada", "frozen by its only caller", "2099-01-01")]
    public object P { get; init; } = given;

    public static Vouched Make(List<int> l) => new("") { P = l };
    public override string ToString() => $"{o}";
}
[Immutable] sealed class Reads(Vouched v) { readonly object o = v.P; public override string ToString() => $"{o}"; } //! TROOP010 [v.P] 'Reads' must be immutable, but Reads.o -> object (may hold any object); use a type that is immutable
//---
using System.Collections.Frozen;
using System.Collections.Immutable;
using Troops;

sealed class Counting : IEqualityComparer<string>, IComparer<string>
{
    int calls;
    public bool Equals(string? x, string? y) { calls++; return x == y; }
    public int GetHashCode(string s) => s.Length;
    public int Compare(string? x, string? y) => calls++;
}
sealed class ByLength : IEqualityComparer<string> { public bool Equals(string? x, string? y) => x?.Length == y?.Length; public int GetHashCode(string s) => s.Length; }
static class Comparers // anywhere: the collection's type promises for its comparer
{
    public static object A(string[] s) => s.ToImmutableDictionary(x => x, new Counting()); //! TROOP010 [new Counting()] 'ImmutableDictionary<string, string>' must be immutable, but Counting.calls (not readonly); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
    public static object B(IEqualityComparer<string> c) => ImmutableHashSet.Create(c, "a"); //! TROOP010 [c] 'ImmutableHashSet<string>' must be immutable, but IEqualityComparer<string> (a comparer that may keep state); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
    public static object C(string[] s, Counting c) => s.ToFrozenSet(c); //! TROOP010 [c] 'FrozenSet<string>' must be immutable, but Counting.calls (not readonly); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
    public static object D(ImmutableDictionary<string, int> d) => d.WithComparers(StringComparer.Ordinal, EqualityComparer<int>.Create((a, b) => a == b));
    public static object E(StringComparer c) => ImmutableSortedSet.CreateBuilder(c); //! TROOP010 [c] 'ImmutableSortedSet<string>.Builder' must be immutable, but StringComparer (a comparer that may keep state); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
    public static object F(Counting c) { var b = ImmutableSortedDictionary.CreateBuilder<string, int>(); b.KeyComparer = c; return b.ToImmutable(); } //! TROOP010 [c] 'ImmutableSortedDictionary<string, int>' must be immutable, but Counting.calls (not readonly); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
    public static Func<IEqualityComparer<string>?, ImmutableHashSet<string>> G() => ImmutableHashSet.Create<string>; //! TROOP010 [ImmutableHashSet.Create<string>] 'ImmutableHashSet<string>' must be immutable, but IEqualityComparer<string> (a comparer that may keep state); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
    public static object H(IEnumerable<KeyValuePair<string, int>> s) => s.ToFrozenDictionary(comparer: new Counting()); //! TROOP010 [new Counting()] 'FrozenDictionary<string, int>' must be immutable, but Counting.calls (not readonly); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
    public static object I(List<string> s) => ImmutableSortedSet.CreateRange(Comparer<string>.Create((a, b) => s.Count), s); //! TROOP010 [Comparer<string>.Create((a, b) => s.Count)] 'ImmutableSortedSet<string>' must be immutable, but s -> List<string> (mutable); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out

    public static object A1(string[] s) => s.ToImmutableDictionary(x => x, StringComparer.Ordinal);
    public static object B1() => ImmutableHashSet.Create<string>(equalityComparer: null, "a");
    public static object C1(string[] s) => s.ToFrozenSet();
    public static object D1(ImmutableDictionary<string, int> d) => d.WithComparers(StringComparer.OrdinalIgnoreCase, EqualityComparer<int>.Default);
    public static object E1() => ImmutableSortedSet.CreateBuilder<string>(Comparer<string>.Default);
    public static object F1() { var b = ImmutableHashSet.CreateBuilder<string>(); b.KeyComparer = new ByLength(); return b.ToImmutable(); }
    public static object G1(string[] s) => s.ToFrozenDictionary(x => x, new ByLength());
    public static object J1(ImmutableHashSet<string> set, ImmutableSortedSet<string>.Builder b) => ImmutableHashSet.Create(set.KeyComparer, "a").Count + ImmutableSortedSet.Create(b.KeyComparer).Count;
    // These use a comparer and forget it.
    public static int H1(ImmutableList<string> l, Counting c) => l.IndexOf("a", 0, l.Count, c) + l.Sort(c).Count + l.Remove("b", c).Count + l.ToImmutableArray().BinarySearch("a", c);
    public static object I1(Counting c) => new Dictionary<string, int>(c);
}
//---
using Troops;

// One report for one cause
[Immutable] sealed class Assigned { object o = ""; public void Set(object p) => o = p; public override string ToString() => $"{o}"; } //! TROOP001 [o] 'Assigned' must be immutable, but Assigned.o (not readonly); make it readonly
[Immutable] sealed class Setter { public object O { get; set; } = ""; public void Set(object p) => O = p; } //! TROOP001 [O] 'Setter' must be immutable, but Setter.O (has a setter); make it get-only or init
// What is no open field is TROOP002's.
[Immutable] sealed class Closed(List<int> l, int[] a) { readonly List<int> l = l; readonly int[] a = a; public int N => l.Count + a.Length; } //! TROOP002 [l] 'Closed' must be immutable, but Closed.l -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable //! TROOP002 [a] 'Closed' must be immutable, but Closed.a -> int[] (an array, whose elements can be assigned); use ImmutableArray<T>
[Immutable] sealed class Logs(TimeProvider given) { readonly TimeProvider time = given; public override string ToString() => $"{time}"; } //! TROOP002 [time] 'Logs' must be immutable, but Logs.time -> TimeProvider (thread-safe, but it changes); mark the holder [ThreadSafe] instead of [Immutable], or keep this elsewhere
[Immutable] sealed class Arrays { readonly int[] a = []; readonly string[] b = { }; readonly byte[] c = new byte[0], d = new byte[] { }; public int[] P { get; } = Array.Empty<int>(); public int N => a.Length + b.Length + c.Length + d.Length; }
[Immutable] sealed class Filled { readonly int[] a = []; public int[] P { get; init; } = []; public Filled(int n) => this.a = [n]; public int N => a.Length; } //! TROOP002 [a] 'Filled' must be immutable, but Filled.a -> int[] (an array, whose elements can be assigned); use ImmutableArray<T> //! TROOP002 [P] 'Filled' must be immutable, but Filled.P -> int[] (an array, whose elements can be assigned); use ImmutableArray<T>
//---
using Troops;

interface IAnimal;
sealed class Cat : IAnimal { public int Lives { get; set; } }
[Immutable] sealed class Stone : IAnimal;
[Immutable]
sealed class Zoo
{
    readonly IAnimal first, second;
    readonly IComparable number = 5;
    readonly IFormattable? formattable;
    public Zoo(Cat cat) => (first, second) = (new Stone(), cat); //! TROOP010 [cat] 'Zoo' must be immutable, but Zoo.second -> Cat.Lives (has a setter); make it get-only or init
    public Zoo(IAnimal other) { first = (Stone)other; second = other is Stone stone ? stone : new Stone(); }
    public Zoo(FormattableString f) => (first, second, formattable) = (new Stone(), new Stone(), f); //! TROOP010 [f] 'Zoo' must be immutable, but Zoo.formattable -> FormattableString (from another assembly, where nothing says that it is immutable); use a type that is known to be immutable, or name this one in a *.troops.txt file
    public Zoo(int n) { first = second = new Stone(); formattable = n; }
    public Zoo(Zoo zoo) : this(1) => (first, (second, number)) = (zoo.first, (zoo.second, zoo.number));
    public Zoo(Zoo zoo, Cat cat) : this(zoo) => (first, (second, number)) = (zoo.first, (cat, zoo.number)); //! TROOP010 [cat] 'Zoo' must be immutable, but Zoo.second -> Cat.Lives (has a setter); make it get-only or init
    public override string ToString() => $"{first}{second}{number}{formattable}";
}
//---
// Once<T> is immutable where its factory is static and what it makes is immutable.
using Troops;
using Troops.Sharing;

[Immutable]
sealed class Lazily(int seed)
{
    readonly Once<string> greeting = new(static () => "hello");
    readonly Once<int> square = new(() => seed * seed);
    readonly Once<Signal> signal = new(static () => new Signal()); //! TROOP010 [new(static () => new Signal())] 'Lazily' must be immutable, but Lazily.signal -> Once<Signal> (thread-safe, but it changes); mark the holder [ThreadSafe] instead of [Immutable], or keep this elsewhere
    public override string ToString() => $"{greeting} {square} {signal}";
}

[Immutable]
sealed class Given
{
    readonly Once<int> once;
    public Given(Once<int> once) => this.once = once; //! TROOP010 [once] 'Given' must be immutable, but Given.once -> Once<int> (thread-safe, but it changes); mark the holder [ThreadSafe] instead of [Immutable], or keep this elsewhere
    public override string ToString() => $"{once}";
}
//---
// A concurrent dictionary asks its comparer from every thread; a thread-safe one will do.
using System.Collections.Concurrent;
using Troops;
using Troops.Sharing;
sealed class Counting : IEqualityComparer<string>
{
    int calls;
    public bool Equals(string? x, string? y) => ++calls > 0 && x == y;
    public int GetHashCode(string s) => ++calls;
}
[ThreadSafe] sealed class Metered : IEqualityComparer<string>
{
    readonly Atomic<int> calls = new(0);
    public bool Equals(string? x, string? y) { calls.Update(static n => n + 1); return x == y; }
    public int GetHashCode(string s) => s.Length;
}
sealed class Plain : IEqualityComparer<string>
{
    public bool Equals(string? x, string? y) => x == y;
    public int GetHashCode(string s) => s.Length;
}
class Derived(IEqualityComparer<string> comparer) : ConcurrentDictionary<string, int>(comparer); //! TROOP010 [comparer] Every thread that uses 'ConcurrentDictionary<string, int>' asks its comparer: IEqualityComparer<string> (a comparer that may keep state); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
static class Shared
{
    static readonly ConcurrentDictionary<string, int> Table = new(StringComparer.OrdinalIgnoreCase);
    static readonly SharedDictionary<string, int> Bad = new(new Counting()); //! TROOP010 [new Counting()] Every thread that uses 'SharedDictionary<string, int>' asks its comparer: Counting.calls (not readonly); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
    internal static void Use(IEqualityComparer<string> foreign, int n)
    {
        GC.KeepAlive(new ConcurrentDictionary<string, int>(new Counting())); //! TROOP010 [new Counting()] Every thread that uses 'ConcurrentDictionary<string, int>' asks its comparer: Counting.calls (not readonly); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
        GC.KeepAlive(new ConcurrentDictionary<string, int>(foreign)); //! TROOP010 [foreign] Every thread that uses 'ConcurrentDictionary<string, int>' asks its comparer: IEqualityComparer<string> (a comparer that may keep state); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
        GC.KeepAlive(new ConcurrentDictionary<string, int>(n, [], new Counting())); //! TROOP010 [new Counting()] Every thread that uses 'ConcurrentDictionary<string, int>' asks its comparer: Counting.calls (not readonly); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
        GC.KeepAlive(new SharedDictionary<string, int>(foreign)); //! TROOP010 [foreign] Every thread that uses 'SharedDictionary<string, int>' asks its comparer: IEqualityComparer<string> (a comparer that may keep state); pass StringComparer.Ordinal or another comparer that is immutable, or leave it out
        GC.KeepAlive(new ConcurrentDictionary<string, int>(new Plain()));
        GC.KeepAlive(new SharedDictionary<string, int>(new Metered()));
        GC.KeepAlive(new SharedDictionary<string, int>(null));
        GC.KeepAlive(new ConcurrentDictionary<int, int>(EqualityComparer<int>.Default));
        GC.KeepAlive(new Dictionary<string, int>(foreign));
        GC.KeepAlive((Table, Bad));
    }
}
