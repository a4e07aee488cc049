// A task's body is called on a thread.
using Troops;
using Troops.Sharing;
static partial class Calls
{
    static async TroopTask Work() => await TroopTask.Yield();
    static async TroopTask<int> Count(int n) { await TroopTask.Yield(); return n; }
    static TroopTask Plain() => TroopTask.CompletedTask;
    static readonly TroopTask Started = Work(); //! TROOP020 [Started] Every thread can reach Calls.Started -> TroopTask (from another assembly, where nothing says that it is immutable); use a type that is known to be immutable, or name this one in a *.troops.txt file, or give each thread its own with a ThreadState<TroopTask> of Troops.Sharing //! TROOP073 [Work()] 'Calls.Work' is the body of a task and needs a thread, and a static initializer runs on none; start one with 'await TroopProcess.RunAsync(() => Work())', or with the InvokeAsync of a process
    static readonly Func<TroopTask> Later = static () => Work();
    static Calls() => Work().Forget(); //! TROOP073 [Work()] 'Calls.Work' is the body of a task and needs a thread, and a static constructor runs on none; start one with 'await TroopProcess.RunAsync(() => Work())', or with the InvokeAsync of a process
    static async Task Async()
    {
        await Work(); //! TROOP073 [Work()] 'Calls.Work' is the body of a task and needs a thread, and 'Calls.Async', which is async but no task, runs on none; start one with 'await TroopProcess.RunAsync(() => Work())', or with the InvokeAsync of a process
        int n = await Count(1); //! TROOP073 [Count(1)] 'Calls.Count' is the body of a task and needs a thread, and 'Calls.Async', which is async but no task, runs on none; start one with 'await TroopProcess.RunAsync(() => Count(...))', or with the InvokeAsync of a process
        async TroopTask Local() => await TroopTask.Yield(); //! TROOP072 [Local] 'Local' runs its original body, which is slower and whose loops are not metered, because it is a local function outside of a task
        var lambda = async TroopTask () => await TroopTask.Yield();
        await Local(); //! TROOP073 [Local()] 'Local' is the body of a task and needs a thread, and 'Calls.Async', which is async but no task, runs on none; start one with 'await TroopProcess.RunAsync(() => Local())', or with the InvokeAsync of a process
        await lambda(); //! TROOP073 [lambda()] 'lambda' is the body of a task and needs a thread, and 'Calls.Async', which is async but no task, runs on none; start one with 'await TroopProcess.RunAsync(() => lambda())', or with the InvokeAsync of a process
        async Task Foreign() => await Work(); //! TROOP073 [Work()] 'Calls.Work' is the body of a task and needs a thread, and 'Foreign', which is async but no task, runs on none; start one with 'await TroopProcess.RunAsync(() => Work())', or with the InvokeAsync of a process
        TroopTask Forward() => Work();
        await Foreign();
        await Plain();
        await TroopTask.Delay(TimeSpan.FromSeconds(n));
        await TroopProcess.RunAsync(() => Work());
        await TroopProcess.RunAsync(static async () => await Work());
        await TroopProcess.RunAsync(static () => Count(1));
        GC.KeepAlive((Func<TroopTask>)Forward);
        Func<Task> a = static async () => await Work(); //! TROOP073 [Work()] 'Calls.Work' is the body of a task and needs a thread, and an async lambda that does not return TroopTask runs on none; start one with 'await TroopProcess.RunAsync(() => Work())', or with the InvokeAsync of a process
        Func<TroopTask> b = static () => Work();
        GC.KeepAlive((a, b));
        await Task.Run(static () => Work().AsTask()); //! TROOP073 [Work()] 'Calls.Work' is the body of a task and needs a thread, and what 'Task.Run' is given runs on none; start one with 'await TroopProcess.RunAsync(() => Work())', or with the InvokeAsync of a process //! TROOP063 [Task.Run] 'Task.Run' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
    }
    static async IAsyncEnumerable<int> Items() { await Work(); yield return 1; } //! TROOP073 [Work()] 'Calls.Work' is the body of a task and needs a thread, and 'Calls.Items', which is async but no task, runs on none; start one with 'await TroopProcess.RunAsync(() => Work())', or with the InvokeAsync of a process
    static async TroopTask Inside() { await Work(); Helper(); int n = await Count(1); GC.KeepAlive(n); }
    static void Helper() => Work().Forget();
    static async Task Library(Channel<int> channel, TroopThread thread)
    {
        await channel.SendAsync(1);
        _ = await channel.ReceiveAsync();
        await thread.Join();
        await Blocking.Run(static () => { });
    }
}
//---
// Somebody vouches, or the code stands outside.
using Troops;
static partial class Vouched
{
    static async TroopTask Work() => await TroopTask.Yield();
    [Audited("me", "only called on a thread", "2099-12-31")] static async Task All() => await Work();
}
[TroopsOutside("a test")] static class Outside { static async TroopTask Work() => await TroopTask.Yield(); static async Task All() => await Work(); }
//---
// A delegate of a method, and what holds one.
using Troops;
static partial class Groups
{
    static async TroopTask Work() => await TroopTask.Yield();
    static TroopTask Plain() => TroopTask.CompletedTask;
    static async Task Use(Func<TroopTask> given)
    {
        async TroopTask Own() => await TroopTask.Yield(); //! TROOP072 [Own] 'Own' runs its original body, which is slower and whose loops are not metered, because it is a local function outside of a task
        Func<TroopTask> a = Work;
        var b = Groups.Work;
        Func<TroopTask> c = new(Work);
        var d = (Func<TroopTask>)Own;
        Func<TroopTask> e = Plain;
        await a(); //! TROOP073 [a()] 'a' is the body of a task and needs a thread, and 'Groups.Use', which is async but no task, runs on none; start one with 'await TroopProcess.RunAsync(() => a())', or with the InvokeAsync of a process
        await b(); //! TROOP073 [b()] 'b' is the body of a task and needs a thread, and 'Groups.Use', which is async but no task, runs on none; start one with 'await TroopProcess.RunAsync(() => b())', or with the InvokeAsync of a process
        await c.Invoke(); //! TROOP073 [c.Invoke()] 'c' is the body of a task and needs a thread, and 'Groups.Use', which is async but no task, runs on none; start one with 'await TroopProcess.RunAsync(() => c())', or with the InvokeAsync of a process
        await d(); //! TROOP073 [d()] 'd' is the body of a task and needs a thread, and 'Groups.Use', which is async but no task, runs on none; start one with 'await TroopProcess.RunAsync(() => d())', or with the InvokeAsync of a process
        await e();
        await given();
        await new Func<TroopTask>(Work)(); //! TROOP073 [new Func<TroopTask>(Work)()] 'Groups.Work' is the body of a task and needs a thread, and 'Groups.Use', which is async but no task, runs on none; start one with 'await TroopProcess.RunAsync(() => Groups.Work())', or with the InvokeAsync of a process
        await ((Func<TroopTask>)Own)(); //! TROOP073 [((Func<TroopTask>)Own)()] 'Own' is the body of a task and needs a thread, and 'Groups.Use', which is async but no task, runs on none; start one with 'await TroopProcess.RunAsync(() => Own())', or with the InvokeAsync of a process
        await TroopProcess.RunAsync(() => a());
        await TroopProcess.RunAsync(a);
    }
    static async TroopTask Inside() { Func<TroopTask> a = Work; await a(); }
}
