using System.Collections.Immutable;
using CsCheck;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>The thread state against a dictionary: whatever the threads do beside each other, each finds what it would find alone.</summary>
[Category("Model")]
public sealed class ThreadStateModelTests
{
    private const int ThreadCount = 3;
    private const int Made = 1_000;

    /// <summary>Which thread, what it adds, and whether it sets the value instead.</summary>
    private static readonly Gen<ImmutableArray<(int Thread, int Value, bool Sets)>> Histories = Gen.Select(
            Gen.Int[0, ThreadCount - 1],
            Gen.Int[0, 99],
            Gen.Bool
        )
        .Array[0, 40]
        .Select(steps => ImmutableArray.Create(steps));

    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_each_thread_finds_what_it_would_find_alone()
    {
        Histories.Sample(
            steps =>
            {
                string found = InThread.Run(() => InThreads(steps)).GetAwaiter().GetResult();
                Assert.That(found, Is.EqualTo(Alone(steps)));
            },
            iter: 200,
            threads: 1
        );
    }

    [TroopTask]
    private static async TroopTask<string> InThreads(ImmutableArray<(int Thread, int Value, bool Sets)> steps)
    {
        ThreadState<int> state = new(() => Made);
        TroopThread<int>[] threads = [.. Enumerable.Range(0, ThreadCount).Select(number => TroopThread.Start(() => InOne(state, steps, number)))];
        List<int> last = [];
        foreach (TroopThread<int> thread in threads)
        {
            last.Add(await thread.Join());
        }

        return string.Join(' ', last);
    }

    [TroopTask]
    private static async TroopTask<int> InOne(ThreadState<int> state, ImmutableArray<(int Thread, int Value, bool Sets)> steps, int number)
    {
        foreach ((int thread, int value, bool sets) in steps)
        {
            if (thread == number)
            {
                state.Value = sets ? value : state.Value + value;
                await TroopTask.Yield();
            }
        }

        return state.Value;
    }

    private static string Alone(ImmutableArray<(int Thread, int Value, bool Sets)> steps)
    {
        int[] values = [.. Enumerable.Repeat(Made, ThreadCount)];
        foreach ((int thread, int value, bool sets) in steps)
        {
            values[thread] = sets ? value : values[thread] + value;
        }

        return string.Join(' ', values);
    }
}
