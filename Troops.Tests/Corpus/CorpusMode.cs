namespace Troops.Tests.Corpus;

/// <summary>What the awaitables of a run do. The first three stand for whole runs; a fault or a cancellation strikes at event number <paramref name="At"/>.</summary>
internal readonly record struct CorpusMode(CorpusModeKind Kind, int Seed = 0, int At = 0)
{
    private const int Seeds = 3;
    private const int EventsStruckOneByOne = 8;
    private const int StrikesBeyond = 4;

    /// <summary>The modes of a body that has so many events when nothing goes wrong.</summary>
    internal static IEnumerable<CorpusMode> For(int events)
    {
        yield return new(CorpusModeKind.Ready);
        yield return new(CorpusModeKind.Suspend);
        for (int seed = 1; seed <= Seeds; seed++)
        {
            yield return new(CorpusModeKind.Random, seed);
        }

        foreach (int at in Strikes(events))
        {
            // Odd and even seeds throw before and after the suspension.
            yield return new(CorpusModeKind.Fault, at + 1, at);
            yield return new(CorpusModeKind.Fault, at + 2, at);
            yield return new(CorpusModeKind.Cancel, at + 3, at);
        }
    }

    public override string ToString() => At == 0 ? $"{Kind}, seed {Seed}" : $"{Kind} at event {At}, seed {Seed}";

    private static IEnumerable<int> Strikes(int events)
    {
        for (int at = 1; at <= Math.Min(events, EventsStruckOneByOne); at++)
        {
            yield return at;
        }

        int rest = events - EventsStruckOneByOne;
        for (int i = 1; i <= Math.Min(rest, StrikesBeyond); i++)
        {
            yield return EventsStruckOneByOne + (int)((long)rest * i / Math.Min(rest, StrikesBeyond));
        }
    }
}
