using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("Stress")]
internal sealed class InboxStressTests
{
    private const int LettersEach = 300_000;
    private const int Rounds = 40_000;

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
    public void A_push_that_meets_a_park_is_seen_by_one_of_the_two(CancellationToken giveUp)
    {
        bool parked = false;
        PushOutcome outcome = default;
        int wrong = Duel.Run(
            Rounds,
            prepare: _ => word = null,
            mine: _ => parked = Inbox.TryPark(ref word),
            theirs: round => outcome = Inbox.Push(ref word, new Letter(0, round)),
            isRight: round =>
                outcome == (parked ? PushOutcome.MustQueue : PushOutcome.Delivered) && Letter.Read(Inbox.Drain(ref word, out _)).SequenceEqual([$"0.{round}"]),
            giveUp
        );
        Assert.That(wrong, Is.Zero);
    }

    [Test]
    [CancelAfter(60_000)]
    public void A_push_that_meets_a_drain_comes_in_this_one_or_in_the_next(CancellationToken giveUp)
    {
        List<string> drained = [];
        int wrong = Duel.Run(
            Rounds,
            prepare: round => Inbox.Push(ref word, new Letter(0, round)),
            mine: _ => drained = Letter.Read(Inbox.Drain(ref word, out InboxNode? _)),
            theirs: round => Inbox.Push(ref word, new Letter(1, round)),
            isRight: round => drained.Concat(Letter.Read(Inbox.Drain(ref word, out _))).SequenceEqual([$"0.{round}", $"1.{round}"]),
            giveUp
        );
        Assert.That(wrong, Is.Zero);
    }

    [Test]
    [CancelAfter(60_000)]
    public void A_kill_and_a_push_at_the_same_time_queue_the_thread_once(CancellationToken giveUp)
    {
        bool unparked = false;
        PushOutcome outcome = default;
        int wrong = Duel.Run(
            Rounds,
            prepare: _ => Inbox.TryPark(ref word),
            mine: _ => unparked = Inbox.TryUnpark(ref word),
            theirs: round => outcome = Inbox.Push(ref word, new Letter(0, round)),
            isRight: round =>
                outcome == (unparked ? PushOutcome.Delivered : PushOutcome.MustQueue)
                && Letter.Read(Inbox.Drain(ref word, out _)).SequenceEqual([$"0.{round}"]),
            giveUp
        );
        Assert.That(wrong, Is.Zero);
    }

    [Test]
    [CancelAfter(60_000)]
    public void Each_push_comes_before_the_end_or_learns_of_it(CancellationToken giveUp)
    {
        bool ended = false;
        PushOutcome outcome = default;
        int wrong = Duel.Run(
            Rounds,
            prepare: _ => word = null,
            mine: _ => ended = Inbox.TryEnd(ref word),
            theirs: round => outcome = Inbox.Push(ref word, new Letter(0, round)),
            isRight: _ => ended ? outcome == PushOutcome.Ended && word == Inbox.Ended : outcome == PushOutcome.Delivered && word is Letter,
            giveUp
        );
        Assert.That(wrong, Is.Zero);
    }
}
