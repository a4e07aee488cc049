// Delegate stored in an immutable type. Each program starts at a line of dashes.
using System.Text;
using Microsoft.Win32.SafeHandles;
using Troops;

[Immutable]
sealed class Rejected
{
    readonly Func<int> f;
    readonly Func<string, bool> contains = new HashSet<string>().Contains; //! TROOP009 [new HashSet<string>().Contains] 'Rejected' must be immutable, but Rejected.contains -> Func<string, bool> -> HashSet<string> (mutable); use an immutable type, as those of System.Collections.Immutable
    Action<int> Add { get; } = new List<int>().Add; //! TROOP009 [new List<int>().Add] 'Rejected' must be immutable, but Rejected.Add -> Action<int> -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Action? Init { get; init; }
    readonly Delegate any = () => 1;
    readonly Func<Func<int>> product;

    public Rejected(Func<int> g) => f = g; //! TROOP009 [g] 'Rejected' must be immutable, but Rejected.f -> g (a delegate whose captures cannot be seen from here); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(Func<int> g, int k) => f = () => g() + k; //! TROOP009 [() => g() + k] 'Rejected' must be immutable, but Rejected.f -> g (a delegate whose captures cannot be seen from here); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(List<int> l) => f = () => l.Count; //! TROOP009 [() => l.Count] 'Rejected' must be immutable, but Rejected.f -> l -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(IReadOnlyList<int> l) => f = () => l.Count; //! TROOP009 [() => l.Count] 'Rejected' must be immutable, but Rejected.f -> l -> IReadOnlyList<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(int k) => f = () => k++; //! TROOP009 [() => k++] 'Rejected' must be immutable, but Rejected.f -> k (a lambda that shares a variable which is assigned); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(short k) { f = () => k; k = 1; } //! TROOP009 [() => k] 'Rejected' must be immutable, but Rejected.f -> k (a lambda that shares a variable which is assigned); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(byte k) { f = () => k; Action other = () => k = 1; other(); } //! TROOP009 [() => k] 'Rejected' must be immutable, but Rejected.f -> k (a lambda that shares a variable which is assigned); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(long k) { f = () => (int)k; Set(ref k); } //! TROOP009 [() => (int)k] 'Rejected' must be immutable, but Rejected.f -> k (a lambda that shares a variable which is assigned); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(uint k) { int n = 0; f = Next; int Next() => n++ + (int)k; } //! TROOP009 [Next] 'Rejected' must be immutable, but Rejected.f -> n (a lambda that shares a variable which is assigned); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(ulong k) { int n = 0; f = () => Next(); int Next() => Deeper(); int Deeper() => n++ + (int)k; } //! TROOP009 [() => Next()] 'Rejected' must be immutable, but Rejected.f -> n (a lambda that shares a variable which is assigned); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(float k) { List<float> l = [k]; f = Count; int Count() => l.Count; } //! TROOP009 [Count] 'Rejected' must be immutable, but Rejected.f -> l -> List<float> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(double k) { for (int i = 0; i < k; i++) { f = () => i; } f ??= () => 0; } //! TROOP009 [() => i] 'Rejected' must be immutable, but Rejected.f -> i (a lambda that shares a variable which is assigned); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(char k) { var pair = (k, 1); f = () => pair.Item2; pair.Item2 = 2; } //! TROOP009 [() => pair.Item2] 'Rejected' must be immutable, but Rejected.f -> pair (a lambda that shares a variable which is assigned); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(decimal k) { int n = 0; f = () => { int m = n; return m; }; (n, _) = ((int)k, 1); } //! TROOP009 [() => { int m = n; return m; }] 'Rejected' must be immutable, but Rejected.f -> n (a lambda that shares a variable which is assigned); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(StringBuilder b) => f = b.ToString().Length > 0 ? () => 1 : () => b.Length; //! TROOP009 [b.ToString().Length > 0 ? () => 1 : () => b.Length] 'Rejected' must be immutable, but Rejected.f -> b -> StringBuilder (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(Random r) => f = r.Next; //! TROOP009 [r.Next] 'Rejected' must be immutable, but Rejected.f -> Func<int> -> Random (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(Mutable m) => f = m.Next; //! TROOP009 [m.Next] 'Rejected' must be immutable, but Rejected.f -> Func<int> -> Mutable.n (not readonly); make it readonly
    public Rejected(string s) => (f, any) = (() => s.Length, new List<string> { s }.Clear); //! TROOP009 [new List<string> { s }.Clear] 'Rejected' must be immutable, but Rejected.any -> Action -> List<string> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Rejected(Action a) => Init += a; //! TROOP009 [a] 'Rejected' must be immutable, but Rejected.Init -> a (a delegate whose captures cannot be seen from here); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(Exception e) => f = new Func<int>(Make(e)); //! TROOP009 [new Func<int>(Make(e))] 'Rejected' must be immutable, but Rejected.f -> Func<int> (a delegate whose captures cannot be seen from here); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Rejected(Version v) { var l = new List<Version> { v }; product = () => { int n = l.Count; return () => n++; }; } //! TROOP009 [() => { int n = l.Count; return () => n++; }] 'Rejected' must be immutable, but Rejected.product -> l -> List<Version> (mutable); use an immutable type, as those of System.Collections.Immutable
    static Func<int> Make(Exception e) => () => e.HResult;
    static void Set(ref long k) => k = 1;
    public static Rejected With(List<int> l) => new(() => 1) { Init = l.Clear }; //! TROOP009 [l.Clear] 'Rejected' must be immutable, but Rejected.Init -> Action -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public override string ToString() => $"{f}{contains}{Add}{any}{product}";
}
struct Mutable { int n; public int Next() => n++; }
[Immutable] sealed record Positional(Func<int> F, int N); //! TROOP009 [F] 'Positional' must be immutable, but Positional.F -> Func<int> (a delegate, which may hold anything); give it a static lambda, or one that captures only immutable variables that are never assigned again
[Immutable] sealed class Captured(Func<int> f) { public int Value => f(); } //! TROOP009 [f] 'Captured' must be immutable, but Captured.f -> Func<int> (a delegate, which may hold anything); give it a static lambda, or one that captures only immutable variables that are never assigned again
//---
using System.Collections.Immutable;
using Troops;

