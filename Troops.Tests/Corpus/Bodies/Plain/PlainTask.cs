namespace Corpus;

/// <summary>What <c>TroopTask</c>'s static members and <c>Forget</c> are to plain tasks: the same meaning, as many hops.</summary>
public static class PlainTask
{
    public static Task CompletedTask => Task.CompletedTask;

    public static System.Runtime.CompilerServices.YieldAwaitable Yield() => Task.Yield();

    public static Task<T> FromResult<T>(T result) => Task.FromResult(result);

    public static Task Delay(TimeSpan span, CancellationToken token = default) => Task.Delay(span, token);

    public static Task WhenAll(params ReadOnlySpan<Task> tasks) => Combine(tasks.ToArray(), static _ => true);

    public static Task<T[]> WhenAll<T>(params ReadOnlySpan<Task<T>> tasks) =>
        Combine(tasks.ToArray(), static all => Array.ConvertAll(all, static t => ((Task<T>)t).Result));

    public static Task<(T1 First, T2 Second)> WhenAll<T1, T2>(Task<T1> a, Task<T2> b) => Combine([a, b], _ => (a.Result, b.Result));

    public static Task<(T1 First, T2 Second, T3 Third)> WhenAll<T1, T2, T3>(Task<T1> a, Task<T2> b, Task<T3> c) =>
        Combine([a, b, c], _ => (a.Result, b.Result, c.Result));

    public static Task<int> WhenAny(params ReadOnlySpan<Task> tasks) => First(tasks.ToArray());

    public static Task<int> WhenAny<T>(params ReadOnlySpan<Task<T>> tasks) => First(tasks.ToArray());

    public static void Forget(this Task task) => _ = task;

    /// <summary>Throws the first fault in the order of the tasks; a cancellation if there is nothing else. Ends in a turn of its own after the last of them, as ours does: two hops.</summary>
    private static async Task<T> Combine<T>(Task[] tasks, Func<Task[], T> gather)
    {
        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        foreach (Task task in tasks.OrderBy(IsCancelled))
        {
            task.GetAwaiter().GetResult();
        }

        return gather(tasks);
    }

    private static bool IsCancelled(Task task) => task.IsCanceled || task.Exception?.InnerException is OperationCanceledException;

    private static async Task<int> First(Task[] tasks) => Array.IndexOf(tasks, await Task.WhenAny(tasks));
}
