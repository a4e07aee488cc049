// 'this' as a value.
using Troops;
[TroopsOutside("a test")] static class Reg { internal static event Action? Changed; internal static void Add(object o) { } internal static void Raise() => Changed?.Invoke(); internal static void Later(Action a) { } }
sealed class Reg2 { internal object? O { get; set; } }
[Immutable] sealed class Values
{
    readonly int x;
    readonly Values? self;
    public Values(Reg2 to, ref object slot)
    {
        Reg.Add(this); //! TROOP007 [this] 'Values' must not be seen before it is constructed, but 'this' is an argument of 'Reg.Add'; hand it out after construction, from a static factory
        to.O = this; //! TROOP007 [this] 'Values' must not be seen before it is constructed, but 'this' is stored; hand it out after construction, from a static factory
        slot = this; //! TROOP007 [this] 'Values' must not be seen before it is constructed, but 'this' is stored; hand it out after construction, from a static factory
        self = this; //! TROOP007 [this] 'Values' must not be seen before it is constructed, but 'this' is stored; hand it out after construction, from a static factory
        Values me = this; //! TROOP007 [this] 'Values' must not be seen before it is constructed, but 'this' is stored; hand it out after construction, from a static factory
        object[] all = [this]; //! TROOP007 [this] 'Values' must not be seen before it is constructed, but 'this' is used as a value; hand it out after construction, from a static factory
        Reg.Later(Tick); //! TROOP007 [Tick] 'Values' must not be seen before it is constructed, but 'Values.Tick' becomes a delegate that holds 'this'; hand it out after construction, from a static factory
        Reg.Later(() => Tick()); //! TROOP007 [() => Tick()] 'Values' must not be seen before it is constructed, but a lambda captures 'this'; hand it out after construction, from a static factory
        Reg.Changed += Tick; //! TROOP007 [Tick] 'Values' must not be seen before it is constructed, but 'Values.Tick' becomes a delegate that holds 'this'; hand it out after construction, from a static factory
        Reg.Later(delegate { Reg.Add(x); }); //! TROOP007 [delegate { Reg.Add(x); }] 'Values' must not be seen before it is constructed, but a lambda captures 'this'; hand it out after construction, from a static factory
        Reg.Add($"{this}"); //! TROOP007 [this] 'Values' must not be seen before it is constructed, but 'this' is used as a value; hand it out after construction, from a static factory
        Reg.Add(new Reg2 { O = this }); //! TROOP007 [this] 'Values' must not be seen before it is constructed, but 'this' is stored; hand it out after construction, from a static factory
        Reg.Add((1, this)); //! TROOP007 [this] 'Values' must not be seen before it is constructed, but 'this' is used as a value; hand it out after construction, from a static factory
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
        Init(); //! TROOP007 [Init()] 'Calls' must not be seen before it is constructed, but Calls.Init -> Calls.Init -> 'this' is an argument of 'Reg.Add'; hand it out after construction, from a static factory
        Open(); //! TROOP007 [Open()] 'Calls' must not be seen before it is constructed, but Calls.Open -> 'Calls.Init' becomes a delegate that holds 'this'; hand it out after construction, from a static factory
        _ = Property; //! TROOP007 [Property] 'Calls' must not be seen before it is constructed, but Calls.Property -> 'this' is an argument of 'Reg.Add'; hand it out after construction, from a static factory
        Property2 = 1; //! TROOP007 [Property2] 'Calls' must not be seen before it is constructed, but Calls.Property2 -> Calls.Init -> 'this' is an argument of 'Reg.Add'; hand it out after construction, from a static factory
        LoadAsync(); //! TROOP007 [LoadAsync()] 'Calls' must not be seen before it is constructed, but 'Calls.LoadAsync' goes on after the constructor; hand it out after construction, from a static factory
        foreach (int one in Lazily()) { } //! TROOP007 [Lazily()] 'Calls' must not be seen before it is constructed, but 'Calls.Lazily' goes on after the constructor; hand it out after construction, from a static factory
        Direct();
        Action a = Kept; //! TROOP007 [Kept] 'Calls' must not be seen before it is constructed, but 'Kept' captures 'this' and becomes a delegate; hand it out after construction, from a static factory
        Reg.Later(() => Kept()); //! TROOP007 [() => Kept()] 'Calls' must not be seen before it is constructed, but a lambda captures 'this'; hand it out after construction, from a static factory
        x = 1;
        Harmless();
        void Direct() => Reg.Add(this); //! TROOP007 [this] 'Calls' must not be seen before it is constructed, but 'this' is an argument of 'Reg.Add'; hand it out after construction, from a static factory
        void Kept() => Reg.Add(x);
        void Harmless() { }
    }
    void Init() => Init(1);
    void Init(int n) { if (n > 0) Init(n - 1); else Reg.Add(this); }
    public void Open() => Reg.Later(Init);
    int Property { get { Reg.Add(this); return 1; } }
    int Property2 { set => Init(value); }
    async void LoadAsync() { await Task.Yield(); Reg.Add(x); } //! TROOP066 [LoadAsync] 'Calls.LoadAsync' is async void: nobody can wait for its end or see its fault; return TroopTask
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
        Virt(); //! TROOP007 [Virt()] 'Open' must not be seen before it is constructed, but 'Open.Virt' may be overridden by a subclass, which is not constructed yet; call nothing that can be overridden, or seal 'Open'
        Pub(); //! TROOP007 [Pub()] 'Open' must not be seen before it is constructed, but 'Open.Pub' is not private, and 'Open' is not sealed; make it private, or seal 'Open'
        Priv();
        x = V + Area + (ToString() ?? "").Length; //! TROOP007 [V] 'Open' must not be seen before it is constructed, but 'Open.V' may be overridden by a subclass, which is not constructed yet; call nothing that can be overridden, or seal 'Open' //! TROOP007 [ToString()] 'Open' must not be seen before it is constructed, but 'object.ToString' may be overridden by a subclass, which is not constructed yet; call nothing that can be overridden, or seal 'Open'
        Also = 1; //! TROOP007 [Also] 'Open' must not be seen before it is constructed, but 'Open.Also' may be overridden by a subclass, which is not constructed yet; call nothing that can be overridden, or seal 'Open'
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
    public Sealed() { Virt(); Pub(); base.Virt(); _ = V; Leak(); _ = Equals(null); } //! TROOP007 [Leak()] 'Sealed' must not be seen before it is constructed, but Sealed.Leak -> 'this' is an argument of 'Reg.Add'; hand it out after construction, from a static factory
    protected override void Virt() => base.Virt();
    public void Leak() => Reg.Add(this);
}
//---
// Accessors, copy constructors, promises from above, types that promise something else.
using Troops;
static class Reg { internal static void Add(object o) { } }
[Immutable] sealed class Init { public int P { get; init { field = value; Reg.Add(this); } } public int Q { get; init => field = value; } } //! TROOP007 [this] 'Init' must not be seen before it is constructed, but 'this' is an argument of 'Reg.Add'; hand it out after construction, from a static factory
[Immutable] sealed record Copied(int X) { Copied(Copied other) { X = other.X; Reg.Add(this); } } //! TROOP007 [this] 'Copied' must not be seen before it is constructed, but 'this' is an argument of 'Reg.Add'; hand it out after construction, from a static factory
[Immutable] sealed record Quiet(int X) { Quiet(Quiet other) { X = other.X; Reg.Add(other.X); } }
[Immutable] interface IPromise { }
sealed class Below : IPromise { internal Below() => Reg.Add(this); } //! TROOP007 [this] 'Below' must not be seen before it is constructed, but 'this' is an argument of 'Reg.Add'; hand it out after construction, from a static factory
[ThreadSafe] sealed class Safe { readonly Troops.Sharing.Atomic<int> n = new(0); internal Safe() { Reg.Add(this); n.Value++; } } //! TROOP007 [this] 'Safe' must not be seen before it is constructed, but 'this' is an argument of 'Reg.Add'; hand it out after construction, from a static factory
[ImmutableBase] class Base { internal Base() => Reg.Add(this); } //! TROOP007 [this] 'Base' must not be seen before it is constructed, but 'this' is an argument of 'Reg.Add'; hand it out after construction, from a static factory
[ConditionallyImmutable] sealed class Box<[OnlyIf] T> { readonly T v; internal Box(T given) { v = given; Reg.Add(this); } internal T V => v; } //! TROOP007 [this] 'Box' must not be seen before it is constructed, but 'this' is an argument of 'Reg.Add'; hand it out after construction, from a static factory
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
