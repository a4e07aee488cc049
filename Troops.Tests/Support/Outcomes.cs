using System.Collections.Concurrent;
using Troops.Tasks;

namespace Troops.Tests.Support;

/// <summary>What became of each operation that ordinary code began, by its number: what it gave, what it threw, or that it still waits. Looking changes nothing.</summary>
internal sealed class Outcomes
{
    private readonly ConcurrentDictionary<int, Func<string>> looks = new();

    internal void Add(int id, Func<string> operation)
    {
        string outcome;
        try
        {
            outcome = operation();
        }
        catch (Exception thrown) when (thrown is not AssertionException)
        {
            outcome = thrown.GetType().Name;
        }

        looks[id] = () => outcome;
    }

    internal void Add(int id, Func<TroopTask> operation, string done) => Wait(id, () => Look(operation().Core, _ => done));

    internal void Add<T>(int id, Func<TroopTask<T>> operation) =>
        Wait(
            id,
            () =>
            {
                TroopTask<T> task = operation();
                return task.Core is null ? () => $"{task.Result}" : Look(task.Core, static value => $"{value}");
            }
        );

    internal string Print() => Print(looks.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value())));

    internal static string Print(IEnumerable<KeyValuePair<int, string>> outcomes) =>
        string.Join("; ", outcomes.OrderBy(static pair => pair.Key).Select(static pair => $"{pair.Key}: {pair.Value}"));

    private void Wait(int id, Func<Func<string>> operation)
    {
        try
        {
            looks[id] = operation();
        }
        catch (Exception thrown)
        {
            looks[id] = () => thrown.GetType().Name;
        }
    }

    private static Func<string> Look<T>(TaskCore<T>? core, Func<T, string> print)
    {
        if (core is null)
        {
            return () => print(default!);
        }

        Operation<T> waiting = (Operation<T>)core;
        return () => waiting.IsClaimed ? End(waiting.OutsideTask, print) : "waits";
    }

    /// <summary>It is decided; the Task follows by itself.</summary>
    private static string End<T>(Task<T> task, Func<T, string> print) =>
        task.FaultOrHang().GetAwaiter().GetResult() is { } fault ? fault.GetType().Name : print(task.Result);
}
