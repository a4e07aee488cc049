// A delegate takes its target along.
using System.Collections.Immutable;
using Troops;
sealed class Box { public int N { get; set; } public void Inc() => N++; }
[Immutable] public sealed class Pt { public void Show() { } }
sealed class Bound
{
    private Action? field;
    internal void Use(Box box, Pt pt, Action foreign, [ThreadEntry] Action marked)
    {
        TroopThread.Start(box.Inc); //! TROOP034 [box] 'TroopThread.Start' runs a delegate on another thread that holds on to box -> Box.N (has a setter); create it inside the thread, or make it get-only or init
        TroopThread.Start(pt.Show);
        TroopThread.Start(Own); //! TROOP034 [Own] 'TroopThread.Start' runs a delegate on another thread that holds on to Bound.field (not readonly); create it inside the thread, or make it readonly
        TroopThread.Start(foreign); //! TROOP034 [foreign] 'TroopThread.Start' runs a delegate on another thread that holds on to foreign (a delegate whose captures cannot be seen from here); write the lambda here, or mark the parameter that it comes from [ThreadEntry]
        TroopThread.Start(marked);
        TroopThread.Start(() => { foreign(); marked(); }); //! TROOP034 [foreign] 'TroopThread.Start' runs a delegate on another thread that holds on to foreign (a delegate whose captures cannot be seen from here); write the lambda here, or mark the parameter that it comes from [ThreadEntry]
        TroopThread.Start(field!); //! TROOP034 [field] 'TroopThread.Start' runs a delegate on another thread that holds on to Bound.field (a delegate whose captures cannot be seen from here); write the lambda here
        Action either = box.N > 0 ? box.Inc : pt.Show; //! TROOP034 [box] 'TroopThread.Start' runs a delegate on another thread that holds on to box -> Box.N (has a setter); create it inside the thread, or make it get-only or init
        TroopThread.Start(either);
        TroopThread.Start(Make()); //! TROOP034 [Make()] 'TroopThread.Start' runs a delegate on another thread that holds on to Action (a delegate whose captures cannot be seen from here); write the lambda here
        AppDomain.CurrentDomain.ProcessExit += OnExit; //! TROOP034 [OnExit] 'AppDomain.ProcessExit' runs a delegate on another thread that holds on to Bound.field (not readonly); create it inside the thread, or make it readonly
        Console.CancelKeyPress += (_, _) => box.Inc(); //! TROOP030 [box] 'Console.CancelKeyPress' runs this on another thread, which would share box -> Box.N (has a setter); create it inside the thread, or make it get-only or init
    }
    void Own() => field = null;
    void OnExit(object? sender, EventArgs e) => field = null;
    static Action Make() => static () => { };
}

