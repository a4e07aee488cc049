// Mutable statics: fields, properties, events. What is not readonly.
using Troops;

static class Counters
{
    static int hits;
    internal static volatile bool Stopped;
    internal static string Name { get; set; } = "";
    internal static string Title { get; private set; } = "";
    static List<int>? found;
    internal static List<int> Found { get; set; } = [];
    internal static void Use() => found = [hits++];
    internal const int Most = 3;
    internal static readonly int Least = 1;
    internal static int Sum => Most + Least;
    internal static string Given { get; } = "x";
    internal static string Late { get; }
    internal static int Computed { get => Most; set => _ = value; }
    static Counters() => Late = Given + Given;
}
//---
// Accessors with 'field'.
static class Lazily
{
    internal static string Text => field ??= "x";
    internal static int Checked { get => field; set => field = value > 0 ? value : 0; }
    internal static string Fixed { get => field + "!"; } = "x";
}
//---
// Readonly, and still not for every thread.
using System.Collections.Concurrent;
static class Tables
{
    static readonly List<int> Cache = [];
    internal static List<int> Known { get; } = new();
    static readonly Dictionary<string, int> ByName = [];
    static readonly ConcurrentDictionary<string, List<int>> Shared = new();
    static readonly Lazy<string> Text = new(() => "x");
    static readonly Lock Gate = new();
    static readonly int[] Primes = [2, 3, 5];
    static readonly Settings Current = new();
    static readonly (int, List<int>) Pair = (1, []);
    internal static int Use() => Cache.Count + ByName.Count + Shared.Count + Text.Value.Length + Gate.GetHashCode() + Primes[0] + Current.Size + Pair.Item1;
}
sealed class Settings { public int Size { get; set; } }
//---
// For every thread.
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Troops;
using Troops.Sharing;
static class Tables
{
    static readonly ImmutableArray<int> Primes = [2, 3, 5];
    static readonly FrozenDictionary<string, ImmutableArray<string>> Words = new Dictionary<string, ImmutableArray<string>> { ["a"] = ["b"] }.ToFrozenDictionary();
    static readonly ConcurrentDictionary<string, int> Shared = new();
    static readonly Channel<int> Numbers = new(Channel.Unbounded);
    static readonly Atomic<int> Hits = new(0);
    static readonly TroopState<int> PerTroop = new(static () => 0);
    static readonly ThreadState<List<int>> PerThread = new(static () => []);
    static readonly Regex Pattern = new("x+");
    static readonly HttpClient Http = new();
    static readonly object Gate = new();
    static readonly int[] None = [];
    static readonly Settings Current = new(3);
    internal static TimeSpan Pause { get; } = TimeSpan.FromSeconds(1);
    static readonly Uri Home = new("https://example.org");
    static readonly (int, string) Pair = (1, "x");
    static readonly DayOfWeek? Day = DayOfWeek.Friday;
    static readonly string[]? Absent = null;
}
sealed class Settings(int size) { public int Size { get; } = size; }
//---
// Delegates are judged by what they capture.
static class Functions
{
    static readonly Func<int, int> Twice = static x => x + x;
    static readonly Func<int, int> Same = x => x;
    static readonly Comparison<string> Order = string.CompareOrdinal;
    static readonly Func<int> Next;
    static readonly Func<int> Five;
    static readonly Func<Func<int>> Counting = () => { int n = 0; return () => n++; };
    static readonly Action? Nothing = null;
    static readonly Func<int> Foreign = Make();
    static Func<int> Make() { int n = 0; return () => n++; }
    static Functions()
    {
        int n = 0;
        Next = () => n++;
        int five = 5;
        Five = () => five;
    }
}
//---
// What is open is judged at each write.
abstract class Shape { }
sealed class Circle : Shape { internal double R { get; } = 1; }
sealed class Path : Shape { internal List<int> Points { get; } = []; }
class Plain { internal int X { get; } }
static class Shapes
{
    static readonly Shape Unit = new Circle();
    static readonly Shape Drawn = new Path();
    static readonly object Boxed = 5;
    static readonly object Hidden = new List<int>();
    static readonly Plain Exact = new();
    internal static Shape Late { get; }
    internal static Shape LateToo { get; } = new Path();
    static readonly Shape First, Second;
    static readonly object Filled;
    static Shapes()
    {
        Late = new Path();
        (First, Second) = (new Circle(), new Path());
        Fill(out Filled);
    }
    static void Fill(out object to) => to = new List<int>();
}
//---
// Type parameters: of any type, unless they say more.
using Troops;
static class Of<T> { internal static readonly T? Value; internal static int Count; }
static class OfAny<T> { internal static readonly string Name = typeof(T).Name; }
static class OfShareable<[Shareable] T> { internal static readonly T? Value; }
static class OfImmutable<[Immutable] T> { internal static readonly T? Value; }
//---
// Events, interfaces, structs, records, extension blocks.
using Troops;
static class Events
{
    internal static event Action? Changed;
    internal static event Action Custom { add { } remove { } }
    internal static void Raise() => Changed?.Invoke();
}
[Immutable] interface ICounting
{
    static int n;
    static abstract int P { get; set; }
    static abstract event Action E;
    static readonly int Two = 2;
    int Tick() => ++n;
}
record R(int X) { internal static R? Last; internal static readonly R Zero = new(0); }
struct P { internal static int N; internal static readonly P Origin; internal int X; }
static class Extensions
{
    static readonly List<int> all = [];
    static readonly string none = "";
    extension(string s) { static List<int> All => all; static string None => none; }
}
//---
// Partial properties, nested and file-local types.
partial class A { internal static partial int P { get; set; } }
partial class A { internal static partial int P { get => field; set => field = value; } }
file class B { internal sealed class C { internal static readonly List<int> L = []; } }
//---
// Somebody vouches, or the code stands outside.
using Troops;
static class Vouched
{
    [Audited("me", "written before the first thread starts", "2099-12-31")] internal static int Hits;
    [Audited("me", "never given elements", "2099-12-31")] internal static List<int> None { get; } = [];
    [Audited("me", "raised by one thread", "2099-12-31")] internal static event Action? Changed;
    internal static void Raise() => Changed?.Invoke();
}
[TroopsOutside("a test")] static class Outside { internal static int Hits; internal sealed class Inner { internal static event Action? E { add { } remove { } } static object o = new List<int>(); } }
//---
// What another generator writes runs too.
using System.CodeDom.Compiler;
[GeneratedCode("Some.Generator", "1.0")] static class Generated { internal static readonly List<int> All = []; }
partial class Mine
{
    [GeneratedCode("Some.Generator", "1.0")] internal static List<int>? Last;
    [GeneratedCode("System.Text.Json.SourceGeneration", "10.0")] internal static List<int>? Trusted;
}
[GeneratedCode("System.Text.RegularExpressions.Generator", "10.0")] static class TrustedToo { internal static List<int>? Cache; internal static object O = new List<int>(); }
