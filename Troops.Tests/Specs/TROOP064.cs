// Async bodies that return no TroopTask, called from task code.
using System.Collections.Immutable;
using Troops;
static class Extension { internal static async Task Into(this List<int> all) { await Task.Yield(); all.Add(1); } }
sealed partial class Calls
{
    readonly List<int> own = [];
    static async Task Fill(List<int> all) { await Task.Yield(); all.Add(1); }
    static async ValueTask<int> Sum(int[] all) { await Task.Yield(); return all.Length; }
    static async IAsyncEnumerable<int> Each(List<int> all) { await Task.Yield(); foreach (int one in all) yield return one; }
    static async Task<int> Good(ImmutableArray<int> all, string name, CancellationToken stop) { await Task.Delay(1, stop); return all.Length + name.Length; }
    static async TroopTask Own(List<int> all) { await TroopTask.Yield(); all.Add(1); }
    async Task Add() { await Task.Yield(); own.Add(1); }
    [TroopTask] async TroopTask All(List<int> list, int[] array, CancellationToken stop)
    {
        await Fill(list); //! TROOP064 [list] 'Calls.Fill' returns Task, so it may go on beside this thread, with 'all': List<int> (mutable); return TroopTask
        await Fill([1]); //! TROOP064 [[1]] 'Calls.Fill' returns Task, so it may go on beside this thread, with 'all': List<int> (mutable); return TroopTask
        int n = await Sum(array); //! TROOP064 [array] 'Calls.Sum' returns ValueTask<int>, so it may go on beside this thread, with 'all': int[] (an array, whose elements can be assigned); return TroopTask<int>
        await foreach (int one in Each(list)) n += one; //! TROOP064 [list] 'Calls.Each' returns IAsyncEnumerable<int>, so it may go on beside this thread, with 'all': List<int> (mutable); send the elements through a Channel<T>, or give it what is immutable
        await Add(); //! TROOP064 [Add()] 'Calls.Add' returns Task, so it may go on beside this thread, with the object that it is called on: Calls.own -> List<int> (mutable); return TroopTask
        await this.Add(); //! TROOP064 [this.Add()] 'Calls.Add' returns Task, so it may go on beside this thread, with the object that it is called on: Calls.own -> List<int> (mutable); return TroopTask
        n += await Good([1], "x", stop);
        await Own(list);
        await Task.Delay(n, stop);
        Func<List<int>, Task> fill = Fill;
        Func<Task> into = list.Into; //! TROOP064 [list.Into] 'Extension.Into' returns Task, so it may go on beside this thread, with the object that it is called on: List<int> (mutable); return TroopTask
        Func<Task> add = Add; //! TROOP064 [Add] 'Calls.Add' returns Task, so it may go on beside this thread, with the object that it is called on: Calls.own -> List<int> (mutable); return TroopTask
        GC.KeepAlive((fill, into, add));
    }
    TroopTask NotAsync(List<int> list) { Fill(list); return TroopTask.CompletedTask; } //! TROOP064 [list] 'Calls.Fill' returns Task, so it may go on beside this thread, with 'all': List<int> (mutable); return TroopTask
    async Task NotATask(List<int> list) { await Fill(list); await Add(); }
    void Sync(List<int> list) => Fill(list);
}
//---
// Lambdas and local functions.
using Troops;
sealed partial class Functions
{
    readonly List<int> own = [];
    async TroopTask All(List<int> list, string name)
    {
        Func<Task> a = async () => { await Task.Yield(); list.Add(1); }; //! TROOP064 [async () => { await Task.Yield(); list.Add(1); }] This async lambda returns Task, so it may go on beside this thread, with 'list': List<int> (mutable); let it return TroopTask
        Func<Task> b = async () => { await Task.Yield(); own.Add(1); }; //! TROOP064 [async () => { await Task.Yield(); own.Add(1); }] This async lambda returns Task, so it may go on beside this thread, with 'this': Functions.own -> List<int> (mutable); let it return TroopTask
        Func<Task<int>> c = async () => { await Task.Yield(); return name.Length; };
        Func<Task> d = static async () => await Task.Yield();
        Func<TroopTask> e = async () => { await TroopTask.Yield(); list.Add(1); };
        async Task Local() { await Task.Yield(); list.Add(1); }
        async Task<int> Named() { await Task.Yield(); return name.Length; }
        static async Task Static(List<int> l) { await Task.Yield(); l.Add(1); }
        async TroopTask Good() { await TroopTask.Yield(); list.Add(1); }
        await Local(); //! TROOP064 [Local()] 'Local' returns Task, so it may go on beside this thread, with 'list': List<int> (mutable); return TroopTask
        Func<Task> f = Local; //! TROOP064 [Local] 'Local' returns Task, so it may go on beside this thread, with 'list': List<int> (mutable); return TroopTask
        int n = await Named();
        await Static(list); //! TROOP064 [list] 'Static' returns Task, so it may go on beside this thread, with 'l': List<int> (mutable); return TroopTask
        await Good();
        await e();
        GC.KeepAlive((a, b, c, d, f, n));
    }
    static void Outside(List<int> list) { Func<Task> a = async () => { await Task.Yield(); list.Add(1); }; GC.KeepAlive(a); }
}
//---
// Called with the elements of a collection.
using System.Collections.Immutable;
using Troops;
sealed class Item { internal int Count { get; set; } internal async Task Later() { await Task.Yield(); Count++; } }
static class Extensions { internal static async Task Into(this List<int> all, Item item) { await Task.Yield(); all.Add(item.Count); } internal static async Task Named(this string name, Item item) { await Task.Yield(); item.Count += name.Length; } internal static async Task Both(this string name, string other) { await Task.Yield(); Console.WriteLine(name + other); } }
sealed partial class Elements
{
    static async Task Fill(Item item) { await Task.Yield(); item.Count++; }
    static async Task<int> Name(string name, int at) { await Task.Yield(); return name.Length + at; }
    static Task Through(Item item) => Fill(item);
    static Task Known(Item item) => Task.Delay(item.Count);
    static Task Each(List<Item> items) => Task.WhenAll(items.Select(Fill));
    static Task EachLambda(List<Item> items) => Task.WhenAll(items.Select(async item => { await Task.Yield(); item.Count++; }));
    static Task Generic<T>(List<T> items) { return Task.WhenAll(items.Select(One)); static async Task One(T item) { await Task.Yield(); GC.KeepAlive(item); } }
    static Task Own(Func<Item, Task> with) => with(new Item());
    static Task With<T>(T of, Func<T, Task> with) => with(of);
    static Task<R> Using<C, R>(Func<C, Task<R>> use) where C : new() => use(new C());
    static Task<R> Bracket<C, R>(Func<C> open, Func<C, Task<R>> use) => use(open());
    static Func<Item, Task> Handler(List<int> numbers) { numbers.Add(1); return item => Fill(item); }
    static Task[] Both(Item item) => [Fill(item), Fill(item)];
    static IEnumerable<Task> Lazily(Item item) { yield return Fill(item); }
    static void Out(Item item, out Task task) => task = Fill(item);
    static (Task, int) Pair(Item item) => (Fill(item), item.Count);
    static TroopTask<Task> OfTask(string name) => TroopTask.FromResult<Task>(Name(name, 1));
    async TroopTask All(List<Item> items, List<int> list, Dictionary<string, Task> running, ImmutableArray<string> names, Task pending)
    {
        await Task.WhenAll(items.Select(Fill)); //! TROOP064 [Fill] 'Elements.Fill' returns Task, so it may go on beside this thread, with 'item': Item.Count (has a setter); return TroopTask
        await Task.WhenAll(items.Select(Through)); //! TROOP064 [Through] 'Elements.Fill', which 'Elements.Through' leads to, returns Task, so it may go on beside this thread, with 'item': Item.Count (has a setter); let both return TroopTask
        await Task.WhenAll(items.Select(async item => { await Task.Yield(); item.Count++; })); //! TROOP064 [item] This async lambda returns Task, so it may go on beside this thread, with 'item': Item.Count (has a setter); let it return TroopTask
        await Task.WhenAll(items.Select(async (Item item, int at) => { await Task.Yield(); item.Count += at; })); //! TROOP064 [Item item] This async lambda returns Task, so it may go on beside this thread, with 'item': Item.Count (has a setter); let it return TroopTask
        await Task.WhenAll(items.Select(list.Into)); //! TROOP064 [list.Into] 'Extensions.Into' returns Task, so it may go on beside this thread, with the object that it is called on: List<int> (mutable); return TroopTask
        await Task.WhenAll(items.Select("x".Named)); //! TROOP064 ["x".Named] 'Extensions.Named' returns Task, so it may go on beside this thread, with 'item': Item.Count (has a setter); return TroopTask
        await Task.WhenAll(names.Select("x".Both));
        await Each(items); //! TROOP064 [items] 'Elements.Fill', which 'Elements.Each' leads to, returns Task, so it may go on beside this thread, with 'items': List<Item> (mutable); let both return TroopTask
        await EachLambda(items); //! TROOP064 [items] An async lambda, which 'Elements.EachLambda' leads to, returns Task, so it may go on beside this thread, with 'items': List<Item> (mutable); let both return TroopTask
        await Generic(items); //! TROOP064 [items] 'One', which 'Elements.Generic<T>' leads to, returns Task, so it may go on beside this thread, with 'items': List<Item> (mutable); let both return TroopTask
        await With(items[0], Fill); //! TROOP064 [Fill] 'Elements.Fill' returns Task, so it may go on beside this thread, with 'item': Item.Count (has a setter); return TroopTask
        await With(items[0], async item => { await Task.Yield(); item.Count++; }); //! TROOP064 [item] This async lambda returns Task, so it may go on beside this thread, with 'item': Item.Count (has a setter); let it return TroopTask
        await Using<Item, int>(async item => { await Task.Yield(); return item.Count; });
        await Bracket(static () => new Item(), async item => { await Task.Yield(); return item.Count; });
        await names.Aggregate(Task.CompletedTask, async (before, name) => { await before; Console.WriteLine(name); });
        GC.KeepAlive(Handler(list));
        await With(items[0], async delegate { await Task.Yield(); });
        Func<Item, Task> held = Fill, known = Known, made = async item => { await Task.Yield(); item.Count++; };
        await Task.WhenAll(items.Select(held)); //! TROOP064 [held] 'Elements.Fill', which 'held' leads to, returns Task, so it may go on beside this thread, with 'arg': Item.Count (has a setter); let both return TroopTask
        await Task.WhenAll(items.Select(made)); //! TROOP064 [made] An async lambda, which 'made' leads to, returns Task, so it may go on beside this thread, with 'arg': Item.Count (has a setter); let both return TroopTask
        await Task.WhenAll(items.Select(known));
        await Task.WhenAll(items.Select<Item, Task>(items.Count > 1 ? Known : Fill)); //! TROOP064 [items.Count > 1 ? Known : Fill] 'Elements.Fill' returns Task, so it may go on beside this thread, with 'arg': Item.Count (has a setter); return TroopTask
        await With(items[0], held); //! TROOP064 [held] 'Elements.Fill', which 'held' leads to, returns Task, so it may go on beside this thread, with 'arg': Item.Count (has a setter); let both return TroopTask
        await With("x", async name => { await Task.Yield(); Console.WriteLine(name); });
        await Task.WhenAll(Both(items[0])); //! TROOP064 [items[0]] 'Elements.Fill', which 'Elements.Both' leads to, returns Task, so it may go on beside this thread, with 'item': Item.Count (has a setter); let 'Elements.Fill' return TroopTask
        await Task.WhenAll(Lazily(items[0])); //! TROOP064 [items[0]] 'Elements.Fill', which 'Elements.Lazily' leads to, returns Task, so it may go on beside this thread, with 'item': Item.Count (has a setter); let 'Elements.Fill' return TroopTask
        Out(items[0], out pending); //! TROOP064 [items[0]] 'Elements.Fill', which 'Elements.Out' leads to, returns Task, so it may go on beside this thread, with 'item': Item.Count (has a setter); let both return TroopTask
        await Pair(items[0]).Item1; //! TROOP064 [items[0]] 'Elements.Fill', which 'Elements.Pair' leads to, returns Task, so it may go on beside this thread, with 'item': Item.Count (has a setter); let 'Elements.Fill' return TroopTask
        await await OfTask("x");
        await Task.WhenAll(items.Select(Known));
        await Task.WhenAll(items.Select(async _ => await Task.Yield()));
        await Task.WhenAll(items.Select(async (_, _) => await Task.Yield()));
        await Task.WhenAll(names.Select(Name));
        await Task.WhenAll(names.Select(async name => { await Task.Yield(); return name.Length; }));
        await Own(async item => { await Task.Yield(); item.Count++; });
        await Own(Fill);
        names.ToList().ForEach(name => running.TryAdd(name, pending));
    }
    static async Task NotATask(List<Item> items) => await Task.WhenAll(items.Select(Fill));
}
//---
// What runs other people's continuations.
using Troops;
sealed partial class Apis
{
    static async TroopTask All(Task<int> task, CancellationTokenSource cts, TaskCreationOptions options)
    {
        GC.KeepAlive(task.ContinueWith(static t => t.Result, TaskScheduler.Default)); //! TROOP064 [task.ContinueWith(static t => t.Result, TaskScheduler.Default)] 'Task<int>.ContinueWith<int>' goes on with a kernel thread, beside this thread's tasks; await it, and go on in the lines below
        GC.KeepAlive(((Task)task).ContinueWith(static _ => { })); //! TROOP064 [((Task)task).ContinueWith(static _ => { })] 'Task.ContinueWith' goes on with a kernel thread, beside this thread's tasks; await it, and go on in the lines below
        GC.KeepAlive(TaskScheduler.Current); //! TROOP064 [TaskScheduler.Current] 'TaskScheduler.Current' says where other tasks than this thread's run; start a thread with TroopThread.Start, or a task by calling its method
        GC.KeepAlive(TaskScheduler.FromCurrentSynchronizationContext()); //! TROOP064 [TaskScheduler.FromCurrentSynchronizationContext()] 'TaskScheduler.FromCurrentSynchronizationContext' says where other tasks than this thread's run; start a thread with TroopThread.Start, or a task by calling its method
        TaskCompletionSource a = new(); //! TROOP064 [new()] 'new TaskCompletionSource' runs whatever awaits it in the middle of the task that completes it; pass TaskCreationOptions.RunContinuationsAsynchronously
        TaskCompletionSource<int> b = new(); //! TROOP064 [new()] 'new TaskCompletionSource<int>' runs whatever awaits it in the middle of the task that completes it; pass TaskCreationOptions.RunContinuationsAsynchronously
        TaskCompletionSource<int> c = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<int> d = new("state", TaskCreationOptions.RunContinuationsAsynchronously | TaskCreationOptions.LongRunning);
        TaskCompletionSource<int> e = new(TaskCreationOptions.None); //! TROOP064 [new(TaskCreationOptions.None)] 'new TaskCompletionSource<int>' runs whatever awaits it in the middle of the task that completes it; pass TaskCreationOptions.RunContinuationsAsynchronously
        TaskCompletionSource<int> f = new(options);
        cts.Cancel(); //! TROOP064 [cts.Cancel()] 'CancellationTokenSource.Cancel' runs whatever others registered in the middle of this task; write 'await ….CancelAsync()'
        cts.Cancel(true); //! TROOP064 [cts.Cancel(true)] 'CancellationTokenSource.Cancel' runs whatever others registered in the middle of this task; write 'await ….CancelAsync()'
        await cts.CancelAsync();
        cts.CancelAfter(1);
        await a.Task;
        int n = await b.Task.ConfigureAwait(false); //! TROOP064 [ConfigureAwait(false)] 'ConfigureAwait(false)' is harmless here, and of no use: a task always goes on on its own thread; leave it out
        n += await c.Task.ConfigureAwait(true);
        await new ValueTask().ConfigureAwait(false); //! TROOP064 [ConfigureAwait(false)] 'ConfigureAwait(false)' is harmless here, and of no use: a task always goes on on its own thread; leave it out
        n += await d.Task + await e.Task + await f.Task;
    }
    static async Task NotATask(Task<int> task, CancellationTokenSource cts)
    {
        await task.ContinueWith(static t => t.Result, TaskScheduler.Default).ConfigureAwait(false);
        cts.Cancel();
        await new TaskCompletionSource().Task;
    }
}
//---
// Somebody vouches, or the code stands outside.
using Troops;
sealed partial class Vouched
{
    [Audited("me", "it waits", "2099-12-31")] static async TroopTask All(CancellationTokenSource cts) { cts.Cancel(); await TroopTask.Yield(); }
}
[TroopsOutside("a test")] static class Outside { static async TroopTask All(CancellationTokenSource cts) { cts.Cancel(); await TroopTask.Yield(); } }
//---
// A lambda that a thread is started with runs in that thread.
using Troops;
static class Started
{
    internal static void Use()
    {
        TroopThread.Start(() => { List<int> list = []; Task later = Later(list); list.Add(1); GC.KeepAlive(later); }); //! TROOP064 [list] 'Started.Later' returns Task, so it may go on beside this thread, with 'list': List<int> (mutable); return TroopTask
        Blocking.Run(() => { List<int> list = []; Later(list).GetAwaiter().GetResult(); }).Forget();
    }
    static async Task Later(List<int> list) { await Task.Delay(1); list.Add(1); }
}
//---
// An async body behind something that is not async.
using System.Collections.Immutable;
using Troops;
interface ILoad { Task Load(List<int> into); Task Mixed(List<int> into); Task Open(List<int> into); }
sealed class Loader : ILoad
{
    public async Task Load(List<int> into) { await Task.Yield(); into.Add(1); }
    public async Task Mixed(List<int> into) { await Task.Yield(); into.Add(1); }
    public Task Open(List<int> into) => Load(into);
}
sealed class Quiet : ILoad
{
    public Task Load(List<int> into) => new Loader().Load(into);
    public Task Mixed(List<int> into) => Task.CompletedTask;
    public async Task Open(List<int> into) { await Task.Yield(); into.Add(1); }
}
abstract class Source { public abstract Task Fill(List<int> into); public abstract Task Nobody(List<int> into); }
sealed class Real : Source
{
    public override async Task Fill(List<int> into) { await Task.Yield(); into.Add(1); }
    public override Task Nobody(List<int> into) => throw new NotSupportedException();
}
sealed class Eager
{
    readonly List<int> own = [];
    readonly Task begun;
    internal Eager() => begun = Load();
    internal Eager(List<int> into) => begun = Ways.Fill(into);
    internal Eager(string name) => begun = Ways.Name(name);
    internal Task Begun => begun;
    async Task Load() { await Task.Yield(); own.Add(1); }
}
sealed class Primary(List<int> into) { internal Task Begun { get; } = Ways.Fill(into); }
static class Ways
{
    internal static async Task Fill(List<int> all) { await Task.Yield(); all.Add(1); }
    internal static async Task Name(string name) { await Task.Yield(); Console.WriteLine(name); }
}
sealed partial class Indirect(Source source)
{
    readonly List<int> own = [];
    Task Wrapped(List<int> all) => Ways.Fill(all);
    Task Twice(List<int> all) { ArgumentNullException.ThrowIfNull(all); return Wrapped(all); }
    Task Checked(List<int> all) { ArgumentNullException.ThrowIfNull(all); return Go(); async Task Go() { await Task.Yield(); all.Add(1); } }
    Task OfOwn => Ways.Fill(own);
    Task Counted(List<int> all) => Ways.Name($"{all.Count}");
    Task Fresh() => Ways.Fill([]);
    Task Own(int n) { own.Add(n); return Ways.Fill(own); }
    Task Loop(List<int> all) => Loop(all);
    Task Lambda(List<int> all) { Func<Task> go = async () => { await Task.Yield(); all.Add(1); }; return go(); }
    [Audited("me", "it waits", "2099-12-31")] Task Vouched(List<int> all) => Ways.Fill(all);
    Task Alias(List<int> all) { List<int> same = all; return Ways.Fill(same); }
    async TroopTask All(List<int> list, ILoad load)
    {
        await Wrapped(list); //! TROOP064 [list] 'Ways.Fill', which 'Indirect.Wrapped' leads to, returns Task, so it may go on beside this thread, with 'all': List<int> (mutable); let both return TroopTask
        await Twice(list); //! TROOP064 [list] 'Ways.Fill', which 'Indirect.Twice' leads to, returns Task, so it may go on beside this thread, with 'all': List<int> (mutable); let both return TroopTask
        await Checked(list); //! TROOP064 [list] 'Go', which 'Indirect.Checked' leads to, returns Task, so it may go on beside this thread, with 'all': List<int> (mutable); let both return TroopTask
        await OfOwn; //! TROOP064 [OfOwn] 'Ways.Fill', which 'Indirect.OfOwn' leads to, returns Task, so it may go on beside this thread, with the object that it is called on: Indirect.source -> Source (not sealed, so a subclass may be mutable); let both return TroopTask
        await Counted(list);
        await Fresh();
        await Own(1); //! TROOP064 [Own(1)] 'Ways.Fill', which 'Indirect.Own' leads to, returns Task, so it may go on beside this thread, with the object that it is called on: Indirect.source -> Source (not sealed, so a subclass may be mutable); let both return TroopTask
        await Loop(list);
        await Lambda(list); //! TROOP064 [list] An async lambda, which 'Indirect.Lambda' leads to, returns Task, so it may go on beside this thread, with 'all': List<int> (mutable); let both return TroopTask
        await Vouched(list);
        await Alias(list); //! TROOP064 [list] 'Ways.Fill', which 'Indirect.Alias' leads to, returns Task, so it may go on beside this thread, with 'all': List<int> (mutable); let both return TroopTask
        await load.Load(list); //! TROOP064 [list] 'Loader.Load', which 'ILoad.Load' leads to, returns Task, so it may go on beside this thread, with 'into': List<int> (mutable); let both return TroopTask
        await load.Mixed(list);
        await load.Open(list); //! TROOP064 [list] 'Loader.Load', which 'ILoad.Open' leads to, returns Task, so it may go on beside this thread, with 'into': List<int> (mutable); let both return TroopTask
        await source.Fill(list); //! TROOP064 [list] 'Real.Fill', which 'Source.Fill' leads to, returns Task, so it may go on beside this thread, with 'into': List<int> (mutable); let both return TroopTask
        await source.Nobody(list);
        Func<List<int>, Task> fill = Ways.Fill;
        await fill(list); //! TROOP064 [list] 'Ways.Fill', which 'fill' leads to, returns Task, so it may go on beside this thread, with 'arg': List<int> (mutable); let both return TroopTask
        Func<List<int>, Task> either = static async all => { await Task.Yield(); all.Add(1); };
        if (list.Count > 0) either = Wrapped;
        await either(list); //! TROOP064 [list] An async lambda, which 'either' leads to, returns Task, so it may go on beside this thread, with 'arg': List<int> (mutable); let both return TroopTask
        Func<List<int>, Task> inline = all => Ways.Fill(all); //! TROOP064 [all] 'Ways.Fill' returns Task, so it may go on beside this thread, with 'all': List<int> (mutable); return TroopTask
        await inline(list);
        Eager eager = new(), second = new(list), third = new("x"); //! TROOP064 [new()] 'Eager.Load', which 'new Eager' leads to, returns Task, so it may go on beside this thread, with the new object: Eager.Eager (hands out 'this' before it is fully constructed); let it return TroopTask, and call it where that is awaited //! TROOP064 [list] 'Ways.Fill', which 'new Eager' leads to, returns Task, so it may go on beside this thread, with 'into': List<int> (mutable); let it return TroopTask, and call it where that is awaited
        Primary primary = new(list); //! TROOP064 [list] 'Ways.Fill', which 'new Primary' leads to, returns Task, so it may go on beside this thread, with 'into': List<int> (mutable); let it return TroopTask, and call it where that is awaited
        await Task.WhenAll(eager.Begun, second.Begun, third.Begun, primary.Begun);
    }
    void Sync(List<int> list, ILoad load) { Wrapped(list); load.Load(list); _ = OfOwn; _ = new Eager(list); }
}
//---
// A method that a thread is started with by name runs in that thread.
using Troops;
static partial class ByName
{
    internal static void Use(TroopProcess process)
    {
        TroopThread.Start(Body); //! TROOP064 [Body] 'ByName.Later', which 'ByName.Body' leads to, returns Task, so it may go on beside this thread, with 'list': List<int> (mutable); let both return TroopTask
        TroopThread.Start<int>(Result); //! TROOP064 [Result] 'ByName.Later', which 'ByName.Through' leads to, returns Task, so it may go on beside this thread, with 'list': List<int> (mutable); let both return TroopTask
        TroopThread.Start(Local); //! TROOP064 [Local] 'ByName.Later', which 'Local' leads to, returns Task, so it may go on beside this thread, with 'list': List<int> (mutable); let both return TroopTask
        TroopThread.Start(Fine);
        TroopThread.Start(OwnTask);
        Blocking.Run(Body).Forget();
        Action body = Body;
        static void Local() { List<int> list = []; GC.KeepAlive(Later(list)); }
        GC.KeepAlive((process.InvokeAsync(Body), body)); //! TROOP064 [Body] 'ByName.Later', which 'ByName.Body' leads to, returns Task, so it may go on beside this thread, with 'list': List<int> (mutable); let both return TroopTask
    }
    static void Body() { List<int> list = []; Task later = Later(list); list.Add(1); GC.KeepAlive(later); }
    static int Result() { List<int> list = []; GC.KeepAlive(Through(list)); return list.Count; }
    static void Fine() { List<int> list = []; GC.KeepAlive(Named("x")); list.Add(1); }
    static async TroopTask OwnTask() { List<int> list = []; await Later(list); } //! TROOP064 [list] 'ByName.Later' returns Task, so it may go on beside this thread, with 'list': List<int> (mutable); return TroopTask
    static Task Through(List<int> list) => Later(list);
    static async Task Later(List<int> list) { await Task.Delay(1); list.Add(1); }
    static async Task Named(string name) { await Task.Delay(1); Console.WriteLine(name); }
}
//---
// What is a wrapper's own making is not its caller's.
using Troops;
interface IReady { Task Ready { get; } ValueTask<int> Count<T>(T of); }
sealed class Always(List<int> own) : IReady
{
    public Task Ready => Makers.Fill(own);
    public async ValueTask<int> Count<T>(T of) { await Task.Yield(); return own.Count + (of is null ? 0 : 1); }
}
sealed class Entry { public string Text { get; set; } = ""; }
static class Makers
{
    internal static async Task Fill(List<int> all) { await Task.Yield(); all.Add(1); }
    internal static async Task<int> Write(Entry entry) { await Task.Yield(); return entry.Text.Length; }
    internal static Task Both(this List<int> all, List<int> other) => Task.WhenAll(all.Select(n => Fill(other)));
    internal static IAsyncEnumerable<int> Each(List<int> all) { return Go(all); static async IAsyncEnumerable<int> Go(List<int> all) { foreach (int n in all) { await Task.Yield(); yield return n; } } }
    internal static Task<T> Generic<T>(List<T> all) { List<T> same = all, other = same; return Later(other); }
    static async Task<T> Later<T>(List<T> all) { await Task.Yield(); return all[0]; }
}
sealed partial class Making(IReady ready)
{
    readonly List<int> own = [];
    int N => own.Count;
    Task Pending { get { return Makers.Fill(own); } set { } }
    Task Entered(string text) => Makers.Write(new Entry { Text = text });
    Task Copied(List<int> all) { List<int> copy = Enumerable.Range(0, all.Count).ToList(); return Makers.Fill(copy); }
    Task Ranged(int n) { List<int> made = Enumerable.Range(0, n).ToList(); return Makers.Fill(made); }
    Task Started(List<int> all) { TroopThread.Start(static async () => { List<int> l = []; await TroopTask.Yield(); l.Add(1); }); all.Clear(); return Task.CompletedTask; }
    Task Deep(int n) => Deep2(n, own);
    Task Deep2(int n, List<int> all) => Deep3(n, all);
    Task Deep3(int n, List<int> all) => n == 0 ? Makers.Fill(all) : Deep2(n - 1, all);
    async TroopTask All(List<int> list, List<int> other)
    {
        await Entered("x");
        Pending = Task.CompletedTask;
        Console.WriteLine(nameof(Pending));
        await Ranged(1);
        await Copied(list);
        await Started(list);
        await Deep(3); //! TROOP064 [Deep(3)] 'Makers.Fill', which 'Making.Deep' leads to, returns Task, so it may go on beside this thread, with the object that it is called on: Making.ready -> IReady (an interface that a mutable type may implement); let both return TroopTask
        await list.Both(other); //! TROOP064 [other] 'Makers.Fill', which 'Makers.Both' leads to, returns Task, so it may go on beside this thread, with 'other': List<int> (mutable); let both return TroopTask
        await foreach (int n in Makers.Each(list)) Console.WriteLine(n); //! TROOP064 [list] 'Go', which 'Makers.Each' leads to, returns IAsyncEnumerable<int>, so it may go on beside this thread, with 'all': List<int> (mutable); send the elements through a Channel<T>, or give it what is immutable
        Console.WriteLine(await Makers.Generic(list)); //! TROOP064 [list] 'Makers.Later<T>', which 'Makers.Generic<T>' leads to, returns Task<T>, so it may go on beside this thread, with 'all': List<int> (mutable); let both return TroopTask<T>
        await ready.Ready; //! TROOP064 [ready.Ready] 'Makers.Fill', which 'IReady.Ready' leads to, returns Task, so it may go on beside this thread, with the object that it is called on: IReady (an interface that a mutable type may implement); let both return TroopTask
        Console.WriteLine(await ready.Count("x") + N); //! TROOP064 [ready.Count("x")] 'Always.Count<T>', which 'IReady.Count<T>' leads to, returns ValueTask<int>, so it may go on beside this thread, with the object that it is called on: IReady (an interface that a mutable type may implement); let both return TroopTask<int>
    }
}
//---
// What a statement calls and does not name.
using Troops;
sealed class Holder(List<int> list) : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Yield(); list.Add(1); } }
class Explicit(List<int> list) : IAsyncDisposable { async ValueTask IAsyncDisposable.DisposeAsync() { await Task.Yield(); list.Add(1); } }
sealed class Derived(List<int> list) : Explicit(list);
sealed class Leads(List<int> list) { public ValueTask DisposeAsync() => Later(list); static async ValueTask Later(List<int> all) { await Task.Yield(); all.Add(1); } }
sealed class Still(string name) : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Yield(); GC.KeepAlive(name); } }
sealed class Own(List<int> list) { public async TroopTask DisposeAsync() { await TroopTask.Yield(); list.Add(1); } } //! TROOP070 [Own] 'Own' has the task 'DisposeAsync', and the generator cannot add a faster, metered body, for 'Own' is not partial; add 'partial'
sealed class Numbers(List<int> list)
{
    public Walk GetAsyncEnumerator() => new(list);
    internal sealed class Walk(List<int> all) { public int Current => all.Count; public async ValueTask<bool> MoveNextAsync() { await Task.Yield(); all.Add(1); return false; } }
}
sealed class Finite
{
    public Walk GetAsyncEnumerator() => new();
    internal sealed class Walk { public int Current => 1; public async ValueTask<bool> MoveNextAsync() { await Task.Yield(); return false; } }
}
sealed class Iterator(List<int> list) : IAsyncEnumerable<int> { public async IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken stop) { await Task.Yield(); yield return list.Count; } }
sealed class Still2(string name) : IAsyncEnumerable<int> { public async IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken stop) { await Task.Yield(); yield return name.Length; } }
sealed class Hidden(List<int> list) : IAsyncEnumerable<int> { async IAsyncEnumerator<int> IAsyncEnumerable<int>.GetAsyncEnumerator(CancellationToken stop) { await Task.Yield(); yield return list.Count; } }
sealed class Passes(List<int> list) : IAsyncEnumerable<int>
{
    public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken stop) => Each(list).GetAsyncEnumerator(stop);
    static async IAsyncEnumerable<int> Each(List<int> all) { await Task.Yield(); yield return all.Count; }
}
static partial class Statements
{
    static async TroopTask All(List<int> list, IAsyncDisposable any, IAsyncEnumerable<int> foreign)
    {
        await using Holder a = new(list); //! TROOP064 [new(list)] 'Holder.DisposeAsync' returns ValueTask, so it may go on beside this thread, with the object that it is called on: Holder.list -> List<int> (mutable); return TroopTask
        await using (Derived b = new(list)) { } //! TROOP064 [new(list)] 'Explicit.IAsyncDisposable.DisposeAsync' returns ValueTask, so it may go on beside this thread, with the object that it is called on: Derived -> Explicit.list -> List<int> (mutable); return TroopTask
        await using (new Leads(list)) { } //! TROOP064 [new Leads(list)] 'Leads.Later', which 'Leads.DisposeAsync' leads to, returns ValueTask, so it may go on beside this thread, with the object that it is called on: Leads.list -> List<int> (mutable); let both return TroopTask
        await using (a) { } //! TROOP064 [a] 'Holder.DisposeAsync' returns ValueTask, so it may go on beside this thread, with the object that it is called on: Holder.list -> List<int> (mutable); return TroopTask
        await using Still c = new("x");
        await using (new Own(list)) { }
        await using (any) { }
        await foreach (int one in new Numbers(list)) GC.KeepAlive(one); //! TROOP064 [new Numbers(list)] 'Numbers.Walk.MoveNextAsync' returns ValueTask<bool>, so it may go on beside this thread, with the object that it is called on: Numbers.Walk.all -> List<int> (mutable); return TroopTask<bool>
        await foreach (int one in new Finite()) GC.KeepAlive(one);
        await foreach (int one in foreign) GC.KeepAlive(one);
        await foreach (int one in foreign.WithCancellation(default)) GC.KeepAlive(one);
        await foreach (int one in new Iterator(list)) GC.KeepAlive(one); //! TROOP064 [new Iterator(list)] 'Iterator.GetAsyncEnumerator' returns IAsyncEnumerator<int>, so it may go on beside this thread, with the object that it is called on: Iterator.list -> List<int> (mutable); send the elements through a Channel<T>, or give it what is immutable
        await foreach (int one in new Iterator(list).WithCancellation(default).ConfigureAwait(false)) GC.KeepAlive(one); //! TROOP064 [new Iterator(list)] 'Iterator.GetAsyncEnumerator' returns IAsyncEnumerator<int>, so it may go on beside this thread, with the object that it is called on: Iterator.list -> List<int> (mutable); send the elements through a Channel<T>, or give it what is immutable
        await foreach (int one in new Hidden(list)) GC.KeepAlive(one); //! TROOP064 [new Hidden(list)] 'Hidden.IAsyncEnumerable<int>.GetAsyncEnumerator' returns IAsyncEnumerator<int>, so it may go on beside this thread, with the object that it is called on: Hidden.list -> List<int> (mutable); send the elements through a Channel<T>, or give it what is immutable
        await foreach (int one in new Passes(list)) GC.KeepAlive(one); //! TROOP064 [new Passes(list)] 'Passes.Each', which 'Passes.GetAsyncEnumerator' leads to, returns IAsyncEnumerable<int>, so it may go on beside this thread, with the object that it is called on: Passes.list -> List<int> (mutable); send the elements through a Channel<T>, or give it what is immutable
        await foreach (int one in new Still2("x")) GC.KeepAlive(one);
        await foreach (int one in new Still2("x").WithCancellation(default)) GC.KeepAlive(one);
        await using (a.ConfigureAwait(false)) { } //! TROOP064 [a] 'Holder.DisposeAsync' returns ValueTask, so it may go on beside this thread, with the object that it is called on: Holder.list -> List<int> (mutable); return TroopTask
        await using (c.ConfigureAwait(false)) { }
        await using var d = a.ConfigureAwait(false); //! TROOP064 [a] 'Holder.DisposeAsync' returns ValueTask, so it may go on beside this thread, with the object that it is called on: Holder.list -> List<int> (mutable); return TroopTask
    }
    static async Task NotATask(List<int> list) { await using Holder a = new(list); await foreach (int one in new Numbers(list)) GC.KeepAlive(one); }
}
