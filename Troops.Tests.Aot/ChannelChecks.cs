using Troops.Sharing;

namespace Troops.Tests.Aot;

/// <summary>What threads share.</summary>
internal static class ChannelChecks
{
    internal static async Task Carry(TroopProcess process)
    {
        const int Values = 10_000;
        foreach (int capacity in (int[])[0, 1, 64])
        {
            Channel<(int, string)> channel = new(capacity);
            long sum = await Check.InTime(
                process.InvokeAsync(async () =>
                {
                    TroopThread sender = TroopThread.Start(() => Send(channel, Values));
                    long sum = 0;
                    await foreach ((int number, string text) in channel)
                    {
                        sum += number + text.Length;
                    }

                    await sender.Join();
                    return sum;
                })
            );
            Check.Same(sum, ((long)Values * (Values - 1) / 2) + Values, $"the sum through a channel of {capacity}");
        }
    }

    internal static async Task Cancel(TroopProcess process)
    {
        Channel<int> channel = new(1);
        await Check.InTime(
            process.InvokeAsync(async () =>
            {
                using CancellationTokenSource stop = new();
                TroopTask<int> receive = channel.ReceiveAsync(stop.Token);
                await stop.CancelAsync();
                bool cancelled = false;
                try
                {
                    await receive;
                }
                catch (OperationCanceledException)
                {
                    cancelled = true;
                }

                Check.That(cancelled, "the receive is cancelled");
                await channel.SendAsync(7);
                Check.Same(await channel.ReceiveAsync(), 7, "the value after a cancelled receive");
            })
        );
    }

    [TroopTask]
    private static async TroopTask Send(Channel<(int, string)> channel, int values)
    {
        for (int i = 0; i < values; i++)
        {
            await channel.SendAsync((i, "x"));
        }

        channel.Close();
    }
}
