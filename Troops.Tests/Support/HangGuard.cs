namespace Troops.Tests.Support;

/// <summary>Turns a hang into a failure. The time is a deadlock guard, never an expectation.</summary>
internal static class HangGuard
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    internal static Task OrHang(this Task task) => task.WaitAsync(Limit);

    internal static Task<T> OrHang<T>(this Task<T> task) => task.WaitAsync(Limit);

    internal static Task OrHang(this ValueTask task) => task.AsTask().WaitAsync(Limit);

    internal static Task<T> OrHang<T>(this ValueTask<T> task) => task.AsTask().WaitAsync(Limit);

    internal static Task OrHang(this TroopTask task) => task.AsTask().WaitAsync(Limit);

    internal static Task<T> OrHang<T>(this TroopTask<T> task) => task.AsTask().WaitAsync(Limit);

    /// <summary>The exception that <paramref name="task"/> ends with; null if it ends well. Fails if it does not end.</summary>
    internal static async Task<Exception?> FaultOrHang(this Task task)
    {
        await Task.WhenAny(task).OrHang();
        try
        {
            await task;
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }
}
