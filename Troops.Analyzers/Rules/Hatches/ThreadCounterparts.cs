using Microsoft.CodeAnalysis;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>What Troops has for what people start threads with: the ends of sentences.</summary>
internal static class ThreadCounterparts
{
    private const string Start = "use TroopThread.Start";
    private const string Each = "use TroopThread.ForEach";
    private const string Repeat = "use 'await TroopTask.Delay' in a loop";

    /// <summary>Null if it has nothing of that kind.</summary>
    internal static string? Of(ISymbol member) =>
        member.ContainingType is not { } type
            ? null
            : (Names.Metadata(type), member.Name) switch
            {
                ("System.Threading.Tasks.Task", "Run" or "Start" or ".ctor") => Start,
                ("System.Threading.Tasks.Task`1", ".ctor") => Start,
                ("System.Threading.Tasks.TaskFactory" or "System.Threading.Tasks.TaskFactory`1", _) => Start,
                ("System.Threading.Thread", ".ctor" or "Start" or "UnsafeStart") => Start,
                ("System.Threading.Thread", "CurrentThread") => "use TroopThread.Current",
                ("System.Threading.ThreadPool", _) => Start,
                ("System.Threading.Tasks.Parallel", "Invoke") => Start,
                ("System.Threading.Tasks.Parallel", _) => Each,
                ("System.Threading.Timer" or "System.Threading.ITimer" or "System.Timers.Timer" or "System.Threading.PeriodicTimer", _) => Repeat,
                ("System.TimeProvider", "CreateTimer") => Repeat,
                ("System.Linq.ParallelEnumerable", _) => "use TroopThread.StartAll or TroopThread.ForEach",
                ("System.Threading.SynchronizationContext", _) => "send to a Channel<T> that the other thread reads",
                _ => null,
            };
}
