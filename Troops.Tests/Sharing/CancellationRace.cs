using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>Many operations that two rivals end at once: one cancels them, the other brings what they wait for.</summary>
internal static class CancellationRace
{
    internal const int Batch = 500;
    private const int Races = 1_000_000;

    /// <summary>A million races, in batches. A batch tells how many were cancelled in time.</summary>
    internal static async Task Run(Func<int, TroopTask<int>> batch)
    {
        (int cancelled, int close) = await InThread.Run(async () =>
        {
            int all = 0;
            int close = 0;
            for (int round = 0; round < Races / Batch; round++)
            {
                int some = await batch(round);
                all += some;
                close += some is > 0 and < Batch ? 1 : 0;
            }

            return (all, close);
        });
        TestContext.Out.WriteLine($"{cancelled} of {Races} were cancelled in time; {close} of {Races / Batch} batches were won by both sides");
        Assert.That(cancelled, Is.InRange(1, Races - 1), "neither side always wins");
    }

    /// <summary>Both at once; who begins changes from round to round.</summary>
    internal static async TroopTask Race(int round, Action one, Action other)
    {
        bool there = false;
        bool go = false;
        Task first = Task.Run(() =>
        {
            Volatile.Write(ref there, true);
            for (int spins = 0; !Volatile.Read(ref go); spins++)
            {
                if (spins > 10_000)
                {
                    Thread.Yield();
                }
            }

            (round % 2 == 0 ? one : other)();
        });
        while (!Volatile.Read(ref there))
        {
            Thread.Yield();
        }

        Volatile.Write(ref go, true);
        // Sometimes later, so that the two meet at any point of their ways.
        Thread.SpinWait(round / 2 % 25 * 40);
        (round % 2 == 0 ? other : one)();
        await first;
    }

    internal static CancellationTokenSource[] NewTokens() => [.. Enumerable.Range(0, Batch).Select(static _ => new CancellationTokenSource())];

    internal static void CancelAll(CancellationTokenSource[] tokens) => Array.ForEach(tokens, static token => token.Cancel());

    internal static void Repeat(int times, Action<int> action)
    {
        for (int i = 0; i < times; i++)
        {
            action(i);
        }
    }
}
