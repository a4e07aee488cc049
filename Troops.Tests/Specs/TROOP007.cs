// 'this' as a value.
using Troops;
static class Reg { internal static Reg2? Last; internal static event Action? Changed; internal static void Add(object o) { } internal static void Raise() => Changed?.Invoke(); internal static void Later(Action a) { } }
sealed class Reg2 { internal object? O { get; set; } }
[Immutable] sealed class Values
{
    readonly int x;
    readonly Values? self;
    public Values(Reg2 to, ref object slot)
    {
        Reg.Add(this);
        to.O = this;
        slot = this;
        self = this;
        Values me = this;
        object[] all = [this];
        Reg.Later(Tick);
        Reg.Later(() => Tick());
        Reg.Changed += Tick;
        Reg.Later(delegate { Reg.Add(x); });
        Reg.Add($"{this}");
        Reg.Add(new Reg2 { O = this });
        Reg.Add((1, this));
        x = 1;
    }
    void Tick() => Reg.Add(x);
    public Values? Self => self;
}
//---
// What does not let it go.
using Troops;
static class Reg { internal static void Add(object o) { } internal static void Later(Action a) { } }
[Immutable] sealed class Fine
{
    readonly int x;
    readonly string name;
    readonly int[] none = [];
    public int P { get; init; }
    public int Q { get => field; init => field = Limited(value); }
    public int Area => x * x;
    public Fine(int given, IEnumerable<int> all)
    {
        x = given;
        this.name = nameof(this.Area) + nameof(Check) + GetType().Name;
        P = x;
        Check();
        this.Check();
        Reg.Add(x);
        Reg.Add(name);
        Reg.Add(Area);
        Reg.Add(new Fine(name));
        Reg.Later(static () => { });
        Reg.Later(() => Reg.Add(given));
        if (this == null || ReferenceEquals(this, name) || this is IDisposable) { throw new InvalidOperationException(Describe()); }
        Local();
        P += all.Sum(one => one * x) + all.Where(one => one > x).Select(one => one + P).ToArray().Length;
        void Local() { Check(); Reg.Add(x); }
    }
    Fine(string name) : this(1, []) => this.name = name;
    void Check() { if (x < 0 && none.Length > 0) { Again(); } }
    void Again() { Check(); Area.ToString(); }
    int Limited(int value) => value > x ? value : x;
    public string Describe() => name + x + ToString();
}
//---
// What is called lets it go, near or far.
using Troops;
static class Reg { internal static void Add(object o) { } internal static void Later(Action a) { } }
[Immutable] sealed class Calls
{
    readonly int x;
    public Calls()
    {
        Init();
        Open();
        _ = Property;
        Property2 = 1;
        LoadAsync();
        foreach (int one in Lazily()) { }
        Direct();
        Action a = Kept;
        Reg.Later(() => Kept());
        x = 1;
        Harmless();
        void Direct() => Reg.Add(this);
        void Kept() => Reg.Add(x);
        void Harmless() { }
    }
    void Init() => Init(1);
    void Init(int n) { if (n > 0) Init(n - 1); else Reg.Add(this); }
    public void Open() => Reg.Later(Init);
    int Property { get { Reg.Add(this); return 1; } }
    int Property2 { set => Init(value); }
    async void LoadAsync() { await Task.Yield(); Reg.Add(x); }
    IEnumerable<int> Lazily() { yield return x; }
    public static Calls Create() { Calls made = new(); Reg.Add(made); return made; }
}
//---
// Classes that others derive from.
using Troops;
static class Reg { internal static void Add(object o) { } }
[Immutable] public class Open
{
    readonly int x;
    protected Open()
    {
        Virt();
        Pub();
        Priv();
        x = V + Area + (ToString() ?? "").Length;
        Also = 1;
    }
    protected virtual void Virt() { }
    public void Pub() { }
    void Priv() { }
    public virtual int V => x;
    public int Area => x * x;
    public virtual int Also { get; init; }
}
[Immutable] public sealed class Sealed : Open
{
    public Sealed() { Virt(); Pub(); base.Virt(); _ = V; Leak(); _ = Equals(null); }
    protected override void Virt() => base.Virt();
    public void Leak() => Reg.Add(this);
}
//---
// Accessors, copy constructors, promises from above, types that promise something else.
using Troops;
static class Reg { internal static void Add(object o) { } }
[Immutable] sealed class Init { public int P { get; init { field = value; Reg.Add(this); } } public int Q { get; init => field = value; } }
[Immutable] sealed record Copied(int X) { Copied(Copied other) { X = other.X; Reg.Add(this); } }
[Immutable] sealed record Quiet(int X) { Quiet(Quiet other) { X = other.X; Reg.Add(other.X); } }
[Immutable] interface IPromise { }
sealed class Below : IPromise { internal Below() => Reg.Add(this); }
[ThreadSafe] sealed class Safe { readonly Troops.Sharing.Atomic<int> n = new(0); internal Safe() { Reg.Add(this); n.Value++; } }
[ImmutableBase] class Base { internal Base() => Reg.Add(this); }
[ConditionallyImmutable] sealed class Box<[OnlyIf] T> { readonly T v; internal Box(T given) { v = given; Reg.Add(this); } internal T V => v; }
sealed class Free { internal Free() => Reg.Add(this); }
[Immutable] readonly struct Value { readonly int x; internal Value(int given) { x = given; Reg.Add(this); } internal int X => x; }
//---
// Somebody vouches.
using Troops;
static class Reg { internal static void Add(object o) { } }
[Immutable] sealed class Vouched
{
    [Audited("me", "Reg looks at it when all is done", "2099-12-31")] internal Vouched() => Reg.Add(this);
    internal Vouched(int x) => Note();
    [Audited("me", "Reg looks at it when all is done", "2099-12-31")] void Note() => Reg.Add(this);
}
