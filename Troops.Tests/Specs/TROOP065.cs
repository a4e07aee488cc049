// A task that keeps its kernel thread.
using Troops;
static partial class Blocks
{
    static readonly Troops.Sharing.Atomic<int> Count = new(0);
    internal static async TroopTask Work(Task task, Task<int> result, SemaphoreSlim semaphore, Lock own, object any, ManualResetEvent flag)
    {
        task.Wait(); //! TROOP065 [Wait] 'Task.Wait' keeps a kernel thread waiting, and with it every other thread that could run there; await it
        _ = result.Result; //! TROOP065 [Result] 'Task<int>.Result' keeps a kernel thread waiting, and with it every other thread that could run there; await it
        _ = result.GetAwaiter().GetResult(); //! TROOP065 [GetResult] 'TaskAwaiter<int>.GetResult' keeps a kernel thread waiting, and with it every other thread that could run there; await it
        Task.WaitAll(task, result); //! TROOP065 [Task.WaitAll] 'Task.WaitAll' keeps a kernel thread waiting, and with it every other thread that could run there; await Task.WhenAll
        Thread.Sleep(1); //! TROOP065 [Thread.Sleep] 'Thread.Sleep' keeps a kernel thread waiting, and with it every other thread that could run there; use 'await TroopTask.Delay'
        semaphore.Wait(); //! TROOP065 [Wait] 'SemaphoreSlim.Wait' keeps a kernel thread waiting, and with it every other thread that could run there; use 'await SemaphoreSlim.WaitAsync'
        lock (any) { } //! TROOP065 [lock] 'lock' keeps a kernel thread waiting, and with it every other thread that could run there; let one thread own what it guards, or keep that in an Atomic<T> or a SharedDictionary<TKey, TValue> of Troops.Sharing
        lock (own) { } //! TROOP065 [lock] 'lock' keeps a kernel thread waiting, and with it every other thread that could run there; let one thread own what it guards, or keep that in an Atomic<T> or a SharedDictionary<TKey, TValue> of Troops.Sharing
        using (own.EnterScope()) { } //! TROOP065 [EnterScope] 'Lock.EnterScope' keeps a kernel thread waiting, and with it every other thread that could run there; let one thread own what it guards, or keep that in an Atomic<T> or a SharedDictionary<TKey, TValue> of Troops.Sharing
        flag.WaitOne(); //! TROOP065 [WaitOne] 'WaitHandle.WaitOne' keeps a kernel thread waiting, and with it every other thread that could run there; wrap it in 'await Blocking.Run(() => ...)'
        Helper();
        void Helper() => Thread.Sleep(1); //! TROOP065 [Thread.Sleep] 'Thread.Sleep' keeps a kernel thread waiting, and with it every other thread that could run there; use 'await TroopTask.Delay'
        new List<int>().ForEach(static item => Thread.Sleep(item)); //! TROOP065 [Thread.Sleep] 'Thread.Sleep' keeps a kernel thread waiting, and with it every other thread that could run there; use 'await TroopTask.Delay'
        await TroopTask.Yield();
    }
    internal static void Starts() => TroopThread.Start(async () =>
    {
        Thread.Sleep(1); //! TROOP065 [Thread.Sleep] 'Thread.Sleep' keeps a kernel thread waiting, and with it every other thread that could run there; use 'await TroopTask.Delay'
        await TroopTask.Yield();
    });
}
//---
// Outside of tasks nothing is held up, nor where it is meant to be.
using Troops;
static partial class Fine
{
    internal static async TroopTask Work(Task<int> task, SemaphoreSlim semaphore)
    {
        await Blocking.Run(() => Thread.Sleep(1));
        string text = await Blocking.Run(() => File.ReadAllText("x"));
        await semaphore.WaitAsync();
        _ = await task;
        await TroopTask.Delay(TimeSpan.FromSeconds(1));
    }
    internal static void Main(Task task, Lock own)
    {
        task.Wait();
        Thread.Sleep(1);
        lock (own) { }
    }
    [Audited("me", "held for a moment", "2099-12-31")]
    internal static async TroopTask Vouched(Lock own) { lock (own) { } await TroopTask.Yield(); }
}
[TroopsOutside("is old")]
static class Outside { internal static async TroopTask Work() { Thread.Sleep(1); lock ("x") { } await TroopTask.Yield(); } }
//---
// What a thread is started with, as a lambda or by name, runs in that thread.
using Troops;
static class Started
{
    static readonly Lock Gate = new(); //! TROOP020 [Gate] Every thread can reach Started.Gate -> Lock (mutable); let one thread own what it guards, or keep that in an Atomic<T> or a SharedDictionary<TKey, TValue> of Troops.Sharing
    static readonly Action Kept = Body;
    internal static void Use(TroopProcess process, SemaphoreSlim semaphore)
    {
        TroopThread.Start(() => Thread.Sleep(1)); //! TROOP065 [Thread.Sleep] 'Thread.Sleep' keeps a kernel thread waiting, and with it every other thread that could run there; use 'await TroopTask.Delay'
        TroopThread.Start(() => { lock (semaphore) { } }); //! TROOP065 [lock] 'lock' keeps a kernel thread waiting, and with it every other thread that could run there; let one thread own what it guards, or keep that in an Atomic<T> or a SharedDictionary<TKey, TValue> of Troops.Sharing
        TroopThread.Start(Body); //! TROOP065 [Body] 'Started.Body -> Thread.Sleep' keeps a kernel thread waiting, and with it every other thread that could run there; use 'await TroopTask.Delay'
        TroopThread.Start<int>(Guarded); //! TROOP065 [Guarded] 'Started.Guarded -> lock' keeps a kernel thread waiting, and with it every other thread that could run there; let one thread own what it guards, or keep that in an Atomic<T> or a SharedDictionary<TKey, TValue> of Troops.Sharing
        TroopThread.Start(Local); //! TROOP065 [Local] 'Local -> SemaphoreSlim.Wait' keeps a kernel thread waiting, and with it every other thread that could run there; use 'await SemaphoreSlim.WaitAsync'
        TroopThread.Start(Fine);
        TroopThread.Start(Vouched);
        Blocking.Run(Body).Forget();
        Blocking.Run(() => Thread.Sleep(1)).Forget();
        void Local() => semaphore.Wait();
        GC.KeepAlive((process.InvokeAsync(Body), Kept)); //! TROOP065 [Body] 'Started.Body -> Thread.Sleep' keeps a kernel thread waiting, and with it every other thread that could run there; use 'await TroopTask.Delay'
    }
    static void Body() { Console.WriteLine(1); Thread.Sleep(1); }
    static int Guarded() { lock (Gate) { return 1; } }
    static void Fine() { Action later = () => Thread.Sleep(1); GC.KeepAlive(later); }
    [Audited("me", "it waits", "2099-12-31")] static void Vouched() => Thread.Sleep(1);
}
