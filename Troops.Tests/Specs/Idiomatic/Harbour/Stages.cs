namespace TradeWinds.Harbour;

/// <summary>Parts of which pipelines are made. Each stage is a thread, or a few.</summary>
public static partial class Stages
{
    public static Channel<T> From<[Shareable] T>(IEnumerable<T> items)
    {
        Channel<T> channel = new(Channel.Unbounded);
        foreach (var item in items)
        {
            channel.TrySend(item);
        }

        channel.Close();
        return channel;
    }

    /// <summary>What the body makes of each, in whatever order it is done.</summary>
    public static Channel<TResult> Select<[Shareable] T, [Shareable] TResult>(this Channel<T> from, int degree, [ThreadEntry] Func<T, TResult> body)
    {
        Channel<TResult> to = new(capacity: degree);
        TroopThread
            .Start(async () =>
            {
                try
                {
                    await from.ForEach(degree, async item => await to.SendAsync(body(item)));
                    to.Close();
                }
                catch (Exception e)
                {
                    to.Close(e);
                }
            })
            .Name = "select";
        return to;
    }

    /// <summary>As many as fit, together.</summary>
    public static Channel<ImmutableArray<T>> Batch<[Shareable] T>(this Channel<T> from, int size)
    {
        Channel<ImmutableArray<T>> to = new(capacity: 1);
        TroopThread.Start(async () =>
        {
            List<T> batch = [];
            await foreach (var item in from)
            {
                batch.Add(item);
                if (batch.Count == size)
                {
                    await Flush();
                }
            }

            if (batch is not [])
            {
                await Flush();
            }

            to.Close();

            async TroopTask Flush()
            {
                var full = batch.ToImmutableArray();
                batch.Clear();
                await to.SendAsync(full);
            }
        });
        return to;
    }

    /// <summary>Everything that comes, in the asker's thread.</summary>
    [TroopTask]
    public static async TroopTask<List<T>> ToList<[Shareable] T>(this Channel<T> from)
    {
        List<T> all = [];
        await foreach (var item in from)
        {
            all.Add(item);
        }

        return all;
    }

    [TroopTask]
    public static async TroopTask<TAnswer> Ask<[Shareable] TQuestion, [Shareable] TAnswer>(
        this Channel<Request<TQuestion, TAnswer>> port,
        TQuestion question,
        CancellationToken cancellation = default
    )
    {
        Channel<TAnswer> reply = new(capacity: 1);
        await port.SendAsync(new(question, reply, cancellation), cancellation);
        return await reply.ReceiveAsync(cancellation);
    }
}
