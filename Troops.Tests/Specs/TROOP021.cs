// Static constructors start no threads.
using Troops;
using Troops.Sharing;
static class Starts
{
    static readonly Once<int> Later = new(static () => 1);
    static readonly TroopState<int> PerTroop;
    static readonly TroopThread Pump = TroopThread.Start(static () => { }); //! TROOP021 [TroopThread.Start(static () => { })] The static initializer of Starts.Pump starts a thread with 'TroopThread.Start'; start it from a method that is called once everything is there
    static Starts()
    {
        PerTroop = new(static () => 0);
        TroopThread.Start(static () => { }); //! TROOP021 [TroopThread.Start(static () => { })] The static initializer of Starts starts a thread with 'TroopThread.Start'; start it from a method that is called once everything is there
        Task.Run(static () => { }); //! TROOP021 [Task.Run(static () => { })] The static initializer of Starts starts a thread with 'Task.Run'; start it from a method that is called once everything is there //! TROOP063 [Task.Run] 'Task.Run' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
        Task.Factory.StartNew(static () => { }); //! TROOP021 [Task.Factory.StartNew(static () => { })] The static initializer of Starts starts a thread with 'TaskFactory.StartNew'; start it from a method that is called once everything is there //! TROOP063 [StartNew] 'TaskFactory.StartNew' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
        new Thread(static () => { }).Start(); //! TROOP021 [new Thread(static () => { }).Start()] The static initializer of Starts starts a thread with 'Thread.Start'; start it from a method that is called once everything is there //! TROOP063 [new Thread] 'new Thread' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
        ThreadPool.QueueUserWorkItem(static _ => { }); //! TROOP021 [ThreadPool.QueueUserWorkItem(static _ => { })] The static initializer of Starts starts a thread with 'ThreadPool.QueueUserWorkItem'; start it from a method that is called once everything is there //! TROOP063 [ThreadPool.QueueUserWorkItem] 'ThreadPool.QueueUserWorkItem' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
        _ = new Timer(static _ => { }); //! TROOP021 [new Timer(static _ => { })] The static initializer of Starts starts a thread with 'Timer'; start it from a method that is called once everything is there //! TROOP063 [new Timer] 'new Timer' is about kernel threads, which keep none of the promises of Troops; use 'await TroopTask.Delay' in a loop
        Parallel.For(0, 2, static _ => { }); //! TROOP021 [Parallel.For(0, 2, static _ => { })] The static initializer of Starts starts a thread with 'Parallel.For'; start it from a method that is called once everything is there //! TROOP063 [Parallel.For] 'Parallel.For' is about kernel threads, which keep none of the promises of Troops; use TroopThread.ForEach
        Helper(); //! TROOP021 [Helper()] The static initializer of Starts calls Starts.Helper -> Starts.Deeper, which starts a thread with 'Blocking.Run'; start it from a method that is called once everything is there
        _ = Task.FromResult(1);
    }
    static void Helper() => Deeper();
    static void Deeper() { Helper(); Blocking.Run(static () => { }).Forget(); }
}
//---
// What a lambda does is done where it runs; other constructors are not static.
using Troops;
sealed class Lazily
{
    static readonly Func<Task> Work = static () => Task.Run(static () => { }); //! TROOP063 [Task.Run] 'Task.Run' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
    static Lazily() { Thread t = new(static () => { }); _ = t.Name; } //! TROOP063 [new] 'new Thread' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
    internal Lazily() => Task.Run(static () => { }); //! TROOP063 [Task.Run] 'Task.Run' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
    internal static void Begin() => Task.Run(static () => { }); //! TROOP063 [Task.Run] 'Task.Run' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
    internal static Task Use() => Work();
}
//---
// Nothing mutable is left where others find it.
using System.Runtime.CompilerServices;
using Troops;
static class Publishes
{
    static readonly string Own = "x";
    static Publishes()
    {
        Elsewhere.Found = [1]; //! TROOP021 [Elsewhere.Found = [1]] The static initializer of Publishes leaves List<int> (mutable) in 'Elsewhere.Found', where other threads find it; use an immutable type, as those of System.Collections.Immutable
        Elsewhere.Name = "x";
        Elsewhere.Made = static () => 1;
        List<int> all = [];
        Elsewhere.Made = () => all.Count; //! TROOP021 [Elsewhere.Made = () => all.Count] The static initializer of Publishes leaves all -> List<int> (mutable) in 'Elsewhere.Made', where other threads find it; use an immutable type, as those of System.Collections.Immutable
        Elsewhere.Changed += static () => { };
        Elsewhere.Changed += () => all.Add(1); //! TROOP021 [Elsewhere.Changed += () => all.Add(1)] The static initializer of Publishes subscribes all -> List<int> (mutable) to 'Elsewhere.Changed', where other threads find it; use an immutable type, as those of System.Collections.Immutable //! TROOP030 [all] 'Elsewhere.Changed' runs this on another thread, which would share all -> List<int> (mutable); create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        AppContext.SetData("all", all); //! TROOP021 [AppContext.SetData("all", all)] The static initializer of Publishes passes List<int> (mutable) to 'AppContext.SetData', where other threads find it; use an immutable type, as those of System.Collections.Immutable //! TROOP032 [all] 'AppContext.SetData' gives all -> List<int> (mutable) to another thread; create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        AppContext.SetData("name", "x");
        AppDomain.CurrentDomain.SetData("all", all); //! TROOP021 [AppDomain.CurrentDomain.SetData("all", all)] The static initializer of Publishes passes List<int> (mutable) to 'AppDomain.SetData', where other threads find it; use an immutable type, as those of System.Collections.Immutable //! TROOP032 [all] 'AppDomain.SetData' gives all -> List<int> (mutable) to another thread; create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        AppContext.SetSwitch("x", true);
        Environment.SetEnvironmentVariable("x", Own);
    }
}
[TroopsOutside("the target of the others")]
static class Elsewhere
{
    internal static List<int>? Found;
    internal static string Name { get; set; } = "";
    internal static Func<int>? Made;
    internal static event Action? Changed;
    internal static void Raise() => Changed?.Invoke();
}
static class Module
{
    [ModuleInitializer] internal static void Init() { Elsewhere.Found = []; Set(); Elsewhere.Name = "y"; } //! TROOP021 [Elsewhere.Found = []] The static initializer of Module.Init leaves List<int> (mutable) in 'Elsewhere.Found', where other threads find it; use an immutable type, as those of System.Collections.Immutable
    internal static void NotInit() => Elsewhere.Found = [];
    static void Set() => Elsewhere.Found = null;
}
//---
// Somebody vouches, or the code stands outside.
using Troops;
static class Vouched { [Audited("me", "the only thread that is ever started", "2099-12-31")] static Vouched() => Task.Run(static () => { }); }
[TroopsOutside("a test")] static class Outside { static Outside() => Task.Run(static () => { }); }
