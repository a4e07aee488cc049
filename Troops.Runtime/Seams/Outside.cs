namespace Troops.Seams;

/// <summary>Runs things outside the workers, on the pool of .NET: users' callbacks, which may block or throw, and the rare deadline.</summary>
internal static class Outside
{
    [Audited("the runtime's owners", "this is what callbacks are made of; each caller hands its own to the pool alone", "2030-12-31")]
    internal static void Post(Action action) => ThreadPool.UnsafeQueueUserWorkItem(static a => a(), action, preferLocal: false);

    [Audited("the runtime's owners", "this is what entries are made of; each caller hands its body to the pool alone", "2030-12-31")]
    internal static Task Run(Func<Task> body) => Task.Run(body);

    /// <summary>Calls <paramref name="action"/> once, after <paramref name="delay"/>.</summary>
    internal static void After(TimeSpan delay, Action action) => _ = RunAfter(delay, action);

    /// <summary>True if <paramref name="task"/> ended within <paramref name="limit"/>.</summary>
    internal static async Task<bool> EndsWithin(Task task, TimeSpan limit)
    {
        using CancellationTokenSource ended = new();
        Task first = await Task.WhenAny(task, Task.Delay(limit, ended.Token)).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        return first == task;
    }

    /// <summary>The same for a limit of any length.</summary>
    internal static async Task<bool> EndsWithinAny(Task task, TimeSpan limit)
    {
        TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using OutsideTimer timer = new(limit, over.SetResult);
        return await Task.WhenAny(task, over.Task).ConfigureAwait(false) == task;
    }

    private static async Task RunAfter(TimeSpan delay, Action action)
    {
        await Task.Delay(delay).ConfigureAwait(false);
        action();
    }
}
