using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("Stress")]
internal sealed class InboxStressTests
{
    private const int LettersEach = 500_000;

    private InboxNode? word;
    private long mustQueue;

    [SetUp]
    public void BeginActive()
    {
        word = null;
        mustQueue = 0;
    }

    [TestCase(1)]
    [TestCase(3)]
    [CancelAfter(60_000)]
    public void No_letter_is_lost_none_comes_twice_and_each_senders_stay_in_order(int senders)
    {
        // The permits stand for the run queue: one for each duty to queue the thread.
        using SemaphoreSlim queued = new(0);
        Thread[] pushing =
        [
            .. Enumerable
                .Range(0, senders)
                .Select(sender => new Thread(() =>
                {
                    for (int number = 0; number < LettersEach; number++)
                    {
                        if (Inbox.Push(ref word, new Letter(sender, number)) == PushOutcome.MustQueue)
                        {
                            Interlocked.Increment(ref mustQueue);
                            queued.Release();
                        }
                    }
                })),
        ];
        Array.ForEach(pushing, static thread => thread.Start());

        int[] next = new int[senders];
        long parks = 0;
        long disorder = 0;
        int received = 0;
        while (received < senders * LettersEach)
        {
            for (InboxNode? node = Inbox.Drain(ref word, out _); node is not null; )
            {
                Letter letter = (Letter)node;
                node = letter.Next;
                disorder += letter.Number == next[letter.Sender]++ ? 0 : 1;
                received++;
            }

            if (received < senders * LettersEach && Inbox.TryPark(ref word))
            {
                parks++;
                Assert.That(
                    queued.Wait(SchedulerBench.DeadlockGuard),
                    Is.True,
                    $"parked with {received} letters and nobody queued the thread: a wake-up was lost"
                );
            }
        }

        Array.ForEach(pushing, static thread => thread.Join());
        Assert.Multiple(() =>
        {
            Assert.That(disorder, Is.Zero);
            Assert.That(mustQueue, Is.EqualTo(parks), "each park is ended by exactly one duty to queue");
            Assert.That(queued.CurrentCount, Is.Zero);
            Assert.That(word, Is.Null);
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public void A_kill_and_a_push_at_the_same_time_queue_the_thread_once()
    {
        const int rounds = 200_000;
        using Barrier barrier = new(2);
        int killers = 0;
        Thread killer = new(() =>
        {
            for (int i = 0; i < rounds; i++)
            {
                barrier.SignalAndWait();
                killers += Inbox.TryUnpark(ref word) ? 1 : 0;
                barrier.SignalAndWait();
            }
        });
        killer.Start();
        int pushers = 0;
        int lost = 0;
        for (int i = 0; i < rounds; i++)
        {
            Inbox.TryPark(ref word);
            barrier.SignalAndWait();
            pushers += Inbox.Push(ref word, new Letter(0, i)) == PushOutcome.MustQueue ? 1 : 0;
            barrier.SignalAndWait();
            lost += Inbox.Drain(ref word, out _) is Letter letter && letter.Number == i ? 0 : 1;
        }

        killer.Join();
        Assert.Multiple(() =>
        {
            Assert.That(killers + pushers, Is.EqualTo(rounds));
            Assert.That(lost, Is.Zero);
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public void Each_push_comes_before_the_end_or_learns_of_it()
    {
        const int rounds = 100_000;
        using Barrier barrier = new(2);
        PushOutcome outcome = default;
        Thread pusher = new(() =>
        {
            for (int i = 0; i < rounds; i++)
            {
                barrier.SignalAndWait();
                outcome = Inbox.Push(ref word, new Letter(0, i));
                barrier.SignalAndWait();
            }
        });
        pusher.Start();
        int wrong = 0;
        for (int i = 0; i < rounds; i++)
        {
            word = null;
            barrier.SignalAndWait();
            bool ended = Inbox.TryEnd(ref word);
            barrier.SignalAndWait();
            bool consistent = ended ? outcome == PushOutcome.Ended && word == Inbox.Ended : outcome == PushOutcome.Delivered && word is Letter;
            wrong += consistent ? 0 : 1;
        }

        pusher.Join();
        Assert.That(wrong, Is.Zero);
    }
}
