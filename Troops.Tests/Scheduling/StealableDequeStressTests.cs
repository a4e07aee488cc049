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
    public void Each_thread_is_taken_exactly_once(int burst, int thieves)
    {
        StealableDeque deque = new();
        ScriptedThread[] threads = [.. Enumerable.Range(0, 1024).Select(static number => new ScriptedThread(null!, number))];
        // A thread object is used again only after it was taken, so a slot that is read too late shows up as a wrong number.
        int[] taken = new int[threads.Length];
        long stolen = 0;
        bool done = false;
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
                        }
                    }

                    Interlocked.Add(ref stolen, mine);
                })),
        ];
        Array.ForEach(kernelThreads, static thread => thread.Start());

        int wrong = 0;
        long popped = 0;
        int[] pushed = new int[threads.Length];
        for (int item = 0; item < Items; )
        {
            for (int i = 0; i < burst && item < Items; i++)
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
            Assert.That(popped + stolen, Is.EqualTo(Items));
            Assert.That(taken, Is.EqualTo(pushed));
            Assert.That(wrong, Is.Zero);
            Assert.That(stolen, Is.Positive, "the thieves never met the owner");
        });
    }
}
