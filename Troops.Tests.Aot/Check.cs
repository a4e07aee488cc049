namespace Troops.Tests.Aot;

/// <summary>Assertions without a framework, since none that finds its tests by reflection survives trimming.</summary>
internal static class Check
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    internal static void That(bool condition, string what)
    {
        if (!condition)
        {
            throw new CheckFailedException(what);
        }
    }

    internal static void Same<T>(T actual, T expected, string what) =>
        That(EqualityComparer<T>.Default.Equals(actual, expected), $"{what}: {actual} instead of {expected}");

    internal static async Task<TException> ThrowsAsync<TException>(Task task, string what)
        where TException : Exception
    {
        try
        {
            await task.WaitAsync(Limit).ConfigureAwait(false);
        }
        catch (TException expected)
        {
            return expected;
        }

        throw new CheckFailedException($"{what}: no {typeof(TException).Name}");
    }

    internal static Task InTime(ValueTask task) => task.AsTask().WaitAsync(Limit);

    internal static Task<T> InTime<T>(ValueTask<T> task) => task.AsTask().WaitAsync(Limit);
}
