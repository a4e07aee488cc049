using System.Diagnostics;
using System.Runtime;
using Troops.Benchmarks.Peers;

namespace Troops.Benchmarks.Harness;

/// <summary>
/// Runs the rows. The contestants of a row take turns, ours, first peer, second peer, ours, ..., so that what disturbs the machine disturbs all of them.
/// </summary>
internal sealed class Runner(Plan plan)
{
    /// <summary>The JIT compiles again what it has seen run, in the background, 100 ms after it has seen nothing new; what it then compiles is measured by itself before it is compiled for good.</summary>
    private static readonly TimeSpan JitPause = TimeSpan.FromMilliseconds(130);

    private const int WarmUps = 5;
    private const int MostJitPauses = 8;

    /// <summary>A round that takes longer will never end: its row fails, the others are measured.</summary>
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(2);

    /// <summary>A line for each peer and unit.</summary>
    internal async Task<IReadOnlyList<Line>> MeasureAsync(Row row)
    {
        List<Entry> entries = await WarmUpAsync(row);

        for (int round = 0; round < plan.Rounds; round++)
        {
            foreach (Entry entry in entries)
            {
                if (round < entry.Rounds)
                {
                    entry.Samples.Add(await RoundAsync(entry.Contestant, entry.Count));
                }
            }
        }

        await ActorSystems.StopAsync();
        return [.. Lines(row, entries)];
    }

    /// <summary>Runs every contestant once, small: for its checks.</summary>
    internal static async Task SmokeAsync(Row row)
    {
        foreach (Contestant contestant in row.Contestants)
        {
            await contestant.Measure(row.SmokeCount).WaitAsync(HangGuard);
        }

        await ActorSystems.StopAsync();
    }

    private static IEnumerable<Line> Lines(Row row, List<Entry> entries)
    {
        for (int unit = 0; unit < row.Units.Count; unit++)
        {
            Figure ours = entries[0].FigureOf(unit);
            foreach (Entry peer in entries.Skip(1))
            {
                yield return new Line(row.Name, ours, row.Units[unit], peer.Contestant.Name, peer.FigureOf(unit));
            }
        }
    }

    private static async Task<Sample> RoundAsync(Contestant contestant, int count)
    {
        // The garbage of the one before is not to be collected in this one's time.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return await contestant.Measure(count).WaitAsync(HangGuard);
    }

    private static async Task<TimeSpan> TimeAsync(Contestant contestant, int count)
    {
        long start = Stopwatch.GetTimestamp();
        await RoundAsync(contestant, count);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Runs everybody until the JIT has compiled all of it for good, and finds out how much fits.</summary>
    private async Task<List<Entry>> WarmUpAsync(Row row)
    {
        int[] counts = [.. row.Contestants.Select(contestant => row.Count is { } all ? Math.Max((int)(all * contestant.Share) / 20, 1) : row.SmokeCount)];
        for (int warmUp = 0; warmUp < WarmUps; warmUp++)
        {
            for (int i = 0; i < counts.Length; i++)
            {
                if (row.Count is null)
                {
                    counts[i] = await FitAsync(row.Contestants[i], counts[i]);
                }
                else
                {
                    await row.Contestants[i].Measure(counts[i]).WaitAsync(HangGuard);
                }
            }

            WaitForJit();
        }

        List<Entry> entries = [];
        for (int i = 0; i < counts.Length; i++)
        {
            Contestant contestant = row.Contestants[i];
            if (row.Count is { } all)
            {
                TimeSpan warm = await TimeAsync(contestant, counts[i]) * 20;
                entries.Add(new Entry(contestant, Math.Max((int)(all * contestant.Share), 1), Math.Clamp((int)(plan.Budget / warm), 1, plan.Rounds)));
            }
            else
            {
                entries.Add(new Entry(contestant, await FitAsync(contestant, counts[i]), plan.Rounds));
            }
        }

        return entries;
    }

    private static void WaitForJit()
    {
        long before = -1;
        for (int pause = 0; pause < MostJitPauses && JitInfo.GetCompiledMethodCount() != before; pause++)
        {
            before = JitInfo.GetCompiledMethodCount();
            Thread.Sleep(JitPause);
        }
    }

    /// <summary>The count that makes a round as long as planned, tried from <paramref name="count"/> on.</summary>
    private async Task<int> FitAsync(Contestant contestant, int count)
    {
        while (true)
        {
            double factor = plan.Round / await TimeAsync(contestant, count);
            int next = (int)Math.Clamp(count * Math.Clamp(factor, 0.1, 10), 1, 100_000_000);
            if (factor < 2)
            {
                return next;
            }

            count = next;
        }
    }
}
