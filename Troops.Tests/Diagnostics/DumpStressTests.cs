using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Diagnostics;

/// <summary>Dumps while everything moves: none throws, hangs, loses a wake-up or shows a thread twice.</summary>
[TestFixture, Category("Stress")]
internal sealed class DumpStressTests
{
    [Test]
    public async Task Dumps_beside_a_busy_process_lose_nothing()
    {
        const int Pairs = 20;
        const int Messages = 3_000;
        await using TroopProcess process = InThread.Process(2);
        Task work = process
            .InvokeAsync(async () =>
            {
                TroopThread[] threads = [.. Enumerable.Range(0, Pairs).SelectMany(static _ => Pair(Messages))];
                foreach (TroopThread thread in threads)
                {
                    await thread.Join();
                }
            })
            .OrHang();

        int dumps = 0;
        int exact = 0;
        do
        {
            ProcessDump dump = process.Dump();
            TroopDump main = dump.Troops.Single();
            Assert.That(main.Threads.Select(static thread => thread.Id), Is.Unique);
            exact += main.Threads.Count(static thread => thread.IsExact);
            dumps++;
        } while (!work.IsCompleted);

        await work;
        TestContext.Out.WriteLine($"{dumps} dumps, {exact} threads held");
        Assert.That(exact, Is.Positive, "no thread was held still: nothing was put to the test");
    }

    [Test]
    public async Task Dumps_beside_threads_that_start_and_end_and_troops_that_are_killed()
    {
        await using TroopProcess process = InThread.Process(2);
        Task work = process
            .InvokeAsync(async () =>
            {
                for (int round = 0; round < 300; round++)
                {
                    TroopThread[] threads = [.. Enumerable.Range(0, 20).Select(i => TroopThread.Start(() => Steps.Pause(i)))];
                    foreach (TroopThread thread in threads)
                    {
                        await thread.Join();
                    }
                }
            })
            .OrHang();

        for (int round = 0; round < 50 || !work.IsCompleted; round++)
        {
            Troop doomed = process.CreateTroop("doomed");
            Channel<int> never = new(0);
            Task[] victims = [.. Enumerable.Range(0, 5).Select(_ => doomed.InvokeAsync(static () => WaitForEver()).AsTask())];
            process.Dump();
            doomed.Kill("the test says so");
            Assert.That(process.Dump().ToString(), Is.Not.Empty);
            foreach (Task victim in victims)
            {
                Assert.That(await victim.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
            }
        }

        await work;
    }

    [TroopTask]
    private static async TroopTask WaitForEver() => await new Channel<int>(0).ReceiveAsync();

    private static TroopThread[] Pair(int messages)
    {
        Channel<int> there = new(0);
        Channel<int> back = new(0);
        return [TroopThread.Start(() => Play(there, back, messages)), TroopThread.Start(() => Answer(there, back, messages))];
    }

    [TroopTask]
    private static async TroopTask Play(Channel<int> there, Channel<int> back, int messages)
    {
        for (int i = 0; i < messages; i++)
        {
            await there.SendAsync(i);
            int answer = await back.ReceiveAsync();
            if (answer != i)
            {
                throw new InvalidOperationException($"{answer} instead of {i}");
            }
        }
    }

    [TroopTask]
    private static async TroopTask Answer(Channel<int> there, Channel<int> back, int messages)
    {
        for (int i = 0; i < messages; i++)
        {
            await back.SendAsync(await there.ReceiveAsync());
        }
    }
}
