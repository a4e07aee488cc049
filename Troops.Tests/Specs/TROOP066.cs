// async void: methods, local functions, lambdas.
using Troops;
sealed partial class Voids
{
    static async void Fire() => await TroopTask.Yield(); //! TROOP066 [Fire] 'Voids.Fire' is async void: nobody can wait for its end or see its fault; return TroopTask
    static void Around()
    {
        async void Local() => await Task.Yield(); //! TROOP066 [Local] 'Local' is async void: nobody can wait for its end or see its fault; return TroopTask
        Local();
        Action one = async () => await Task.Yield(); //! TROOP066 [async () => await Task.Yield()] This async lambda is given as Action: nobody can wait for its end or see its fault; give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async
        Action<int> two = async delegate { await Task.Yield(); }; //! TROOP066 [async delegate { await Task.Yield(); }] This async lambda is given as Action<int>: nobody can wait for its end or see its fault; give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async
        one();
        two(1);
        AppDomain.CurrentDomain.ProcessExit += async (_, _) => await Task.Yield(); //! TROOP066 [async (_, _) => await Task.Yield()] This async lambda is given as EventHandler: nobody can wait for its end or see its fault; give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async
        Func<TroopTask> good = async () => await TroopTask.Yield();
        Func<Task> other = async () => await Task.Yield();
        Use(good, other);
    }
    static void Use(Func<TroopTask> a, Func<Task> b) => GC.KeepAlive((a, b));
    static async TroopTask Good() => await TroopTask.Yield();
    static async Task Other() => await Task.Yield();
}
//---
// What is thrown away.
using Troops;
using Troops.Sharing;
sealed partial class Discards
{
    static async TroopTask Work() => await TroopTask.Yield();
    static async TroopTask<int> Count() { await TroopTask.Yield(); return 1; }
    static T Same<T>(T value) => value;
    static async TroopTask<TroopTask> Twice() { await TroopTask.Yield(); return Work(); }
    Discards? Next => null;
    async TroopTask Own() => await TroopTask.Yield();
    async TroopTask All(Channel<int> channel, Func<TroopTask> made)
    {
        Work(); //! TROOP066 [Work()] The task of 'Discards.Work' is thrown away, and with it its end and its fault; await it, or say '.Forget()'
        _ = Work(); //! TROOP066 [Work()] The task of 'Discards.Work' is thrown away, and with it its end and its fault; await it, or say '.Forget()'
        _ = Count(); //! TROOP066 [Count()] The task of 'Discards.Count' is thrown away, and with it its end and its fault; await it, or say '.Forget()'
        Own(); //! TROOP066 [Own()] The task of 'Discards.Own' is thrown away, and with it its end and its fault; await it, or say '.Forget()'
        Next?.Own(); //! TROOP066 [.Own()] The task of 'Discards.Own' is thrown away, and with it its end and its fault; await it, or say '.Forget()'
        channel.SendAsync(1); //! TROOP066 [channel.SendAsync(1)] The task of 'Channel<int>.SendAsync' is thrown away, and with it its end and its fault; await it, or say '.Forget()'
        TroopTask.Delay(TimeSpan.FromSeconds(1)); //! TROOP066 [TroopTask.Delay(TimeSpan.FromSeconds(1))] The task of 'TroopTask.Delay' is thrown away, and with it its end and its fault; await it, or say '.Forget()'
        made(); //! TROOP066 [made()] The task of 'Func<TroopTask>.Invoke' is thrown away, and with it its end and its fault; await it, or say '.Forget()'
        TroopTask.WhenAll(Work(), Work()); //! TROOP066 [TroopTask.WhenAll(Work(), Work())] The task of 'TroopTask.WhenAll' is thrown away, and with it its end and its fault; await it, or say '.Forget()'
        for (int i = 0; i < 2; Work()) i++; //! TROOP066 [Work()] The task of 'Discards.Work' is thrown away, and with it its end and its fault; await it, or say '.Forget()'
        Action later = () => Work(); //! TROOP066 [Work()] The task of 'Discards.Work' is thrown away, and with it its end and its fault; await it, or say '.Forget()'
        later();
        await Work();
        Work().Forget();
        Count().Forget();
        _ = await Count();
        await TroopTask.WhenAll(Work(), Work());
        Work().AsTask().GetAwaiter().OnCompleted(static () => { });
        TroopThread.Start(static () => { });
        _ = TroopThread.Start(static async () => await Work());
    }
    void Later() => Work(); //! TROOP066 [Work()] The task of 'Discards.Work' is thrown away, and with it its end and its fault; await it, or say '.Forget()'
}
//---
// Locals: never, once, twice.
using Troops;
sealed partial class Locals
{
    static async TroopTask Work() => await TroopTask.Yield();
    static async TroopTask<int> Count() { await TroopTask.Yield(); return 1; }
    static async TroopTask Never()
    {
        TroopTask a = Work(); //! TROOP066 [Work()] The task in 'a' is never awaited, and its end and its fault are lost; await it, give it to TroopTask.WhenAll, or say '.Forget()'
        var b = Count(); //! TROOP066 [Count()] The task in 'b' is never awaited, and its end and its fault are lost; await it, give it to TroopTask.WhenAll, or say '.Forget()'
        var c = b;
        TroopTask d = TroopTask.CompletedTask;
        bool done = a.IsCompleted;
        if (done) throw new InvalidOperationException();
        _ = d;
        TroopTask e = Work(); //! TROOP066 [Work()] The task in 'e' is never awaited, and its end and its fault are lost; await it, give it to TroopTask.WhenAll, or say '.Forget()'
        e = Work();
        await e;
    }
    static async TroopTask Once(bool either)
    {
        TroopTask a = Work(), b = Work(), c = Work(), d = Work();
        var e = Count();
        var f = Count();
        await a;
        await TroopTask.WhenAll(b, c);
        d.Forget();
        int sum = await e + await f;
        TroopTask g = either ? Work() : TroopTask.CompletedTask;
        if (either) await g; else g.Forget();
        TroopTask h = Work();
        h = await TroopTask.WhenAny(h) == 0 ? h : Work();
        await h.WithTimeout(TimeSpan.FromSeconds(sum));
        TroopTask i = Work();
        await i.AsTask();
    }
    static async TroopTask Twice(bool either)
    {
        TroopTask a = Work();
        await a;
        await a; //! TROOP066 [await a] The task in 'a' may have been awaited before it gets here; await it once and keep its result, or start another one
        var b = Count();
        var c = b;
        await b;
        _ = await c; //! TROOP066 [await c] The task in 'c' may have been awaited before it gets here; await it once and keep its result, or start another one
        var d = Count();
        if (either) await d;
        await d; //! TROOP066 [await d] The task in 'd' may have been awaited before it gets here; await it once and keep its result, or start another one
        TroopTask e = Work(), f = Work();
        await TroopTask.WhenAll(e, f);
        e.Forget(); //! TROOP066 [e.Forget()] The task in 'e' may have been awaited before it gets here; await it once and keep its result, or start another one
        TroopTask g = Work();
        await TroopTask.WhenAll(g, g); //! TROOP066 [g] The task in 'g' may have been awaited before it gets here; await it once and keep its result, or start another one
        TroopTask h = either ? e : Work();
        await h; //! TROOP066 [await h] The task in 'h' may have been awaited before it gets here; await it once and keep its result, or start another one
    }
    static async TroopTask Loops(int n)
    {
        TroopTask a = Work();
        while (n-- > 0) await a; //! TROOP066 [await a] Each round of the loop awaits the same task in 'a'; start it in the loop, or await it once, outside
        TroopTask b = Work();
        while (n-- > 0) { await b; b = Work(); }
        await b;
        for (int i = 0; i < n; i++) { var c = Work(); await c; }
        TroopTask last = Work();
        for (int i = 0; i < n; i++) { TroopTask next = Work(); await last; last = next; }
        await last;
        TroopTask d = Work();
        do { await d; if (n > 5) break; d = TroopTask.CompletedTask; } while (n-- > 0);
        foreach (TroopTask e in new[] { Work(), Work() }) await e;
        foreach (TroopTask e in new[] { Work(), Work() }) { await e; await e; } //! TROOP066 [await e] The task in 'e' may have been awaited before it gets here; await it once and keep its result, or start another one
    }
    static async TroopTask Paths(bool either)
    {
        TroopTask a = Work();
        try { await a; } catch (InvalidOperationException) { await a; } //! TROOP066 [await a] The task in 'a' may have been awaited before it gets here; await it once and keep its result, or start another one
        TroopTask b = Work();
        try { await TroopTask.Yield(); } finally { await b; }
        TroopTask c = Work();
        try { if (either) return; await TroopTask.Yield(); } finally { await c; }
        await c; //! TROOP066 [await c] The task in 'c' may have been awaited before it gets here; await it once and keep its result, or start another one
        TroopTask d = Work();
        switch (either) { case true: await d; break; case false: await d; break; }
        TroopTask e = Work();
        if (either) { await e; return; }
        await e;
    }
    TroopTask field;
    async TroopTask Escapes(List<TroopTask> all)
    {
        TroopTask a = Work(), b = Work(), c = Work(), d = Work(), e = Work();
        all.Add(a);
        field = b;
        TroopTask[] both = [c];
        Func<TroopTask> f = () => d;
        Keep(e);
        await TroopTask.WhenAll(both);
        await f();
        TroopTask g;
        Make(out g);
        await g;
        Make(out g);
        await g;
        (TroopTask h, TroopTask i) = (Work(), Work());
        await h;
        await i;
        await field;
    }
    static TroopTask Returned() { TroopTask a = Work(); return a; }
    static TroopTask Lost() { TroopTask a = Work(); return Work(); } //! TROOP066 [Work()] The task in 'a' is never awaited, and its end and its fault are lost; await it, give it to TroopTask.WhenAll, or say '.Forget()'
    static void Keep(TroopTask task) => task.Forget();
    static void Make(out TroopTask task) => task = Work();
    static readonly Func<TroopTask> Lambda = static async () => { var a = Work(); await a; await a; }; //! TROOP066 [await a] The task in 'a' may have been awaited before it gets here; await it once and keep its result, or start another one
    static void Inner()
    {
        async TroopTask Local() { var a = Work(); await TroopTask.Yield(); } //! TROOP066 [Work()] The task in 'a' is never awaited, and its end and its fault are lost; await it, give it to TroopTask.WhenAll, or say '.Forget()' //! TROOP072 [Local] 'Local' runs its original body, which is slower and whose loops are not metered, because it is a local function outside of a task
        Local().Forget();
    }
}
//---
// A thread's result is not a task of .NET.
using Troops;
sealed partial class Results
{
    static async Task Foo() => await Task.Yield();
    static async Task<int> Bar() { await Task.Yield(); return 1; }
    static async IAsyncEnumerable<int> Items() { await Task.Yield(); yield return 1; }
    static async TroopTask Run(TroopProcess process, Troop troop)
    {
        TroopThread.Start(() => Foo()); //! TROOP066 [() => Foo()] 'TroopThread.Start<Task>' would give Task as the thread's result, and not wait for it; write 'async () => await ...', whose result is what is awaited
        TroopThread.Start(Foo); //! TROOP066 [Foo] 'TroopThread.Start<Task>' would give Task as the thread's result, and not wait for it; write 'async () => await ...', whose result is what is awaited
        TroopThread.Start(() => Bar()); //! TROOP066 [() => Bar()] 'TroopThread.Start<Task<int>>' would give Task<int> as the thread's result, and not wait for it; write 'async () => await ...', whose result is what is awaited
        TroopThread.Start(() => new ValueTask()); //! TROOP066 [() => new ValueTask()] 'TroopThread.Start<ValueTask>' would give ValueTask as the thread's result, and not wait for it; write 'async () => await ...', whose result is what is awaited
        TroopThread.Start(() => Items()); //! TROOP066 [() => Items()] 'TroopThread.Start<IAsyncEnumerable<int>>' would give IAsyncEnumerable<int> as the thread's result, and not wait for it; write 'async () => await ...', whose result is what is awaited
        await process.InvokeAsync(() => Bar()); //! TROOP066 [() => Bar()] 'TroopProcess.InvokeAsync<Task<int>>' would give Task<int> as the thread's result, and not wait for it; write 'async () => await ...', whose result is what is awaited
        await troop.InvokeAsync(static () => Bar()); //! TROOP066 [static () => Bar()] 'Troop.InvokeAsync<Task<int>>' would give Task<int> as the thread's result, and not wait for it; write 'async () => await ...', whose result is what is awaited
        await TroopProcess.RunAsync(() => Foo()); //! TROOP066 [() => Foo()] 'TroopProcess.RunAsync<Task>' would give Task as the thread's result, and not wait for it; write 'async () => await ...', whose result is what is awaited
        await Blocking.Run(() => Bar()); //! TROOP066 [() => Bar()] 'Blocking.Run<Task<int>>' would give Task<int> as the thread's result, and not wait for it; write 'async () => await ...', whose result is what is awaited
        TroopThread.Start(static async () => await Foo());
        TroopThread.Start(static async () => await Bar());
        await process.InvokeAsync(static async () => await Bar());
    }
}
//---
// Somebody vouches, or the code stands outside.
using Troops;
static class Vouched
{
    [Audited("me", "an event handler", "2099-12-31")] static async void Handler() => await Task.Yield();
    [Audited("me", "nobody cares", "2099-12-31")] static void Go() { TroopTask.Yield(); TroopTask a = TroopTask.Delay(TimeSpan.Zero); }
}
[TroopsOutside("a test")] static class Outside { static async void Handler() => await Task.Yield(); static void Go() => TroopTask.Delay(TimeSpan.Zero); }
//---
// A lambda's graph has none of the regions around the lambda.
using Troops;
static partial class Nested
{
    internal static void Use(IDisposable resource, List<int> list)
    {
        try
        {
            using IDisposable own = resource;
            _ = TroopThread.Start(static async () =>
            {
                TroopTask task = Work();
                await task;
                return 1;
            });
            list.ForEach(x =>
            {
                int n = x;
                n++;
                TroopThread.Start(() => Console.WriteLine(n));
            });
        }
        finally
        {
            Console.WriteLine();
        }
    }
    private static async TroopTask Work() => await TroopTask.Yield();
}
//---
// A part that is async.
using Troops;
static partial class Parts
{
    static partial void Fire(int count);
    static async partial void Fire(int count) => await TroopTask.Yield(); //! TROOP066 [Fire] 'Parts.Fire' is async void: nobody can wait for its end or see its fault; return TroopTask
    [Audited("me", "a test", "2099-12-31")] static partial void Handled(int count);
    static async partial void Handled(int count) => await TroopTask.Yield();
}
//---
// Async lambdas wherever they stand; an audit of the member around covers them.
using Troops;
class Given(Action given) { public Action Action { get; } = given; }
class OfBase() : Given(async () => await Task.Yield()); //! TROOP066 [async () => await Task.Yield()] This async lambda is given as Action: nobody can wait for its end or see its fault; give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async
class Places(Action given)
{
    public readonly Action Given = given;
    public Action Explained =
        // async, and nobody waits
        async () => await Task.Yield(); //! TROOP066 [async () => await Task.Yield()] This async lambda is given as Action: nobody can wait for its end or see its fault; give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async
    public Action Field = async () => await Task.Yield(); //! TROOP066 [async () => await Task.Yield()] This async lambda is given as Action: nobody can wait for its end or see its fault; give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async
    public Action Property { get; } = static async () => await Task.Yield(); //! TROOP066 [static async () => await Task.Yield()] This async lambda is given as Action: nobody can wait for its end or see its fault; give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async
    public Action Empty => async static () => { }; //! TROOP066 [async static () => { }] This async lambda is given as Action: nobody can wait for its end or see its fault; give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async
    public Action<int> Typed() => async void (int async) => await Task.Yield(); //! TROOP066 [async void (int async) => await Task.Yield()] This async lambda is given as Action<int>: nobody can wait for its end or see its fault; give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async
    public Func<Action> Inner() => () => async () => await Task.Yield(); //! TROOP066 [async () => await Task.Yield()] This async lambda is given as Action: nobody can wait for its end or see its fault; give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async
    public Places() : this(async () => await Task.Yield()) { } //! TROOP066 [async () => await Task.Yield()] This async lambda is given as Action: nobody can wait for its end or see its fault; give it to what takes a delegate that returns TroopTask, or start a thread or a task in a lambda that is not async
    [Audited("me", "a test", "2099-12-31")] public Action AuditedField = async () => await Task.Yield();
    [Audited("me", "a test", "2099-12-31")] public Action AuditedProperty { get; } = async () => await Task.Yield();
    [Audited("me", "a test", "2099-12-31")] public Action AuditedGetter => async () => await Task.Yield();
    [Audited("me", "a test", "2099-12-31")] public Func<Action> AuditedMethod() { return Local; Action Local() => async () => await Task.Yield(); }
}
