using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>Selects that race with each other, with plain sends and receives, and with cancellation: each value that was sent is received once.</summary>
[Category("Stress")]
public sealed class SelectStressTests
{
    private const int Each = 20_000;

    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2 });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(64)]
    public async Task What_selects_send_selects_receive_once(int capacity) =>
        await process
            .InvokeAsync(async () =>
            {
                Channel<int> one = new(capacity);
                Channel<int> other = new(capacity);
                TroopThread<long>[] senders = [.. Enumerable.Range(0, 3).Select(sender => TroopThread.Start(() => Send(one, other, sender * Each)))];
                TroopThread<long>[] receivers =
                [
                    TroopThread.Start(() => Receive(one, other)),
                    TroopThread.Start(() => Receive(other, one)),
                    TroopThread.Start(() => ReceivePlainly(one)),
                ];
                long sent = 0;
                foreach (TroopThread<long> sender in senders)
                {
                    sent += await sender.Join();
                }

                one.Close();
                other.Close();
                long received = 0;
                foreach (TroopThread<long> receiver in receivers)
                {
                    received += await receiver.Join();
                }

                Assert.That(received, Is.EqualTo(sent));
            })
            .OrHang();

    [Test]
    public async Task A_cancellation_and_a_value_that_race_lose_nothing() =>
        await process
            .InvokeAsync(async () =>
            {
                Channel<int> one = new(1);
                Channel<int> other = new(1);
                TroopThread<long> sender = TroopThread.Start(() => Send(one, other, 0));
                long received = 0;
                int cancelled = 0;
                for (int taken = 0; taken < Each; )
                {
                    using CancellationTokenSource cancel = new();
                    CancellationToken token = cancel.Token;
                    ReceiveCase<int>[] cases = [one.ReceiveCase(), other.ReceiveCase()];
                    TroopTask<int> waiting = Select.WaitAsync(cases, token);
                    if ((taken & 1) == 0)
                    {
                        cancel.Cancel();
                    }

                    try
                    {
                        received += cases[await waiting].Value;
                        taken++;
                    }
                    catch (OperationCanceledException)
                    {
                        cancelled++;
                    }
                }

                Assert.That(received, Is.EqualTo(await sender.Join()));
                TestContext.Out.WriteLine($"{cancelled} were cancelled");
            })
            .OrHang();

    [TroopTask]
    private static async TroopTask<long> Send(Channel<int> one, Channel<int> other, int from)
    {
        long sum = 0;
        for (int i = from; i < from + Each; i++)
        {
            await Select.WaitAsync([one.SendCase(i), other.SendCase(i)]);
            sum += i;
        }

        return sum;
    }

    [TroopTask]
    private static async TroopTask<long> Receive(Channel<int> one, Channel<int> other)
    {
        long sum = 0;
        ReceiveCase<int>[] cases = [one.ReceiveCase(), other.ReceiveCase()];
        while (true)
        {
            ReceiveCase<int> chosen = cases[await Select.WaitAsync(cases)];
            if (chosen.HasValue)
            {
                sum += chosen.Value;
            }
            else
            {
                return sum + await ReceivePlainly(chosen == cases[0] ? other : one);
            }
        }
    }

    [TroopTask]
    private static async TroopTask<long> ReceivePlainly(Channel<int> channel)
    {
        long sum = 0;
        await foreach (int value in channel)
        {
            sum += value;
        }

        return sum;
    }
}
