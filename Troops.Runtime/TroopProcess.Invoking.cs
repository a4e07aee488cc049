using Troops.Scheduling;
using Troops.Seams;
using Troops.Tasks;

namespace Troops;

/// <content>Work from ordinary code: a thread boundary. The result, or the exception itself, is moved out.</content>
public sealed partial class TroopProcess
{
    /// <summary>Runs <paramref name="body"/> in a new thread of <see cref="Main"/>.</summary>
    /// <exception cref="InvalidOperationException">The process is disposed, or is being disposed.</exception>
    public ValueTask InvokeAsync([ThreadEntry] Action body) => new(Run<Unit>(body));

    /// <inheritdoc cref="InvokeAsync(Action)"/>
    public ValueTask InvokeAsync([ThreadEntry] Func<TroopTask> body) => new(Run<Unit>(body));

    /// <inheritdoc cref="InvokeAsync(Action)"/>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is a Task, a ValueTask or an IAsyncEnumerable: await it inside.</exception>
    public ValueTask<T> InvokeAsync<T>([ThreadEntry] Func<T> body)
    {
        ThreadResult<T>.Check(nameof(body));
        return new ValueTask<T>(Run<T>(body));
    }

    /// <inheritdoc cref="InvokeAsync(Action)"/>
    public ValueTask<T> InvokeAsync<T>([ThreadEntry] Func<TroopTask<T>> body) => new(Run<T>(body));

    /// <summary>A process, one thread in it, and its disposal, in one: for <c>Main</c>. It waits for this thread alone, then asks the others to stop.</summary>
    public static ValueTask RunAsync([ThreadEntry] Action body, TroopProcessOptions? options = null) => new(RunAlone<Unit>(body, options));

    /// <inheritdoc cref="RunAsync(Action, TroopProcessOptions)"/>
    public static ValueTask RunAsync([ThreadEntry] Func<TroopTask> body, TroopProcessOptions? options = null) => new(RunAlone<Unit>(body, options));

    /// <inheritdoc cref="RunAsync(Action, TroopProcessOptions)"/>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is a Task, a ValueTask or an IAsyncEnumerable: await it inside.</exception>
    public static ValueTask<T> RunAsync<T>([ThreadEntry] Func<T> body, TroopProcessOptions? options = null)
    {
        ThreadResult<T>.Check(nameof(body));
        return new ValueTask<T>(RunAlone<T>(body, options));
    }

    /// <inheritdoc cref="RunAsync(Action, TroopProcessOptions)"/>
    public static ValueTask<T> RunAsync<T>([ThreadEntry] Func<TroopTask<T>> body, TroopProcessOptions? options = null) => new(RunAlone<T>(body, options));

    private static Task<T> RunAlone<T>(Delegate body, TroopProcessOptions? options)
    {
        ArgumentNullException.ThrowIfNull(body);
        return RunAndDispose<T>(body, new TroopProcess(options ?? new TroopProcessOptions()));
    }

    private static async Task<T> RunAndDispose<T>(Delegate body, TroopProcess process)
    {
        await using (process.ConfigureAwait(false))
        {
            return await process.Run<T>(body).ConfigureAwait(false);
        }
    }

    private Task<T> Run<T>(Delegate body)
    {
        CoarseClock.Refresh();
        return TroopThread<T>.LaunchOutside(Main, body, Ambient.Capture());
    }
}
