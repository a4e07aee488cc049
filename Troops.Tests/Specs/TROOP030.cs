// What a lambda captures is shared, by whatever way it gets to the other thread.
using System.Collections.Immutable;
using Troops;
sealed class Captures
{
    private readonly string name = "x";
    private int count;
    internal void Use()
    {
        List<int> list = [];
        Dictionary<string, List<int>> table = [];
        ImmutableArray<int> frozen = [1];
        string text = "x";
        TroopThread.Start(() => list.Add(1)); //! TROOP030 [list] 'TroopThread.Start' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        TroopThread.Start(async () => { await TroopTask.Yield(); list.Add(table.Count); }); //! TROOP030 [list] 'TroopThread.Start' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary() //! TROOP030 [table] 'TroopThread.Start' runs this on another thread, which would share table -> Dictionary<string, List<int>> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary() //! TROOP072 [async] This lambda runs its original body, which is slower and whose loops are not metered, because 'Captures' is not partial
        TroopThread.Start(() => frozen.Length + text.Length);
        TroopThread.Start(() => count++); //! TROOP030 [count] 'TroopThread.Start' runs this on another thread, which would share 'this' -> Captures.count (not readonly); copy what it needs from 'this' into locals first, or create the object inside the thread
        TroopThread.Start(() => name.Length); //! TROOP030 [name] 'TroopThread.Start' runs this on another thread, which would share 'this' -> Captures.count (not readonly); copy what it needs from 'this' into locals first, or create the object inside the thread
        TroopThread.Start(() => nameof(name) + nameof(count) + nameof(list));
        TroopThread.Start(() => { List<int> own = []; own.Add(1); own.ForEach(x => own.Add(x)); });
        TroopThread.Start(Local);
        TroopThread.Start(() => Local());
        TroopThread.Start(Static);
        Action add = () => list.Add(1); //! TROOP030 [list] 'TroopThread.Start' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        TroopThread.Start(add);
        TroopThread.Start(() => add());
        Action twice = () => add();
        TroopThread.Start(() => { twice(); });
        void Local() { list.Clear(); Inner(); void Inner() { int own = 0; own++; } } //! TROOP030 [list] 'TroopThread.Start' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        static void Static() { }
    }
}
//---
// Two display classes in one: what counts is what each lambda uses.
using Troops;
static class Meaning
{
    internal static void Use()
    {
        List<int> list = [];
        int k = 1;
        Action mine = () => list.Add(1);
        TroopThread.Start(() => Console.WriteLine(k));
        mine();
    }
    internal static void Const() { const int K = 1; TroopThread.Start(() => K); }
    internal static void Query(IReadOnlyList<string> names)
    {
        foreach (string name in names) { TroopThread.Start(() => Console.WriteLine(name)); }
        int max = names.Where(n => n.Length > 1).Count();
        TroopThread.Start(() => Console.WriteLine(max));
    }
}
//---
// Primary constructor parameters, base members, and objects of classes that say nothing.
using Troops;
class Base { protected int N; }
sealed class Derived(string name, List<int> items) : Base
{
    internal void Use()
    {
        TroopThread.Start(() => name.Length);
        TroopThread.Start(() => items.Count); //! TROOP030 [items] 'TroopThread.Start' runs this on another thread, which would share items -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        TroopThread.Start(() => base.N); //! TROOP030 [base] 'TroopThread.Start' runs this on another thread, which would share 'this' -> Base (not sealed, so a subclass may be mutable); copy what it needs from 'this' into locals first, or create the object inside the thread
        var self = this;
        TroopThread.Start(() => self.N); //! TROOP030 [self] 'TroopThread.Start' runs this on another thread, which would share self -> Derived -> Base.N (not readonly); create it inside the thread, or make it readonly
    }
}
//---
// Boundaries of users, of .NET and of other troops; overrides and implementations keep them.
using Troops;
interface IStarter { void Start([ThreadEntry] Action body); }
class Starter : IStarter
{
    public virtual void Start(Action body) => TroopThread.Start(body);
}
sealed class Loud : Starter
{
    public override void Start(Action body) => base.Start(body);
}
static class Uses
{
    internal static void Run([ThreadEntry] Action body) { TroopThread.Start(() => body()); }
    internal static void Use(Troop troop)
    {
        List<int> list = [];
        Run(() => list.Add(1)); //! TROOP030 [list] 'Uses.Run' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        new Starter().Start(() => list.Add(1)); //! TROOP030 [list] 'Starter.Start' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        new Loud().Start(() => list.Add(1)); //! TROOP030 [list] 'Loud.Start' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        troop.InvokeAsync(() => list.Count); //! TROOP030 [list] 'Troop.InvokeAsync' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        Blocking.Run(() => list.Count).Forget(); //! TROOP030 [list] 'Blocking.Run' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        _ = new Troops.Sharing.Once<int>(() => list.Count); //! TROOP030 [list] 'Once<T>' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        _ = new Troops.Sharing.ThreadState<int>(() => list.Count); //! TROOP030 [list] 'ThreadState<T>' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
    }
}
//---
// What stands outside is looked at as well; who vouches is believed.
using Troops;
[TroopsOutside("a test")] static class Outside { internal static void Use(List<int> list) => TroopThread.Start(() => list.Add(1)); } //! TROOP030 [list] 'TroopThread.Start' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
static class Vouched { [Audited("me", "nobody else has it", "2099-12-31")] internal static void Use(List<int> list) => TroopThread.Start(() => list.Add(1)); }
//---
// Each delegate of a 'params' array for itself.
using Troops;
[TroopsOutside("a test")]
static class Several
{
    internal static void Use(List<int> list) => Parallel.Invoke(static () => { }, () => list.Add(1), () => Console.WriteLine()); //! TROOP030 [list] 'Parallel.Invoke' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
}
//---
// A callback that is left in a property.
using System.Diagnostics;
using Troops;
static class Callbacks
{
    internal static void Use(List<string> seen, ProcessStartInfo info)
    {
        System.Runtime.Loader.AssemblyLoadContext.Default.Resolving += static (_, _) => null;
        ActivityListener listener = new() { ActivityStarted = activity => seen.Add(activity.OperationName) }; //! TROOP030 [seen] 'ActivityListener.ActivityStarted' runs this on another thread, which would share seen -> List<string> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        listener.ActivityStopped = static _ => { };
        ActivitySource.AddActivityListener(listener);
        info.FileName = "x";
    }
}
//---
// What counts as immutable because hardly anybody sets it, and what does not.
using System.Net;
using System.Text;
using Troops;
static class Addresses
{
    internal static void Use(Encoding encoding, IPAddress address, IPEndPoint end, IPNetwork network, UTF8Encoding utf8)
    {
        TroopThread.Start(() => encoding.GetByteCount("x") + utf8.GetByteCount("y"));
        TroopThread.Start(() => address.ToString() + network);
        TroopThread.Start(() => end.Port); //! TROOP030 [end] 'TroopThread.Start' runs this on another thread, which would share end -> IPEndPoint (mutable); create it inside the thread, or use an immutable type, as those of System.Collections.Immutable
        int port = end.Port;
        TroopThread.Start(() => port + Encoding.GetEncoding("latin1").GetByteCount("x"));
    }
}
sealed class Rot13 : Encoding //! TROOP006 [Rot13] 'Rot13' must be immutable because 'Encoding' is, but Rot13.calls (not readonly); make it readonly
{
    int calls;
    public override int GetByteCount(char[] chars, int index, int count) => count + calls;
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => calls++;
    public override int GetCharCount(byte[] bytes, int index, int count) => count;
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => 0;
    public override int GetMaxByteCount(int charCount) => charCount;
    public override int GetMaxCharCount(int byteCount) => byteCount;
}
//---
// The parameters of an indexer are marked as those of a method are.
using Troops;
sealed class Jobs
{
    internal TroopThread this[[ThreadEntry] Action body] => TroopThread.Start(body);
    internal int this[[TroopEntry] Action body, int n] { get => n; set => TroopThread.Start(body); }
    internal Action this[int n] { [param: ThreadEntry] set => TroopThread.Start(value); }
    internal int this[Func<int> own] => own();
}
interface IJobs { int this[[ThreadEntry] Action body] { get; } }
sealed class Told : IJobs { public int this[Action body] { get { TroopThread.Start(body); return 0; } } }
static class Indexed
{
    internal static void Use(Jobs jobs, IJobs all, Told told, List<int> list)
    {
        GC.KeepAlive(jobs[() => list.Add(1)]); //! TROOP030 [list] 'Jobs.this[]' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        GC.KeepAlive(jobs[static () => { }]);
        jobs[() => list.Add(1), 1] = 2; //! TROOP030 [list] 'Jobs.this[]' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        jobs[() => list.Add(1), 1]++; //! TROOP030 [list] 'Jobs.this[]' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        jobs[1] = () => list.Add(1); //! TROOP030 [list] 'Jobs.this[]' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        GC.KeepAlive(new Jobs { [() => list.Add(1), 1] = 2 }); //! TROOP030 [list] 'Jobs.this[]' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        GC.KeepAlive(jobs?[() => list.Add(1)]); //! TROOP030 [list] 'Jobs.this[]' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        GC.KeepAlive((all[() => list.Add(1)], told[() => list.Add(1)])); //! TROOP030 [list] 'IJobs.this[]' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary() //! TROOP030 [list] 'Told.this[]' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        GC.KeepAlive(jobs![() => list.Count]);
    }
}
//---
// A collection expression calls the Add of its type.
using System.Collections;
using Troops;
class Jobs : IEnumerable<Action>
{
    internal void Add([ThreadEntry] Action body) => TroopThread.Start(body);
    internal void Add(string name) => GC.KeepAlive(name);
    public IEnumerator<Action> GetEnumerator() => throw new NotSupportedException();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
sealed class More : Jobs;
sealed class Fine : IEnumerable<Action>
{
    internal void Add(Action body) => body();
    public IEnumerator<Action> GetEnumerator() => throw new NotSupportedException();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
static class Collected
{
    internal static void Use(List<int> list, Action foreign, Action[] several)
    {
        Jobs jobs = [() => list.Add(1), static () => { }]; //! TROOP030 [list] 'Jobs.Add' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        More more = [() => list.Clear(), foreign]; //! TROOP030 [list] 'Jobs.Add' runs this on another thread, which would share list -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary() //! TROOP034 [foreign] 'Jobs.Add' runs a delegate on another thread that holds on to foreign (a delegate whose captures cannot be seen from here); write the lambda here, or mark the parameter that it comes from [ThreadEntry]
        Fine fine = [() => list.Add(1), foreign];
        Jobs spread = [.. several]; //! TROOP039 [several] 'Jobs.Add' takes Action[] (an array, whose elements can be assigned) to another thread; create it inside the thread, or freeze it: ToImmutableArray()
        List<Action> plain = [() => list.Add(1)];
        GC.KeepAlive((jobs, more, fine, spread, plain));
    }
}
