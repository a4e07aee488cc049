// Whatever has kernel threads work.
using Troops;
static class Starts
{
    internal static void All(List<int> items)
    {
        Task.Run(() => 1); //! TROOP063 [Task.Run] 'Task.Run' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
        Task.Factory.StartNew(() => 1); //! TROOP063 [StartNew] 'TaskFactory.StartNew' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
        new Thread(() => { }).Start(); //! TROOP063 [new Thread] 'new Thread' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
        Thread thread = new(() => { }); //! TROOP063 [new] 'new Thread' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
        ThreadPool.QueueUserWorkItem(static _ => { }); //! TROOP063 [ThreadPool.QueueUserWorkItem] 'ThreadPool.QueueUserWorkItem' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
        Parallel.ForEach(items, static item => { }); //! TROOP063 [Parallel.ForEach] 'Parallel.ForEach' is about kernel threads, which keep none of the promises of Troops; use TroopThread.ForEach
        Parallel.Invoke(static () => { }); //! TROOP063 [Parallel.Invoke] 'Parallel.Invoke' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
        using Timer timer = new(static _ => { }); //! TROOP063 [new] 'new Timer' is about kernel threads, which keep none of the promises of Troops; use 'await TroopTask.Delay' in a loop
        _ = items.AsParallel().Where(static item => item > 1).Sum(); //! TROOP063 [AsParallel] 'AsParallel' is about kernel threads, which keep none of the promises of Troops; use TroopThread.StartAll or TroopThread.ForEach
        _ = ParallelEnumerable.Range(1, 9).Sum(); //! TROOP063 [ParallelEnumerable.Range] 'ParallelEnumerable.Range' is about kernel threads, which keep none of the promises of Troops; use TroopThread.StartAll or TroopThread.ForEach
        _ = from item in items.AsParallel() where item > 1 select item; //! TROOP063 [AsParallel] 'AsParallel' is about kernel threads, which keep none of the promises of Troops; use TroopThread.StartAll or TroopThread.ForEach
        Func<Action, Task> run = Task.Run; //! TROOP063 [Task.Run] 'Task.Run' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
        _ = Thread.CurrentThread.CurrentCulture;
        FileSystemWatcher watcher = new("/"); //! TROOP063 [new] 'new FileSystemWatcher' is about kernel threads, which keep none of the promises of Troops; let a thread of Troops do the work, and hand over what it finds through a Channel<T>
        watcher.Changed += static (_, _) => { };
        _ = nameof(Task.Run) + nameof(ParallelEnumerable.Where);
    }
}
//---
// Threads of Troops, tasks of others that are awaited, and code that stands outside.
using Troops;
static partial class Fine
{
    internal static async TroopTask Work(HttpClient client, List<int> items)
    {
        TroopThread thread = TroopThread.Start(static () => { });
        await thread.Join();
        await TroopThread.ForEach([1, 2], static item => Console.WriteLine(item));
        await client.GetStringAsync("http://example.com");
        await Task.WhenAll(Task.CompletedTask, Task.FromResult(1));
        _ = items.Where(static item => item > 1).Sum();
    }
}
[TroopsOutside("is tested with kernel threads")]
static class Outside { internal static Task Run() => Task.Run(static () => { }); }
static class Vouched { [Audited("me", "is given nothing", "2099-12-31")] internal static Task Run() => Task.Run(static () => { }); }
