namespace Troops.Tests.Support;

/// <summary>Things of .NET that end later, from a kernel thread that is none of ours.</summary>
internal static class PoolSignals
{
    /// <summary>Ends on the pool, inline (<paramref name="options"/> None) or not.</summary>
    internal static Task<int> Later(int value = 1, TaskCreationOptions options = TaskCreationOptions.None)
    {
        TaskCompletionSource<int> source = new(options);
        OnPool(() => source.SetResult(value));
        return source.Task;
    }

    internal static Task LaterFaulted()
    {
        TaskCompletionSource source = new();
        OnPool(() => source.SetException(new FormatException("later")));
        return source.Task;
    }

    internal static void OnPool(Action action) => ThreadPool.UnsafeQueueUserWorkItem(static a => a(), action, preferLocal: false);

    /// <summary>Runs on a kernel thread that nobody else has.</summary>
    internal static void OnKernelThread(Action action) => new Thread(() => action()) { IsBackground = true }.Start();
}
