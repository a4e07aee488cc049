using Troops.Sharing;
using Troops.Tasks;
using Troops.Tests.Support;
using static Troops.Tests.Sharing.CancellationRace;

namespace Troops.Tests.Sharing;

/// <summary>As <see cref="CancellationRaceTests"/>, for channels and selects.</summary>
[Category("Stress")]
public sealed class ChannelCancellationRaceTests
{
    /// <summary>More receives than are cancelled: what finds nobody is kept, and read at the end.</summary>
    [Test]
    public async Task Each_value_is_received_once_whoever_is_cancelled() =>
        await Run(async round =>
        {
            Channel<int> channel = new(Capacity(round));
            HashSet<int> received = [];
            bool twice = false;
            Collector ends = new() { OnSuccess = end => twice |= !received.Add(((TaskCore<int>)end).Result) };
            CancellationTokenSource[] tokens = NewTokens();
            for (int i = 0; i < 2 * Batch; i++)
            {
                ends.Add(channel.ReceiveAsync(i % 2 == 0 ? tokens[i / 2].Token : default).Core);
            }

            int sent = 0;
            await Race(round, () => CancelAll(tokens), () => Repeat(2 * Batch, n => sent += channel.TrySend(n) ? 1 : 0));
            // With as many values as receivers that are left everybody ends.
            await ends.End();
            while (channel.TryReceive(out int left))
            {
                twice |= !received.Add(left);
            }

            Assert.That((received.Count, twice), Is.EqualTo((sent, false)));
            Assert.That(ends.Succeeded + ends.Faulted, Is.EqualTo(2 * Batch));
            return ends.Faulted;
        });

    [Test]
    public async Task A_cancelled_send_sends_nothing_and_any_other_its_value_once() =>
        await Run(async round =>
        {
            Channel<int> channel = new(round % 3 * 4);
            Collector ends = new();
            CancellationTokenSource[] tokens = NewTokens();
            for (int i = 0; i < 2 * Batch; i++)
            {
                ends.Add(channel.SendAsync(i, i % 2 == 0 ? tokens[i / 2].Token : default).Core);
            }

            List<int> received = [];
            void Receive()
            {
                while (channel.TryReceive(out int value))
                {
                    received.Add(value);
                }
            }

            await Race(round, () => CancelAll(tokens), Receive);
            Receive();
            await ends.End();
            Assert.That((received.Count, channel.Count), Is.EqualTo((ends.Succeeded, 0)));
            Assert.That(received.Zip(received.Skip(1)).All(static pair => pair.First < pair.Second), Is.True, "in order, none twice");
            return ends.Faulted;
        });

    /// <summary>As many enumerations, each with a step that waits.</summary>
    [Test]
    public async Task Each_value_comes_once_to_an_await_foreach_whoever_is_cancelled() =>
        await Run(async round =>
        {
            Channel<int> channel = new(Capacity(round));
            HashSet<int> received = [];
            bool twice = false;
            Collector ends = new() { OnSuccess = end => twice |= !received.Add(((Enumeration<int>)end).Current) };
            CancellationTokenSource[] tokens = NewTokens();
            for (int i = 0; i < 2 * Batch; i++)
            {
                ends.Add(channel.GetAsyncEnumerator(i % 2 == 0 ? tokens[i / 2].Token : default).MoveNextAsync().Core);
            }

            int sent = 0;
            await Race(round, () => CancelAll(tokens), () => Repeat(2 * Batch, n => sent += channel.TrySend(n) ? 1 : 0));
            await ends.End();
            while (channel.TryReceive(out int left))
            {
                twice |= !received.Add(left);
            }

            Assert.That((received.Count, twice), Is.EqualTo((sent, false)));
            return ends.Faulted;
        });

    /// <summary>Each select waits to receive from one channel and to send to another; both are served while it is cancelled.</summary>
    [Test]
    public async Task A_select_does_one_case_or_is_cancelled() =>
        await Run(async round =>
        {
            Channel<int> incoming = new(Capacity(round));
            Channel<int> outgoing = new(0);
            ReceiveCase<int>[] hears = [.. Enumerable.Range(0, 2 * Batch).Select(_ => incoming.ReceiveCase())];
            Dictionary<TaskCore, int> numbers = [];
            HashSet<int> received = [];
            HashSet<int> told = [];
            bool twice = false;
            Collector ends = new()
            {
                OnSuccess = end =>
                {
                    int number = numbers[end];
                    twice |= ((TaskCore<int>)end).Result == 0 ? !received.Add(hears[number].Value) : !told.Add(number);
                },
            };
            CancellationTokenSource[] tokens = NewTokens();
            for (int i = 0; i < 2 * Batch; i++)
            {
                TaskCore select = Select.WaitAsync([hears[i], outgoing.SendCase(i)], i % 2 == 0 ? tokens[i / 2].Token : default).Core!;
                numbers.Add(select, i);
                ends.Add(select);
            }

            int sent = 0;
            List<int> taken = [];
            void Serve(int n)
            {
                if (n % 2 == 0)
                {
                    sent += incoming.TrySend(n) ? 1 : 0;
                }
                else if (outgoing.TryReceive(out int value))
                {
                    taken.Add(value);
                }
            }

            await Race(round, () => CancelAll(tokens), () => Repeat(2 * Batch, Serve));
            await ends.End();
            while (incoming.TryReceive(out int left))
            {
                twice |= !received.Add(left);
            }

            Assert.That((received.Count, twice), Is.EqualTo((sent, false)));
            Assert.That(told.SetEquals(taken) && told.Count == taken.Count, Is.True, "who was told that it has sent has, and nobody else");
            return ends.Faulted;
        });

    private static int Capacity(int round) =>
        (round % 4) switch
        {
            0 => 0,
            1 => 3,
            2 => 12,
            _ => Channel.Unbounded,
        };
}