//---
// What a delegate of a boundary's method forgets; a parameter that is assigned is no longer what was proved.
using Troops;
static class Forgets
{
    static readonly Func<Action, TroopThread> Start = TroopThread.Start; //! TROOP034 [TroopThread.Start] 'TroopThread.Start' runs 'body' on another thread, and a delegate of it does not say so: whoever calls that is not checked; call 'TroopThread.Start' where the work is written
    internal static Action<Action> Own() => Go; //! TROOP034 [Go] 'Forgets.Go' runs 'body' on another thread, and a delegate of it does not say so: whoever calls that is not checked; call 'Forgets.Go' where the work is written
    internal static void Go([ThreadEntry] Action body) => TroopThread.Start(body);
    internal static Action<string> Fine() => Console.WriteLine;
}
sealed class Reassigned([ThreadEntry] Action body)
{
    internal void Go() => TroopThread.Start(body); //! TROOP034 [body] 'TroopThread.Start' runs a delegate on another thread that holds on to body (a delegate whose captures cannot be seen from here); write the lambda here, or do not assign 'body'
    internal void Set(List<int> list) => body = () => list.Add(1);
}
//---
// A mark that callers do not see.
using Troops;
interface IRun { TroopThread Go(Action a); void Told([ThreadEntry] Action a); }
class Run : IRun
{
    public TroopThread Go([ThreadEntry] Action a) => TroopThread.Start(a); //! TROOP034 [a] 'Run.Go' runs 'a' on another thread, and who calls it as 'IRun.Go' is not told; mark the parameter there
    public void Told(Action a) => TroopThread.Start(a);
    public virtual void Own(Action a) { }
}
sealed class Faster : Run { public override void Own([ThreadEntry] Action a) => TroopThread.Start(a); } //! TROOP034 [a] 'Faster.Own' runs 'a' on another thread, and who calls it as 'Run.Own' is not told; mark the parameter there
//---
// A local that holds one of several delegates is as good as the worst of them.
using Troops;
static class Choices
{
    internal static void Arms(bool b)
    {
        Action a;
        if (b) { a = static () => { }; } else { a = () => Console.WriteLine(1); }
        TroopThread.Start(a);
        TroopThread.Start(() => a());
    }
    internal static void Cases(int n, string text)
    {
        Func<int> f = static () => 0;
        switch (n) { case 1: f = () => text.Length; break; case 2: f = static () => 2; break; }
        TroopThread.Start(f);
    }
    internal static void Worst(bool b, List<int> list)
    {
        Action a = static () => { };
        if (b) a = () => list.Add(1); //! TROOP030 [list] 'TroopThread.Start' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        TroopThread.Start(a);
    }
    internal static void Combined(List<int> list) { Action a = static () => { }; a += () => list.Clear(); TroopThread.Start(a); } //! TROOP030 [list] 'TroopThread.Start' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
    internal static void Later(bool b) { Action a = static () => { }; TroopThread.Start(() => a()); if (b) a = static () => { }; } //! TROOP031 [a] 'TroopThread.Start' runs this on another thread, which shares the variable 'a', and line 25 assigns it; capture a copy that is never assigned again (var copy = a;)
    internal static void Unseen(bool b, Action foreign) { Action a = static () => { }; if (b) a = foreign; TroopThread.Start(a); } //! TROOP034 [a] 'TroopThread.Start' runs a delegate on another thread that holds on to foreign (a delegate whose captures cannot be seen from here); write the lambda here, or mark the parameter that it comes from [ThreadEntry]
    internal static void Given() { Get(out Action a); TroopThread.Start(a); } //! TROOP034 [a] 'TroopThread.Start' runs a delegate on another thread that holds on to a (a delegate whose captures cannot be seen from here); write the lambda here
    internal static void GivenLater() { Action a = static () => { }; Get(out a); TroopThread.Start(a); } //! TROOP034 [a] 'TroopThread.Start' runs a delegate on another thread that holds on to a (a delegate whose captures cannot be seen from here); write the lambda here
    internal static void Matched(object o) { if (o is Action a) { a = static () => { }; TroopThread.Start(a); } } //! TROOP034 [a] 'TroopThread.Start' runs a delegate on another thread that holds on to a (a delegate whose captures cannot be seen from here); write the lambda here
    internal static void Circle(bool b) { Action a = static () => { }; Action c = a; if (b) { a = c; c = a; } TroopThread.Start(c); }
    internal static void Parts() { (Action a, int n) = (static () => { }, 1); TroopThread.Start(a); GC.KeepAlive(n); } //! TROOP034 [a] 'TroopThread.Start' runs a delegate on another thread that holds on to a (a delegate whose captures cannot be seen from here); write the lambda here
    internal static void Each(List<Action> all) { foreach (Action a in all) TroopThread.Start(a); } //! TROOP034 [a] 'TroopThread.Start' runs a delegate on another thread that holds on to a (a delegate whose captures cannot be seen from here); write the lambda here
    static void Get(out Action a) => a = static () => { };
}
//---
// A delegate that is added to a property is left there as one that is assigned.
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Troops;
static class Callbacks
{
    internal static void Use(MeterListener listener, List<string> names)
    {
        listener.InstrumentPublished += (i, _) => names.Add(i.Name); //! TROOP030 [names] 'MeterListener.InstrumentPublished' runs this on another thread, which would share names -> List<string> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        listener.InstrumentPublished ??= (i, _) => names.Add(i.Name); //! TROOP030 [names] 'MeterListener.InstrumentPublished' runs this on another thread, which would share names -> List<string> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        listener.InstrumentPublished = (i, _) => names.Add(i.Name); //! TROOP030 [names] 'MeterListener.InstrumentPublished' runs this on another thread, which would share names -> List<string> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        listener.InstrumentPublished += static (i, l) => l.EnableMeasurementEvents(i);
        listener.InstrumentPublished -= (i, _) => names.Add(i.Name);
    }
}
//---
// A mark where nothing is called that could be looked at.
using Troops;
sealed class Jobs
{
    public static Jobs operator +(Jobs jobs, [ThreadEntry] Action body) { TroopThread.Start(body); return jobs; } //! TROOP034 [body] 'Jobs.operator +' runs 'body' on another thread, and no mark of an operator is looked at; write a method
    public static Jobs operator !([TroopEntry] Jobs jobs) => jobs; //! TROOP034 [jobs] 'Jobs.operator !' runs 'jobs' on another thread, and no mark of an operator is looked at; write a method
    public void operator -=([ThreadEntry] Action body) => TroopThread.Start(body); //! TROOP034 [body] 'Jobs.operator -=' runs 'body' on another thread, and no mark of an operator is looked at; write a method
    public static implicit operator Jobs([ThreadEntry] Action body) { TroopThread.Start(body); return new(); } //! TROOP034 [body] 'Jobs.implicit operator Jobs' runs 'body' on another thread, and no mark of a conversion is looked at; write a method
    internal event Action Done { [param: ThreadEntry] add => TroopThread.Start(value); remove { } } //! TROOP034 [add] 'Jobs.Done.add' runs 'value' on another thread, and no mark of an event is looked at; write a method that adds the handler
    public static Jobs operator *(Jobs jobs, Action body) { body(); return jobs; }
}
static class Extensions
{
    extension([ThreadEntry] Action body) //! TROOP034 [body] 'Extensions' runs 'body' on another thread, and no mark of an extension block's receiver is looked at; write an extension method with 'this Action body'
    {
        internal void Go() => TroopThread.Start(body); //! TROOP034 [body] 'TroopThread.Start' runs a delegate on another thread that holds on to body (a delegate whose captures cannot be seen from here); write the lambda here, or mark the parameter that it comes from [ThreadEntry]
        internal void Also([ThreadEntry] Action other) => TroopThread.Start(other);
    }
    internal static void Told([ThreadEntry] this Action body) => TroopThread.Start(body);
    internal static void Use(List<int> list) { Action add = () => list.Add(1); add.Told(); add.Also(() => list.Clear()); } //! TROOP030 [list] 'Extensions.Told' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary() //! TROOP030 [list] 'Extensions.extension(Action).Also' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
}
//---
// A mark of an indexer that callers do not see.
using Troops;
interface IJobs { int this[Action body] { get; set; } }
sealed class Jobs : IJobs { public int this[[ThreadEntry] Action body] { get { TroopThread.Start(body); return 1; } set => TroopThread.Start(body); } } //! TROOP034 [body] 'Jobs.this.get' runs 'body' on another thread, and who calls it as 'IJobs.this.get' is not told; mark the parameter there
//---
// A mark by another name, of what is assigned, and of the part that callers do not see.
using Troops;
using Mark = Troops.ThreadEntryAttribute;
interface IJobs { void Run(Action body); Action Body { set; } }
sealed partial class Jobs : IJobs
{
    public Action Body { [param: Mark] set => TroopThread.Start(value); } //! TROOP034 [set] 'Jobs.Body.set' runs 'value' on another thread, and who calls it as 'IJobs.Body.set' is not told; mark the parameter there
    public partial void Run(Action body);
    public partial void Run([Mark] Action body) => TroopThread.Start(body); //! TROOP034 [body] 'Jobs.Run' runs 'body' on another thread, and who calls it as 'IJobs.Run' is not told; mark the parameter there
    internal static void Local()
    {
        Run(static () => { });
        static void Run([Mark] Action body) => TroopThread.Start(body);
    }
}
delegate void Starts([ThreadEntry] Action body);
static class Lambdas
{
    static Action<Action> Forward => ([ThreadEntry] Action a) => TroopThread.Start(a); //! TROOP034 [a] 'lambda expression' runs 'a' on another thread, and no mark of a lambda is looked at; write a local function, or mark the parameter of a delegate type of your own
    internal static void Use(List<int> list)
    {
        var go = ([ThreadEntry] Action a) => { TroopThread.Start(a); }; //! TROOP034 [a] 'lambda expression' runs 'a' on another thread, and no mark of a lambda is looked at; write a local function, or mark the parameter of a delegate type of your own
        go(() => list.Add(1));
        Starts starts = ([ThreadEntry] a) => TroopThread.Start(a);
        starts(() => list.Add(1)); //! TROOP030 [list] 'Starts.Invoke' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        Forward(() => list.Add(1));
    }
}
//---
// Both marks, and an audit on the other part.
using Troops;
interface IJobs { void Run(Action body); void Start(Action body); }
sealed partial class Jobs : IJobs
{
    public void Run([ThreadEntry, TroopEntry] Action body) { } //! TROOP034 [body] 'Jobs.Run' runs 'body' on another thread, and who calls it as 'IJobs.Run' is not told; mark the parameter there
    [Audited("me", "a test", "2099-12-31")] public partial void Start(Action body);
    public partial void Start([ThreadEntry] Action body) { }
}
