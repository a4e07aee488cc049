using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>Values that many threads send, receive and cancel: each that was sent is received once.</summary>
[Category("Stress")]
public sealed class ChannelStressTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2 });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(16)]
    [TestCase(600)]
    [TestCase(Channel.Unbounded)]
    public async Task Many_senders_and_receivers_lose_nothing_and_keep_each_senders_order(int capacity)
    {
        const int Senders = 8;
        const int Each = 25_000;
        await process
            .InvokeAsync(async () =>
            {
                Channel<(int Sender, int Number)> channel = new(capacity);
                TroopThread<string>[] receivers =
                [
                    .. Enumerable
                        .Range(0, 4)
                        .Select(_ =>
                            TroopThread.Start(async () =>
                            {
                                int[] last = [.. Enumerable.Repeat(-1, Senders)];
                                int count = 0;
                                bool ordered = true;
                                await foreach ((int sender, int number) in channel)
                                {
                                    ordered &= number > last[sender];
                                    last[sender] = number;
                                    count++;
                                }

                                return $"{count} {ordered}";
                            })
                        ),
                ];
                TroopThread[] senders =
                [
                    .. Enumerable
                        .Range(0, Senders)
                        .Select(sender =>
                            TroopThread.Start(async () =>
                            {
                                for (int i = 0; i < Each; i++)
                                {
                                    await channel.SendAsync((sender, i));
                                }
                            })
                        ),
                ];
                foreach (TroopThread sender in senders)
                {
                    await sender.Join();
                }

                channel.Close();
                int all = 0;
                foreach (TroopThread<string> receiver in receivers)
                {
                    string[] told = (await receiver.Join()).Split(' ');
                    all += int.Parse(told[0], System.Globalization.CultureInfo.InvariantCulture);
                    Assert.That(told[1], Is.EqualTo("True"));
                }

                Assert.That(all, Is.EqualTo(Senders * Each));
            })
            .OrHang();
    }

    [TestCase(0)]
    [TestCase(1)]
    public async Task A_cancel_that_races_with_a_send_or_a_receive_loses_no_value_and_doubles_none(int capacity)
    {
        const int Rounds = 300_000;
        Channel<int> channel = new(capacity);
        Channel<CancellationTokenSource> toCancel = new(64);
        // A kernel thread of its own, so that the cancel comes from elsewhere at any moment.
        Task canceller = Task.Run(async () =>
        {
            await foreach (CancellationTokenSource source in toCancel)
            {
                source.Cancel();
            }
        });
        TroopThread<(long Sum, int Cancelled)> sender = await process.InvokeAsync(() => TroopThread.Start(() => SendAll(channel, toCancel, Rounds))).OrHang();
        TroopThread<(long Sum, int Cancelled)> receiver = await process.InvokeAsync(() => TroopThread.Start(() => ReceiveAll(channel, toCancel))).OrHang();
        (long sent, int sendsCancelled) = await sender.Join().OrHang();
        channel.Close();
        (long received, int receivesCancelled) = await receiver.Join().OrHang();
        toCancel.Close();
        await canceller.OrHang();
        Assert.That(received, Is.EqualTo(sent));
        Assert.That(sent, Is.GreaterThan(0));
        TestContext.Out.WriteLine($"{sendsCancelled} sends and {receivesCancelled} receives were cancelled in time");
    }

    [Test]
    public async Task Waiters_that_were_cancelled_are_swept_away_and_the_others_are_not()
    {
        await process
            .InvokeAsync(async () =>
            {
                Channel<int> channel = new(0);
                using CancellationTokenSource cancel = new();
                TroopTask<int>[] kept = new TroopTask<int>[500];
                List<TroopTask<int>> cancelled = [];
                for (int i = 0; i < kept.Length; i++)
                {
                    for (int j = 0; j < 5; j++)
                    {
                        cancelled.Add(channel.ReceiveAsync(cancel.Token));
                    }

                    kept[i] = channel.ReceiveAsync();
                }

                await cancel.CancelAsync();
                int ended = 0;
                foreach (TroopTask<int> receive in cancelled)
                {
                    try
                    {
                        await receive;
                    }
                    catch (OperationCanceledException)
                    {
                        ended++;
                    }
                }

                Assert.That(ended, Is.EqualTo(cancelled.Count));
                for (int i = 0; i < kept.Length; i++)
                {
                    Assert.That(channel.TrySend(i), Is.True);
                }

                Assert.That(channel.TrySend(-1), Is.False);
                Assert.That(await TroopTask.WhenAll(kept), Is.EqualTo(Enumerable.Range(0, kept.Length)));
            })
            .OrHang();
    }

    [Test]
    public async Task Ordinary_code_and_threads_share_a_channel_in_both_roles()
    {
        const int Each = 20_000;
        Channel<int> channel = new(3);
        long received = 0;
        async Task SendOutside()
        {
            for (int i = 1; i <= Each; i++)
            {
                await channel.SendAsync(i);
            }
        }

        async Task ReceiveOutside()
        {
            await foreach (int value in channel)
            {
                Interlocked.Add(ref received, value);
            }
        }

        Task receivers = Task.WhenAll(
            Task.Run(ReceiveOutside),
            process.InvokeAsync(async () => await ReceiveOutside()).AsTask(),
            process.InvokeAsync(() => Sum()).AsTask()
        );
        Task senders = Task.WhenAll(Task.Run(SendOutside), Task.Run(SendOutside), process.InvokeAsync(async () => await SendOutside()).AsTask());
        await senders.OrHang();
        channel.Close();
        await receivers.OrHang();
        Assert.That(received, Is.EqualTo(3L * Each * (Each + 1) / 2));

        async TroopTask Sum()
        {
            await foreach (int value in channel)
            {
                Interlocked.Add(ref received, value);
            }
        }
    }

    private static async TroopTask<(long Sum, int Cancelled)> SendAll(Channel<int> channel, Channel<CancellationTokenSource> toCancel, int rounds)
    {
        long sent = 0;
        int cancelled = 0;
        for (int i = 1; i <= rounds; i++)
        {
            // Not disposed: the canceller may come late.
            CancellationTokenSource cancel = new();
            TroopTask send = channel.SendAsync(i, cancel.Token);
            if (i % 2 == 0)
            {
                toCancel.TrySend(cancel);
            }

            try
            {
                await send;
                sent += i;
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
        }

        return (sent, cancelled);
    }

    private static async TroopTask<(long Sum, int Cancelled)> ReceiveAll(Channel<int> channel, Channel<CancellationTokenSource> toCancel)
    {
        long received = 0;
        int cancelled = 0;
        int round = 0;
        while (true)
        {
            CancellationTokenSource cancel = new();
            try
            {
                TroopTask<int> receive = channel.ReceiveAsync(cancel.Token);
                if (++round % 3 == 0)
                {
                    toCancel.TrySend(cancel);
                }

                received += await receive;
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
            catch (System.Threading.Channels.ChannelClosedException)
            {
                return (received, cancelled);
            }
        }
    }
}
