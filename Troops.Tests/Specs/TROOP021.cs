// Static constructors start no threads.
using Troops;
using Troops.Sharing;
static class Starts
{
    static readonly Once<int> Later = new(static () => 1);
    static readonly TroopState<int> PerTroop;
    static readonly TroopThread Pump = TroopThread.Start(static () => { });
    static Starts()
    {
        PerTroop = new(static () => 0);
        TroopThread.Start(static () => { });
        Task.Run(static () => { });
        Task.Factory.StartNew(static () => { });
        new Thread(static () => { }).Start();
        ThreadPool.QueueUserWorkItem(static _ => { });
        _ = new Timer(static _ => { });
        Parallel.For(0, 2, static _ => { });
        Helper();
        _ = Task.FromResult(1);
    }
    static void Helper() => Deeper();
    static void Deeper() { Helper(); Blocking.Run(static () => { }); }
}
//---
// What a lambda does is done where it runs; other constructors are not static.
using Troops;
sealed class Lazily
{
    static readonly Func<Task> Work = static () => Task.Run(static () => { });
    static Lazily() { Thread t = new(static () => { }); _ = t.Name; }
    internal Lazily() => Task.Run(static () => { });
    internal static void Begin() => Task.Run(static () => { });
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
        Elsewhere.Found = [1];
        Elsewhere.Name = "x";
        Elsewhere.Made = static () => 1;
        List<int> all = [];
        Elsewhere.Made = () => all.Count;
        Elsewhere.Changed += static () => { };
        Elsewhere.Changed += () => all.Add(1);
        AppContext.SetData("all", all);
        AppContext.SetData("name", "x");
        AppDomain.CurrentDomain.SetData("all", all);
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
    [ModuleInitializer] internal static void Init() { Elsewhere.Found = []; Set(); Elsewhere.Name = "y"; }
    internal static void NotInit() => Elsewhere.Found = [];
    static void Set() => Elsewhere.Found = null;
}
//---
// Somebody vouches, or the code stands outside.
using Troops;
static class Vouched { [Audited("me", "the only thread that is ever started", "2099-12-31")] static Vouched() => Task.Run(static () => { }); }
[TroopsOutside("a test")] static class Outside { static Outside() => Task.Run(static () => { }); }
