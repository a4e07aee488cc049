using System.Runtime.CompilerServices;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>Values over many segments, whatever their number when the channel empties.</summary>
[Category("Unit")]
public sealed class ChannelSegmentTests
{
    [TestCase(8)]
    [TestCase(9)]
    [TestCase(12)]
    [TestCase(600)]
    [TestCase(5_000)]
    [TestCase(Channel.Unbounded)]
    public void Any_number_is_kept_in_order_and_counted(int capacity)
    {
        Channel<int> channel = new(capacity);
        int sent = 0;
        int received = 0;
        foreach (int batch in new[] { 1, 7, 8, 9, 24, 25, 511, 512, 513, 3_000, 1, 20_000, 8 })
        {
            int before = channel.Count;
            int end = sent + Math.Min(batch, capacity - before);
            while (sent < end)
            {
                Assert.That(channel.TrySend(sent++), Is.True);
            }

            Assert.That(channel.Count, Is.EqualTo(sent - received));
            Assert.That(channel.Count < capacity || !channel.TrySend(-1), Is.True, "a full one takes no more");
            // Sometimes all, sometimes all but one.
            for (int left = channel.Count; left > batch % 2; left--)
            {
                Assert.That(channel.TryReceive(out int value), Is.True);
                Assert.That(value, Is.EqualTo(received++));
            }
        }

        Assert.That(channel.Count, Is.EqualTo(sent - received));
    }

    [Test]
    public Task A_channel_without_a_bound_never_lets_a_sender_wait() =>
        InThread.Run(async () =>
        {
            const int Many = 200_000;
            Channel<int> channel = new(Channel.Unbounded);
            TroopThread<long> reader = TroopThread.Start(async () =>
            {
                long sum = 0;
                int last = -1;
                await foreach (int value in channel)
                {
                    Assert.That(value == last + 1, Is.True);
                    last = value;
                    sum += value;
                }

                return sum;
            });
            for (int i = 0; i < Many; i++)
            {
                Assert.That(channel.SendAsync(i).IsCompleted, Is.True);
            }

            channel.Close();
            Assert.That(await reader.Join(), Is.EqualTo((long)Many * (Many - 1) / 2));
        });

    /// <summary>Slots are emptied, in the segment in use, in the spare one, and of structs that hold references.</summary>
    [TestCase(1)]
    [TestCase(600)]
    [TestCase(Channel.Unbounded)]
    public void What_was_received_is_not_kept_alive(int capacity)
    {
        Channel<(int Number, Token? Value)> channel = new(capacity);
        WeakReference[] all = Pass(channel, Math.Min(capacity, 3_000));
        GC.Collect();
        Assert.That(all.Count(static one => one.IsAlive), Is.Zero);
        Assert.That(channel.Count, Is.Zero);
    }

    [Test]
    public void Null_is_a_value()
    {
        Channel<string?> channel = new(1);
        Assert.That((channel.TrySend(null), channel.TryReceive(out string? value), value), Is.EqualTo((true, true, (string?)null)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] Pass(Channel<(int Number, Token? Value)> channel, int count)
    {
        WeakReference[] all = new WeakReference[count];
        for (int i = 0; i < count; i++)
        {
            Token value = new();
            all[i] = new WeakReference(value);
            channel.TrySend((i, value));
        }

        for (int i = 0; i < count; i++)
        {
            channel.TryReceive(out _);
        }

        return all;
    }
}
