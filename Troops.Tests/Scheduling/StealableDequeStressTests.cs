using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

[TestFixture]
[Category("Stress")]
internal sealed class StealableDequeStressTests
{
    private const int Items = 2_000_000;

    /// <summary>The deque stays nearly empty in the first case (everything is a fight for the last item) and nearly full in the second.</summary>
    [TestCase(1, 2)]
    [TestCase(200, 2)]
    [TestCase(1, 3)]
    [CancelAfter(60_000)]
    public void Each_thread_is_taken_exactly_once(int burst, int thieves, CancellationToken giveUp)
    {
        StealableDeque deque = new();
        ScriptedThread[] threads = [.. Enumerable.Range(0, 1024).Select(static number => new ScriptedThread(null!, number))];
        // A thread object is used again only after it was taken, so a slot that is read too late shows up as a wrong number.
        int[] taken = new int[threads.Length];
        long stolen = 0;
        bool done = false;
        bool met = false;
        Thread[] kernelThreads =
        [
            .. Enumerable
                .Range(0, thieves)
                .Select(_ => new Thread(() =>
                {
                    long mine = 0;
                    while (!Volatile.Read(ref done))
                    {
                        if (deque.TakeOldest() is ScriptedThread thread)
                        {
                            Interlocked.Increment(ref taken[thread.Number]);
                            mine++;
                            Volatile.Write(ref met, true);
                        }
                    }

                    Interlocked.Add(ref stolen, mine);
                })),
        ];
        Array.ForEach(kernelThreads, static thread => thread.Start());

        int wrong = 0;
        long popped = 0;
        int[] pushed = new int[threads.Length];
        int item = 0;

        // On a busy machine the thieves may come late: it goes on until one has met the owner.
        while ((item < Items || !Volatile.Read(ref met)) && !giveUp.IsCancellationRequested)
        {
            for (int i = 0; i < burst; i++)
            {
                int number = item % threads.Length;
                if (Volatile.Read(ref taken[number]) != pushed[number] || !deque.TryPush(threads[number]))
                {
                    break;
                }

                pushed[number]++;
                item++;
            }

            for (int i = 0; i < (burst + 1) / 2 && deque.PopNewest() is ScriptedThread thread; i++)
            {
                Interlocked.Increment(ref taken[thread.Number]);
                popped++;
            }

            if (deque.Count is < 0 or > StealableDeque.Capacity)
            {
                wrong++;
            }
        }

        while (deque.PopNewest() is ScriptedThread thread)
        {
            Interlocked.Increment(ref taken[thread.Number]);
            popped++;
        }

        Volatile.Write(ref done, true);
        Array.ForEach(kernelThreads, static thread => thread.Join());
        Assert.Multiple(() =>
        {
            Assert.That(popped + stolen, Is.EqualTo(item).And.AtLeast(Items));
            Assert.That(taken, Is.EqualTo(pushed));
            Assert.That(wrong, Is.Zero);
            Assert.That(stolen, Is.Positive, "the thieves never met the owner");
        });
    }

    /// <summary>The fights that matter: for the last thread, and for the last but one, which the owner takes without a compare-and-swap.</summary>
    [TestCase(1, 1)]
    [TestCase(2, 1)]
    [TestCase(2, 2)]
    [TestCase(3, 2)]
    [CancelAfter(60_000)]
    public void The_last_threads_go_to_one_side_each(int content, int steals, CancellationToken giveUp)
    {
        StealableDeque deque = new();
        ScriptedThread[] threads = [.. Enumerable.Range(0, content).Select(static number => new ScriptedThread(null!, number))];
        ThreadHeader? popped = null;
        ThreadHeader?[] stolen = new ThreadHeader?[steals];
        int wrong = Duel.Run(
            40_000,
            prepare: _ => Array.ForEach(threads, thread => deque.TryPush(thread)),
            mine: _ => popped = deque.PopNewest(),
            theirs: _ =>
            {
                for (int i = 0; i < steals; i++)
                {
                    stolen[i] = deque.TakeOldest();
                }
            },
            isRight: _ =>
            {
                List<ThreadHeader?> all = [popped, .. stolen];
                while (deque.TakeOldest() is { } left)
                {
                    all.Add(left);
                }

                all.RemoveAll(static thread => thread is null);
                return all.Count == content && all.Distinct().Count() == content;
            },
            giveUp
        );
        Assert.That(wrong, Is.Zero);
    }
}
