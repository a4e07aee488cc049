using System.Reflection;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>Runs bodies and compares.</summary>
internal sealed class BodyRunner(TroopProcess process)
{
    /// <summary>A body with more events than this runs for too long; that is rare.</summary>
    private const int MostEvents = 2_000;

    internal int TooLong { get; private set; }

    /// <summary>A few modes that the seed chooses: each has the body suspend, or not, in other places, or strikes at another event.</summary>
    internal static IEnumerable<CorpusMode> Modes(Body body, int events)
    {
        Dice dice = new(~body.Seed);
        yield return new(dice.Chance(50) ? CorpusModeKind.Suspend : CorpusModeKind.Ready);
        yield return new(CorpusModeKind.Random, 1 + dice.Next(1_000));
        if (events > 0)
        {
            yield return new(CorpusModeKind.Fault, 1 + dice.Next(1_000), 1 + dice.Next(events));
            yield return new(dice.Chance(50) ? CorpusModeKind.Fault : CorpusModeKind.Cancel, 1 + dice.Next(1_000), 1 + dice.Next(events));
        }
    }

    /// <summary>The first mode and build in which the body is not what it is as a plain task.</summary>
    internal Disagreement? Find(Batch batch, Body body, Func<Body, int, IEnumerable<CorpusMode>> modes)
    {
        MethodInfo plain = batch.Plain.Original(body.Name);
        string ready = CorpusRunner.RunPlain(batch.Plain, plain, default, out int events);
        if (events > MostEvents)
        {
            TooLong++;
            return null;
        }

        foreach (CorpusMode mode in modes(body, events))
        {
            string expected = mode == default ? ready : CorpusRunner.RunPlain(batch.Plain, plain, mode, out _);
            foreach (Build build in batch.Builds)
            {
                CorpusAssembly assembly = batch.AssemblyOf(build);
                if ((build.Tier is CorpusTier.Copy ? assembly.Copy(body.Name) : assembly.Original(body.Name)) is not { } ours)
                {
                    continue;
                }

                string actual = CorpusRunner.RunOurs(process, assembly, ours, mode).GetAwaiter().GetResult();
                if (actual != expected)
                {
                    string again = CorpusRunner.RunPlain(batch.Plain, plain, mode, out _);
                    return again == expected ? new(body, build, mode, expected, actual) : new(body, null, mode, expected, again);
                }
            }
        }

        return null;
    }
}
