using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Troops.Tests.Support;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>Makes bodies from seeds that follow each other, runs them, and shrinks what is wrong.</summary>
/// <param name="lines">Where progress goes; null: nowhere.</param>
/// <param name="mistake">What is done to the files that the generator has written.</param>
internal sealed class Campaign(TextWriter? lines = null, Func<SyntaxTree, SyntaxTree>? mistake = null)
{
    /// <summary>Compiled together. More of them cost no less each.</summary>
    private const int AtOnce = 150;

    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Tally tally = new();
    private int next;

    /// <summary>Which bodies are compiled for debugging: half of them, by their seeds, so that one alone is compiled as it was among others.</summary>
    private static bool IsDebug(ulong seed) => new Dice(seed ^ 0xDEB06).Chance(50);

    // A mistake is in the copies alone.
    private CorpusTier[] Tiers => mistake is null ? Enum.GetValues<CorpusTier>() : [CorpusTier.Copy];

    internal Tally Run(ulong seed, int count, int workers)
    {
        // A plain body holds up its thread, and what it awaits needs others.
        ThreadPool.GetMinThreads(out int threads, out int ports);
        ThreadPool.SetMinThreads(Math.Max(threads, workers * 4), ports);
        (ulong Seed, int Count)[] parts =
        [
            .. Enumerable
                .Range(0, (count + (2 * AtOnce) - 1) / (2 * AtOnce))
                .Select(i => (seed + (ulong)(i * 2 * AtOnce), Math.Min(2 * AtOnce, count - (i * 2 * AtOnce)))),
        ];
        Task.WaitAll([
            .. Enumerable
                .Range(0, workers)
                .Select(_ => Task.Factory.StartNew(() => Work(parts), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)),
        ]);
        return tally;
    }

    private void Work((ulong Seed, int Count)[] parts)
    {
        for (int i = Interlocked.Increment(ref next) - 1; i < parts.Length; i = Interlocked.Increment(ref next) - 1)
        {
            foreach (IGrouping<bool, ulong> group in Enumerable.Range(0, parts[i].Count).Select(n => parts[i].Seed + (ulong)n).GroupBy(IsDebug))
            {
                Work([.. group.Select(BodyGenerator.Make)], group.Key);
            }
        }
    }

    private void Work(Body[] bodies, bool isDebug)
    {
        using Batch batch = new(bodies, Tiers.Select(tier => new Build(tier, isDebug)), mistake);
        List<Disagreement> found = [];
        int tooLong = 0;
        TroopProcess process = InThread.Process(1);
        foreach (Body body in batch.Bodies)
        {
            BodyRunner runner = new(process);
            if (runner.Find(batch, body, BodyRunner.Modes) is { } disagreement)
            {
                found.Add(disagreement);
                // It may have left something behind.
                process = InThread.Process(1);
            }

            tooLong += runner.TooLong;
        }

        process.DisposeAsync().AsTask().Wait(InThread.Guard);
        lock (gate)
        {
            tally.Add(bodies, tooLong);
            tally.Broken.AddRange(batch.Broken);
            foreach (BrokenBody broken in batch.Broken)
            {
                lines?.WriteLine(broken);
            }

            tally.WithoutCopy.AddRange(
                batch
                    .Bodies.Select(body => (body, string.Join(", ", batch.WithoutCopy(body, new(CorpusTier.Copy, isDebug)))))
                    .Where(static pair => pair.Item2.Length > 0)
            );
            foreach (Disagreement disagreement in found)
            {
                lines?.WriteLine(disagreement);
                tally.Disagreements.Add(disagreement);
            }

            lines?.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{clock.Elapsed:hh\\:mm\\:ss}  {tally.Bodies} bodies, {tally.Bodies / clock.Elapsed.TotalSeconds:F1} a second, {tally.Disagreements.Count} disagree, {tally.Broken.Count} do not compile, {tally.WithoutCopy.Count} without a copy, {tally.TooLong} too long, {GC.GetTotalMemory(false) >> 20} MiB"
                )
            );
        }
    }

    /// <summary>The same with as small a body as can be found.</summary>
    internal Disagreement Shrink(Disagreement found)
    {
        if (found.Build is null)
        {
            return found;
        }

        Disagreement smallest = found;
        Shrinker.Shrink(
            found.Body,
            candidates =>
            {
                using Batch batch = new(candidates, [found.Build.Value], mistake);
                TroopProcess process = InThread.Process(1);
                BodyRunner runner = new(process);
                try
                {
                    if (
                        batch
                            .Bodies.Select(body => runner.Find(batch, body, static (_, events) => CorpusMode.For(events)))
                            .FirstOrDefault(static one => one?.Build is not null)
                        is not { } still
                    )
                    {
                        return null;
                    }

                    smallest = still with { Body = still.Body with { Seed = found.Body.Seed } };
                    return still.Body;
                }
                finally
                {
                    process.DisposeAsync().AsTask().Wait(InThread.Guard);
                }
            }
        );
        return smallest;
    }
}