[Immutable] sealed class Pt(int x) { readonly int x = x; public int Get() => x; public static int Zero() => 0; }
internal readonly record struct Span2(int From, int To) { public int Length() => To - From; }
[Immutable]
sealed class Accepted
{
    readonly Func<int> f = static () => 1;
    readonly Func<int, int> square = x => x * x;
    readonly Func<string, int> parse = int.Parse;
    readonly Func<int, string> trim = "abc".PadLeft(9).PadRight;
    readonly Func<Func<int>> counter = () => { int n = 0; return () => n++; };
    readonly Func<IEnumerable<int>, int> sum = xs => (from x in xs where x > 1 select x).Sum();
    readonly Action? none = null;
    readonly Func<Task<int>> later = async () => { await Task.Yield(); return 1; };
    readonly Comparison<string> compare = string.CompareOrdinal;
    readonly Delegate any = (int x) => x;
    public Action? Init { get; init; }
    public Func<int> Plain { get; } = Pt.Zero;

    public Accepted(int k) => f = () => k;
    public Accepted(string s, DateTime d) => f = () => s.Length + d.Day;
    public Accepted(ImmutableArray<int> l) => f = () => l.Length;
    public Accepted(Pt p) => f = p.Get;
    public Accepted(Span2 s) => f = s.Length;
    public Accepted(List<int> l) { int count = l.Count; f = () => count; }
    public Accepted(uint k) { f = Next; int Next() => (int)k; }
    public Accepted(ulong k) { f = () => Next(); int Next() => Deeper() + 1; static int Deeper() => 1; Init = () => Console.WriteLine(k); }
    public Accepted(long k) { f = Even; int Even() => k > 0 ? Odd() : 0; int Odd() => k > 1 ? Even() : 1; }
    public Accepted(string[] all) { foreach (string s in all) { f = () => s.Length; } }
    public Accepted(object o) { if (o is string s) { f = () => s.Length; } }
    public Accepted(string s) { if (int.TryParse(s, out int n)) { f = () => n; } }
    public Accepted((int, string) pair) { (int a, string b) = pair; f = () => a + b.Length; }
    public Accepted(byte k) { Func<int> g = () => k; f = g; Func<int> h = () => g() + 1; f = h; }
    public Accepted(bool b) => f = b ? () => 1 : Pt.Zero;
    public Accepted(short k) { Action one = () => Console.WriteLine(k); Action two = static () => { }; Init = one + two; }
    public Accepted(Accepted other) { f = other.f; Init = other.Init; any = other.square; }
    public Accepted(char c) { object o = c; f = () => o.GetHashCode(); }
    public Accepted(float k) { f = () => { int n = 0; n++; Func<int> g = () => n++; return g() + (int)k; }; }
    public Accepted(double k) { List<int> l = []; l.Add((int)k); int unrelated = 0; unrelated++; int mine = l[0]; f = () => mine; Console.Write(unrelated); }
    public Accepted(decimal k) => f = new Func<int>(() => (int)k);
    public override string ToString() => $"{f}{square}{parse}{trim}{counter}{sum}{none}{later}{compare}{any}";
}
[Immutable] sealed record Positional(int N) { public Func<int> F { get; init; } = () => N; }
static class Uses { public static Positional Change(Positional p, string s) => p with { F = () => s.Length }; }
sealed class Free(Func<int> f) { readonly Func<int> mine = f; public int Value => mine(); }
//---
using Troops;

