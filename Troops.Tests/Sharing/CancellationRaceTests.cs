using Troops.Sharing;
using Troops.Tasks;
using Troops.Tests.Support;
using static Troops.Tests.Sharing.CancellationRace;

namespace Troops.Tests.Sharing;

/// <summary>
/// A million cancellations, each against what the operation waits for, from other kernel threads: nothing is lost, nothing comes twice, nobody is left waiting.
/// </summary>
/// <remarks>
/// A batch at a time: a thread begins its operations, every second one with a token; then one rival cancels them from the first to the last, and another brings what they wait for, in the same order, so that the two meet at single operations.
/// What came out is counted without throwing a million exceptions.
/// </remarks>
[Category("Stress")]
public sealed class CancellationRaceTests
{
    /// <summary>As many waits without a token stand behind those with one, so each set finds somebody and none is kept: exactly as many get through as were set.</summary>
    [Test]
    public async Task Each_set_of_a_signal_lets_exactly_one_through() =>
        await Run(async round =>
        {
            Signal signal = new();
            Collector cancellable = new();
            Collector others = new();
            CancellationTokenSource[] tokens = NewTokens();
            for (int i = 0; i < Batch; i++)
            {
                cancellable.Add(signal.WaitAsync(tokens[i].Token).Core);
                others.Add(signal.WaitAsync().Core);
            }

            await Race(round, () => CancelAll(tokens), () => Repeat(Batch, _ => signal.Set()));
            await cancellable.End();
            while (cancellable.Succeeded + others.Succeeded < Batch)
            {
                // A set that was lost would keep it here until the guard ends the test.
                await TroopTask.Yield();
            }

            // Those who were cancelled left their sets to others; the rest get theirs now, and nothing is left over.
            Repeat(cancellable.Succeeded, _ => signal.Set());
            await others.End();
            Assert.That((others.Succeeded, signal.IsSet), Is.EqualTo((Batch, false)));
            return cancellable.Faulted;
        });

    [Test]
    public async Task A_latch_lets_everybody_through_who_was_not_cancelled() =>
        await Run(async round =>
        {
            Latch latch = new(2);
            Collector ends = new();
            CancellationTokenSource[] tokens = NewTokens();
            for (int i = 0; i < 2 * Batch; i++)
            {
                ends.Add(latch.WaitAsync(i % 2 == 0 ? tokens[i / 2].Token : default).Core);
            }

            await Race(round, () => CancelAll(tokens), () => Repeat(2, _ => latch.CountDown()));
            await ends.End();
            Assert.That(ends.Succeeded + ends.Faulted, Is.EqualTo(2 * Batch));
            Assert.That(ends.Succeeded, Is.AtLeast(Batch));
            return ends.Faulted;
        });

    [Test]
    public async Task A_value_that_is_made_once_reaches_everybody_who_was_not_cancelled() =>
        await Run(async round =>
        {
            int attempts = 0;
            Signal go = new();
            Once<int> once = new(async () =>
            {
                await go.WaitAsync();
                return Interlocked.Increment(ref attempts);
            });
            bool ones = true;
            Collector ends = new() { OnSuccess = end => ones &= ((TaskCore<int>)end).Result == 1 };
            CancellationTokenSource[] tokens = NewTokens();
            for (int i = 0; i < 2 * Batch; i++)
            {
                ends.Add(once.GetAsync(i % 2 == 0 ? tokens[i / 2].Token : default).Core);
            }

            await Race(round, () => CancelAll(tokens), go.Set);
            await ends.End();
            Assert.That(ends.Succeeded + ends.Faulted, Is.EqualTo(2 * Batch));
            Assert.That(ends.Succeeded, Is.AtLeast(Batch));
            Assert.That((ones, attempts), Is.EqualTo((true, 1)));
            return ends.Faulted;
        });

    /// <summary>Receives of one subscription wait, and are cancelled while values come.</summary>
    [Test]
    public async Task Each_value_of_a_broadcast_is_received_once_whoever_is_cancelled() =>
        await Run(async round =>
        {
            Broadcast<int> broadcast = new();
            using Subscription<int> mine = broadcast.Subscribe(2 * Batch);
            HashSet<int> received = [];
            bool twice = false;
            Collector ends = new() { OnSuccess = end => twice |= !received.Add(((TaskCore<int>)end).Result) };
            CancellationTokenSource[] tokens = NewTokens();
            for (int i = 0; i < 2 * Batch; i++)
            {
                ends.Add(mine.ReceiveAsync(i % 2 == 0 ? tokens[i / 2].Token : default).Core);
            }

            // More values than receivers that nobody cancels: the rest is kept.
            await Race(round, () => CancelAll(tokens), () => Repeat(2 * Batch, n => broadcast.TrySend(n)));
            await ends.End();
            while (mine.TryReceive(out int left))
            {
                twice |= !received.Add(left);
            }

            Assert.That((received.Count, twice), Is.EqualTo((2 * Batch, false)));
            return ends.Faulted;
        });

    /// <summary>Sends wait for room, and are cancelled while two subscriptions make some: both receive what was sent, in the same order, and nothing else.</summary>
    [Test]
    public async Task A_cancelled_send_of_a_broadcast_reaches_nobody_and_any_other_reaches_all() =>
        await Run(async round =>
        {
            Broadcast<int> broadcast = new();
            using Subscription<int> one = broadcast.Subscribe(1);
            using Subscription<int> two = broadcast.Subscribe(3);
            Collector ends = new();
            CancellationTokenSource[] tokens = NewTokens();
            for (int i = 0; i < 2 * Batch; i++)
            {
                ends.Add(broadcast.SendAsync(i, i % 2 == 0 ? tokens[i / 2].Token : default).Core);
            }

            List<int> first = [];
            List<int> second = [];
            void Receive()
            {
                while (one.TryReceive(out int a) && two.TryReceive(out int b))
                {
                    first.Add(a);
                    second.Add(b);
                }
            }

            await Race(round, () => CancelAll(tokens), Receive);
            Receive();
            await ends.End();
            Assert.That(first, Has.Count.EqualTo(ends.Succeeded));
            Assert.That(first.SequenceEqual(second), Is.True);
            Assert.That(first.Zip(first.Skip(1)).All(static pair => pair.First < pair.Second), Is.True, "in order, none twice");
            return ends.Faulted;
        });

    /// <summary>No cancellation here: the wait begins in the moment that ends it.</summary>
    [Test]
    public async Task A_wait_that_begins_as_it_is_let_through_is_not_forgotten() =>
        await InThread.Run(async () =>
        {
            for (int round = 0; round < 400; round++)
            {
                Latch[] latches = [.. Enumerable.Range(0, Batch).Select(static _ => new Latch(1))];
                Signal[] signals = [.. Enumerable.Range(0, Batch).Select(static _ => new Signal())];
                Collector ends = new();
                bool there = false;
                Task opener = Task.Run(() =>
                {
                    Volatile.Write(ref there, true);
                    for (int i = 0; i < Batch; i++)
                    {
                        latches[i].CountDown();
                        signals[i].Set();
                    }
                });
                while (!Volatile.Read(ref there))
                {
                    Thread.Yield();
                }

                for (int i = 0; i < Batch; i++)
                {
                    ends.Add(latches[i].WaitAsync().Core);
                    ends.Add(signals[i].WaitAsync().Core);
                }

                await opener;
                await ends.End();
                Assert.That(ends.Succeeded, Is.EqualTo(2 * Batch));
            }
        });
}
