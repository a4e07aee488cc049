namespace TradeWinds.Common;

/// <summary>Work that fans out over threads and comes back in order.</summary>
public static partial class Fan
{
    /// <summary>A thread an item.</summary>
    [TroopTask]
    public static async TroopTask<ImmutableArray<TResult>> Map<[Shareable] T, TResult>(ImmutableArray<T> items, [ThreadEntry] Func<T, TResult> body)
    {
        var threads = TroopThread.StartAll(items, body);
        var results = ImmutableArray.CreateBuilder<TResult>(threads.Length);
        foreach (var thread in threads)
        {
            results.Add(await thread.Join());
        }

        return results.MoveToImmutable();
    }

    /// <summary>Hands on what comes, and closes what it fills when nothing more comes.</summary>
    public static TroopThread Pipe<[Shareable] T>(Channel<T> from, params ImmutableArray<Channel<T>> to) =>
        TroopThread.Start(async () =>
        {
            await foreach (var value in from)
            {
                foreach (var channel in to)
                {
                    await channel.SendAsync(value);
                }
            }

            foreach (var channel in to)
            {
                channel.Close();
            }
        });

    /// <summary>A value that nobody has needed so far.</summary>
    public static Once<T> Later<[Immutable] T>([ThreadEntry] Func<T> factory) => new(factory);
}