[Immutable] sealed class Vouched(Func<int> f) //! TROOP009 [f] 'Vouched' must be immutable, but Vouched.f -> Func<int> (a delegate, which may hold anything); give it a static lambda, or one that captures only immutable variables that are never assigned again
{
    [Audited("ada", "no caller gives a bound one", "2099-01-01")]
    readonly Func<int> mine = f;
    public int Value => mine() + f();
}
//---
using Troops;

// a parameter that another member writes
[Immutable] sealed class Written(int k) { readonly Func<int> f = () => k; public int Value => f(); public int Change() => k++; } //! TROOP003 [k] 'Written' must be immutable, but Written.k (a captured constructor parameter that is assigned); copy the parameter into a readonly field //! TROOP009 [() => k] 'Written' must be immutable, but Written.f -> k (a lambda that shares a variable which is assigned); give it a static lambda, or one that captures only immutable variables that are never assigned again
//---
using Troops;

static class Lists { extension(List<int> l) { public int Twice() => l.Count * 2; } public static int Thrice(this List<int> l) => l.Count * 3; }
static class Texts { extension(string s) { public int Twice() => s.Length * 2; public static int Zero() => 0; } public static int Thrice(this string s) => s.Length * 3; }
[Immutable]
sealed class Extended
{
    readonly Func<int> f, g;
    public Extended(List<int> l) => (f, g) = (l.Twice, l.Thrice); //! TROOP009 [l.Twice] 'Extended' must be immutable, but Extended.f -> Func<int> -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable //! TROOP009 [l.Thrice] 'Extended' must be immutable, but Extended.g -> Func<int> -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    public Extended(string s) => (f, g) = (s.Twice, s.Thrice);
    public Extended() => (f, g) = (string.Zero, () => string.Zero());
    public int Value => f() + g();
}
//---
using Troops;

[Immutable]
sealed class Kinds
{
    readonly Delegate d = static () => 1;
    readonly MulticastDelegate m = (Func<int>)(() => 2);
    readonly object o = (Func<int>)(() => 3);
    readonly Func<int>[] none = [];
    readonly Func<object, int>? viaVariance;
    public Kinds(Delegate given) => d = given; //! TROOP009 [given] 'Kinds' must be immutable, but Kinds.d -> Delegate (a delegate, which may hold anything); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Kinds(MulticastDelegate given) => m = given; //! TROOP009 [given] 'Kinds' must be immutable, but Kinds.m -> MulticastDelegate (a delegate, which may hold anything); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Kinds(Func<int> given) => o = given; //! TROOP010 [given] 'Kinds' must be immutable, but Kinds.o -> given (a delegate whose captures cannot be seen from here); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Kinds(Func<object, int> given, Func<Func<object, int>> make) => viaVariance = make(); //! TROOP009 [make()] 'Kinds' must be immutable, but Kinds.viaVariance -> Func<object, int> (a delegate whose captures cannot be seen from here); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Kinds(EventHandler h) { Action local = () => h(null, EventArgs.Empty); Action again = local; o = again; } //! TROOP010 [again] 'Kinds' must be immutable, but Kinds.o -> h (a delegate whose captures cannot be seen from here); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Kinds(int n) { Action<int> a = delegate { }; a += _ => Console.Write(n); o = a; } //! TROOP010 [a] 'Kinds' must be immutable, but Kinds.o -> a (a delegate whose captures cannot be seen from here); give it a static lambda, or one that captures only immutable variables that are never assigned again
    public Kinds(uint n) { Action<int> a = delegate { }; o = a + (_ => Console.Write(n)); }
    public Kinds(string s) => o = (s, (Func<int>)(() => s.Length));
    public override string ToString() => $"{d}{m}{o}{none}{viaVariance}";
}
