// Mutable statics: fields, properties, events. What is not readonly.
using Troops;

static class Counters
{
    static int hits; //! TROOP020 [hits] Every thread can reach Counters.hits (not readonly); make it readonly, or keep the value in an Atomic<int> or a TroopState<int> of Troops.Sharing
    internal static volatile bool Stopped; //! TROOP020 [Stopped] Every thread can reach Counters.Stopped (not readonly); make it readonly, or keep the value in an Atomic<bool> or a TroopState<bool> of Troops.Sharing
    internal static string Name { get; set; } = ""; //! TROOP020 [Name] Every thread can reach Counters.Name (has a setter); make it get-only, or keep the value in an Atomic<string> or a TroopState<string> of Troops.Sharing
    internal static string Title { get; private set; } = ""; //! TROOP020 [Title] Every thread can reach Counters.Title (has a setter); make it get-only, or keep the value in an Atomic<string> or a TroopState<string> of Troops.Sharing
    static List<int>? found; //! TROOP020 [found] Every thread can reach Counters.found (not readonly); make it readonly and its type immutable, or give each thread its own with a ThreadState<List<int>> of Troops.Sharing
    internal static List<int> Found { get; set; } = []; //! TROOP020 [Found] Every thread can reach Counters.Found (has a setter); make it get-only and its type immutable, or give each thread its own with a ThreadState<List<int>> of Troops.Sharing
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
    internal static string Text => field ??= "x"; //! TROOP020 [Text] Every thread can reach Lazily.Text (assigned through 'field' outside of construction); compute it in its initializer, or hold a Once<string> of Troops.Sharing
    internal static int Checked { get => field; set => field = value > 0 ? value : 0; } //! TROOP020 [Checked] Every thread can reach Lazily.Checked (assigned through 'field' outside of construction); compute it in its initializer, or hold a Once<int> of Troops.Sharing
    internal static string Fixed { get => field + "!"; } = "x";
}
//---
// Readonly, and still not for every thread.
using System.Collections.Concurrent;
static class Tables
{
    static readonly List<int> Cache = []; //! TROOP020 [Cache] Every thread can reach Tables.Cache -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable, or give each thread its own with a ThreadState<List<int>> of Troops.Sharing
    internal static List<int> Known { get; } = new(); //! TROOP020 [Known] Every thread can reach Tables.Known -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable, or give each thread its own with a ThreadState<List<int>> of Troops.Sharing
    static readonly Dictionary<string, int> ByName = []; //! TROOP020 [ByName] Every thread can reach Tables.ByName -> Dictionary<string, int> (mutable); use a FrozenDictionary, or a SharedDictionary<string, int> of Troops.Sharing if it changes
    static readonly ConcurrentDictionary<string, List<int>> Shared = new(); //! TROOP020 [Shared] Every thread can reach Tables.Shared -> ConcurrentDictionary<string, List<int>> -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    static readonly Lazy<string> Text = new(() => "x"); //! TROOP020 [Text] Every thread can reach Tables.Text -> Lazy<string> (mutable); use a Once<string> of Troops.Sharing
    static readonly Lock Gate = new(); //! TROOP020 [Gate] Every thread can reach Tables.Gate -> Lock (mutable); let one thread own what it guards, or keep that in an Atomic<T> or a SharedDictionary<TKey, TValue> of Troops.Sharing
    static readonly int[] Primes = [2, 3, 5]; //! TROOP020 [Primes] Every thread can reach Tables.Primes -> int[] (an array, whose elements can be assigned); use ImmutableArray<T>, or give each thread its own with a ThreadState<int[]> of Troops.Sharing
    static readonly Settings Current = new(); //! TROOP020 [Current] Every thread can reach Tables.Current -> Settings.Size (has a setter); make it get-only or init
    static readonly (int, List<int>) Pair = (1, []); //! TROOP020 [Pair] Every thread can reach Tables.Pair -> (int, List<int>) -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
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
    static readonly Func<int> Foreign = Make(); //! TROOP020 [Make()] Every thread can reach Functions.Foreign -> Func<int> (a delegate whose captures cannot be seen from here); give it a static lambda, or one that captures only immutable variables that are never assigned again
    static Func<int> Make() { int n = 0; return () => n++; }
    static Functions()
    {
        int n = 0;
        Next = () => n++; //! TROOP020 [() => n++] Every thread can reach Functions.Next -> n (a lambda that shares a variable which is assigned); give it a static lambda, or one that captures only immutable variables that are never assigned again
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
    static readonly Shape Drawn = new Path(); //! TROOP020 [new Path()] Every thread can reach Shapes.Drawn -> Path.Points -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    static readonly object Boxed = 5;
    static readonly object Hidden = new List<int>(); //! TROOP020 [new List<int>()] Every thread can reach Shapes.Hidden -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable, or give each thread its own with a ThreadState<List<int>> of Troops.Sharing
    static readonly Plain Exact = new();
    internal static Shape Late { get; }
    internal static Shape LateToo { get; } = new Path(); //! TROOP020 [new Path()] Every thread can reach Shapes.LateToo -> Path.Points -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    static readonly Shape First, Second;
    static readonly object Filled;
    static Shapes()
    {
        Late = new Path(); //! TROOP020 [new Path()] Every thread can reach Shapes.Late -> Path.Points -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
        (First, Second) = (new Circle(), new Path()); //! TROOP020 [new Path()] Every thread can reach Shapes.Second -> Path.Points -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
        Fill(out Filled); //! TROOP020 [Filled] Every thread can reach Shapes.Filled -> object (a value that may be of a mutable type); declare it with an immutable type
    }
    static void Fill(out object to) => to = new List<int>();
}
//---
// Type parameters: of any type, unless they say more.
using Troops;
static class Of<T> { internal static readonly T? Value; internal static int Count; } //! TROOP020 [Value] Every thread can reach Of<T>.Value -> T (a type parameter that any type may be given for); mark the type parameter [Immutable] or [Shareable] //! TROOP020 [Count] Every thread can reach Of<T>.Count (not readonly); make it readonly, or keep the value in an Atomic<int> or a TroopState<int> of Troops.Sharing
static class OfAny<T> { internal static readonly string Name = typeof(T).Name; }
static class OfShareable<[Shareable] T> { internal static readonly T? Value; }
static class OfImmutable<[Immutable] T> { internal static readonly T? Value; }
//---
// Events, interfaces, structs, records, extension blocks.
using Troops;
static class Events
{
    internal static event Action? Changed; //! TROOP020 [Changed] Every thread can reach Events.Changed (an event, whose subscribers change); keep the subscribers in a type of their own that one thread owns
    internal static event Action Custom { add { } remove { } }
    internal static void Raise() => Changed?.Invoke();
}
[Immutable] interface ICounting
{
    static int n; //! TROOP020 [n] Every thread can reach ICounting.n (not readonly); make it readonly, or keep the value in an Atomic<int> or a TroopState<int> of Troops.Sharing
    static abstract int P { get; set; }
    static abstract event Action E;
    static readonly int Two = 2;
    int Tick() => ++n;
}
record R(int X) { internal static R? Last; internal static readonly R Zero = new(0); } //! TROOP020 [Last] Every thread can reach R.Last (not readonly); make it readonly and its type immutable, or give each thread its own with a ThreadState<R> of Troops.Sharing
struct P { internal static int N; internal static readonly P Origin; internal int X; } //! TROOP020 [N] Every thread can reach P.N (not readonly); make it readonly, or keep the value in an Atomic<int> or a TroopState<int> of Troops.Sharing //! TROOP020 [Origin] Every thread can reach P.Origin -> P.X (not readonly); make it readonly
static class Extensions
{
    static readonly List<int> all = []; //! TROOP020 [all] Every thread can reach Extensions.all -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable, or give each thread its own with a ThreadState<List<int>> of Troops.Sharing
    static readonly string none = "";
    extension(string s) { static List<int> All => all; static string None => none; }
}
//---
// Partial properties, nested and file-local types.
partial class A { internal static partial int P { get; set; } }
partial class A { internal static partial int P { get => field; set => field = value; } } //! TROOP020 [P] Every thread can reach A.P (assigned through 'field' outside of construction); compute it in its initializer, or hold a Once<int> of Troops.Sharing
file class B { internal sealed class C { internal static readonly List<int> L = []; } } //! TROOP020 [L] Every thread can reach B.C.L -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable, or give each thread its own with a ThreadState<List<int>> of Troops.Sharing
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
[GeneratedCode("Some.Generator", "1.0")] static class Generated { internal static readonly List<int> All = []; } //! TROOP020 [All] Every thread can reach Generated.All -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable, or give each thread its own with a ThreadState<List<int>> of Troops.Sharing
partial class Mine
{
    [GeneratedCode("Some.Generator", "1.0")] internal static List<int>? Last; //! TROOP020 [Last] Every thread can reach Mine.Last (not readonly); make it readonly and its type immutable, or give each thread its own with a ThreadState<List<int>> of Troops.Sharing
    [GeneratedCode("System.Text.Json.SourceGeneration", "10.0")] internal static List<int>? Trusted;
}
[GeneratedCode("System.Text.RegularExpressions.Generator", "10.0")] static class TrustedToo { internal static List<int>? Cache; internal static object O = new List<int>(); }
//---
// Statics of everyday code.
using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
static class Everyday
{
    static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    static readonly Encoding Ascii = Encoding.ASCII;
    static readonly CompositeFormat Format = CompositeFormat.Parse("{0}");
    static readonly SearchValues<char> Vowels = SearchValues.Create("aeiou");
    static readonly IEqualityComparer<string> Names = StringComparer.OrdinalIgnoreCase;
    static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    static readonly Meter Meter = new("x");
    static readonly Counter<int> Hits = Meter.CreateCounter<int>("hits");
    static readonly ActivitySource Source = new("x");
    static readonly IReadOnlyDictionary<string, int> Sizes = new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary(StringComparer.Ordinal);
    static readonly IReadOnlyList<string> Words = ImmutableArray.Create("a", "b");
    static readonly PropertyInfo Length = typeof(string).GetProperty("Length")!;
    static readonly Task Done = Task.CompletedTask;
    static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;
    static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Shared;
    static readonly Random Dice = Random.Shared;
    static readonly TimeProvider Clock = TimeProvider.System;
    static readonly Version Least = new(1, 2);
    static readonly IComparer<int> Descending = Comparer<int>.Create(static (a, b) => b.CompareTo(a));
    static readonly string? Home = Environment.GetEnvironmentVariable("HOME");
    static readonly char[] Separators = [',', ';']; //! TROOP020 [Separators] Every thread can reach Everyday.Separators -> char[] (an array, whose elements can be assigned); use ImmutableArray<T>, or give each thread its own with a ThreadState<char[]> of Troops.Sharing
    static readonly JsonSerializerOptions Own = new(); //! TROOP020 [new()] Every thread can reach Everyday.Own -> JsonSerializerOptions (mutable); use an immutable type, as those of System.Collections.Immutable, or give each thread its own with a ThreadState<JsonSerializerOptions> of Troops.Sharing
    static ReadOnlySpan<byte> Magic => "abc"u8;
}
//---
// Partial and virtual events, pointers, generics in generics.
partial class Events { internal static partial event Action E; }
partial class Events { internal static partial event Action E { add { } remove { } } }
interface IEvents { static virtual event Action E { add { } remove { } } static event Action? F; } //! TROOP020 [F] Every thread can reach IEvents.F (an event, whose subscribers change); keep the subscribers in a type of their own that one thread owns
unsafe class Pointers { static int* p; static readonly delegate*<void> f; internal static bool Any => p is null && f is null; } //! TROOP020 [p] Every thread can reach Pointers.p (not readonly); make it readonly and its type immutable, or give each thread its own with a ThreadState<int*> of Troops.Sharing //! TROOP020 [f] Every thread can reach Pointers.f -> delegate*<void> (a pointer); copy what it refers to into an immutable value //! TROOP060 [p] Unsafe code in 'Pointers.p' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited] //! TROOP060 [f] Unsafe code in 'Pointers.f' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited] //! TROOP060 [Any] Unsafe code in 'Pointers.Any' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
class Unsealed { readonly Troops.Sharing.Atomic<int> n = new(0); internal int N => n.Value; }
static class UsesUnsealed { static readonly Unsealed Exact = new(); internal static int N => Exact.N; }
class Outer<T> { internal static class Inner { internal static readonly List<T> L = []; internal static readonly int N = 1; } } //! TROOP020 [L] Every thread can reach Outer<T>.Inner.L -> List<T> (mutable); use an immutable type, as those of System.Collections.Immutable, or give each thread its own with a ThreadState<List<T>> of Troops.Sharing
//---
// What the generator of System.Text.Json writes is trusted; what a user adds to it is not.
using Troops;

[System.CodeDom.Compiler.GeneratedCode("System.Text.Json.SourceGeneration", "10.0.0.0")]
partial class Written : System.Text.Json.Serialization.JsonSerializerContext
{
    static readonly Written Mine = new(null);
    public Written(System.Text.Json.JsonSerializerOptions? options) : base(options) => GC.KeepAlive(Mine);
    protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
    public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
}

static class Uses { public static readonly Written Shared = new(null); }
//---
using Troops;

[System.CodeDom.Compiler.GeneratedCode("System.Text.Json.SourceGeneration", "10.0.0.0")]
partial class Written(System.Text.Json.JsonSerializerOptions? options) : System.Text.Json.Serialization.JsonSerializerContext(options)
{
    public int Hits;
    protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
    public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
}

static class Uses { public static readonly Written Shared = new(null); } //! TROOP020 [Shared] Every thread can reach Uses.Shared -> Written.Hits (not readonly); make it readonly
//---
// Tables of delegates: immutable if all that is written into them is.
using System.Collections.Frozen;
using System.Collections.Immutable;
using Troops;

static class Tables
{
    static readonly FrozenDictionary<string, Func<double, double>> Functions = new Dictionary<string, Func<double, double>>(StringComparer.Ordinal)
    {
        ["sin"] = Math.Sin,
        ["twice"] = static x => x * 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly ImmutableArray<Func<int, int>> Steps = [static x => x + 1, x => x * 2];
    static readonly ImmutableArray<Action> Made = ImmutableArray.Create<Action>(static () => { }, Console.WriteLine);
    static readonly ImmutableDictionary<string, Action> Commands = new Dictionary<string, Action> { { "beep", Console.Beep } }.ToImmutableDictionary();

    static readonly ImmutableArray<Func<int>> Counting = [Counter()]; //! TROOP020 [[Counter()]] Every thread can reach Tables.Counting -> ImmutableArray<Func<int>> -> Func<int> (a delegate, which may hold anything); give it a static lambda, or one that captures only immutable variables that are never assigned again
    static readonly ImmutableArray<Action> Copied = [.. Made]; //! TROOP020 [[.. Made]] Every thread can reach Tables.Copied -> ImmutableArray<Action> -> Action (a delegate, which may hold anything); give it a static lambda, or one that captures only immutable variables that are never assigned again
    static readonly ImmutableArray<Action> Bound = [new List<int>().Clear]; //! TROOP020 [[new List<int>().Clear]] Every thread can reach Tables.Bound -> Action -> List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
    static readonly FrozenDictionary<string, Func<int>> Selected = Names.ToFrozenDictionary(n => n, n => Counter()); //! TROOP020 [Names.ToFrozenDictionary(n => n, n => Counter())] Every thread can reach Tables.Selected -> FrozenDictionary<string, Func<int>> -> Func<int> (a delegate, which may hold anything); give it a static lambda, or one that captures only immutable variables that are never assigned again
    static readonly ImmutableArray<string> Names = ["a"];

    static Func<int> Counter() { int n = 0; return () => n++; }
    static void Use() { GC.KeepAlive(Functions); GC.KeepAlive(Steps); GC.KeepAlive(Commands); GC.KeepAlive(Counting); GC.KeepAlive(Copied); GC.KeepAlive(Bound); GC.KeepAlive(Selected); Use(); }
}
//---
// Tables of static lambdas, made of entries.
using System.Collections.Frozen;
using System.Collections.Immutable;
static class Entries
{
    static readonly ImmutableDictionary<string, Func<int, int>> Range = ImmutableDictionary.CreateRange<string, Func<int, int>>([KeyValuePair.Create<string, Func<int, int>>("a", static x => x), new("b", static x => x + 1)]);
    static readonly ImmutableDictionary<string, Func<int, int>> OfArray = ImmutableDictionary.CreateRange(new KeyValuePair<string, Func<int, int>>[] { new("a", static x => x) });
    static readonly FrozenDictionary<string, Func<int, int>> Frozen = new KeyValuePair<string, Func<int, int>>[] { new("a", static x => x) }.ToFrozenDictionary();
    static readonly FrozenDictionary<string, Func<int, int>> Written = new Dictionary<string, Func<int, int>> { ["a"] = static x => x, ["b"] = Twice }.ToFrozenDictionary();
    static readonly ImmutableDictionary<string, Func<int, int>> Added = ImmutableDictionary<string, Func<int, int>>.Empty.Add("a", static x => x).Add("b", Twice);
    static readonly ImmutableDictionary<string, Func<int, int>> Empty = ImmutableDictionary<string, Func<int, int>>.Empty;
    static readonly ImmutableDictionary<string, Func<int, int>> Bad = ImmutableDictionary.CreateRange<string, Func<int, int>>([new("a", Counter())]); //! TROOP020 [ImmutableDictionary.CreateRange<string, Func<int, int>>([new("a", Counter())])] Every thread can reach Entries.Bad -> ImmutableDictionary<string, Func<int, int>> -> Func<int, int> (a delegate, which may hold anything); give it a static lambda, or one that captures only immutable variables that are never assigned again
    static readonly ImmutableDictionary<string, Func<int, int>> BadAdd = Make(1).Add("b", static x => x); //! TROOP020 [Make(1).Add("b", static x => x)] Every thread can reach Entries.BadAdd -> ImmutableDictionary<string, Func<int, int>> -> Func<int, int> (a delegate, which may hold anything); give it a static lambda, or one that captures only immutable variables that are never assigned again
    static readonly ImmutableDictionary<string, Func<int, int>> Foreign = Make(1); //! TROOP020 [Make(1)] Every thread can reach Entries.Foreign -> ImmutableDictionary<string, Func<int, int>> -> Func<int, int> (a delegate, which may hold anything); give it a static lambda, or one that captures only immutable variables that are never assigned again
    static int Twice(int x) => x + x;
    static Func<int, int> Counter() { int n = 0; return x => n += x; }
    static ImmutableDictionary<string, Func<int, int>> Make(int n) => ImmutableDictionary<string, Func<int, int>>.Empty.Add("a", x => n += x);
}
