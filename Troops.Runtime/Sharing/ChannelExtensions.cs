namespace Troops.Sharing;

/// <summary>A channel as the source of a parallel loop.</summary>
public static class ChannelExtensions
{
    /// <summary>As <c>TroopThread.ForEach</c>, over what is received until the channel is closed and empty: a value is received when there is room for its thread.</summary>
    /// <inheritdoc cref="TroopThread.ForEach{T}(IEnumerable{T}, int, Action{T}, CancellationToken)"/>
    public static TroopTask ForEach<[Shareable] T>(
        this Channel<T> channel,
        int degree,
        [ThreadEntry] Action<T> body,
        CancellationToken cancellationToken = default
    ) => Over(channel, TroopThread.RunFor(channel, body, degree, cancellationToken), TroopThread.Binding(body));

    /// <inheritdoc cref="ForEach{T}(Channel{T}, int, Action{T}, CancellationToken)"/>
    public static TroopTask ForEach<[Shareable] T>(
        this Channel<T> channel,
        int degree,
        [ThreadEntry] Func<T, TroopTask> body,
        CancellationToken cancellationToken = default
    ) => Over(channel, TroopThread.RunFor(channel, body, degree, cancellationToken), TroopThread.Binding(body));

    private static TroopTask Over<[Shareable] T>(Channel<T> channel, Tasks.ForEachRun run, Func<T, Delegate> bind)
    {
        Channel<T>.Enumerator values = channel.GetAsyncEnumerator(run.Stop);
        return run.Over(values.MoveNextAsync, () => values.Current, bind);
    }
}
