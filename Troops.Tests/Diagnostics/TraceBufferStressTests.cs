using Troops.Diagnostics;
using Troops.Seams;
using Troops.Tests.Scheduling;

namespace Troops.Tests.Diagnostics;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("Stress")]
internal sealed class TraceBufferStressTests
{
    private const int Rounds = 40_000;

    private TraceBuffer buffer = new(1, 16, new Parker());

    [Test]
    [CancelAfter(60_000)]
    public void A_turn_that_ends_while_the_trace_does_is_seen_once(CancellationToken giveUp)
    {
        List<string> seen = [];
        int wrong = Duel.Run(
            Rounds,
            prepare: _ =>
            {
                buffer = new TraceBuffer(1, 16, new Parker());
                buffer.BeginTurn(new Numbered(1), null);
            },
            mine: _ => seen = TakeAll(),
            theirs: _ =>
            {
                buffer.EndTurn(TraceKind.Ended);
                buffer.BeginTurn(new Numbered(2), null);
            },
            isRight: _ => seen is ["1 UnderWay"] or ["1 Ended"] or ["1 Ended", "2 UnderWay"],
            giveUp
        );
        Assert.That(wrong, Is.Zero);
    }

    /// <summary>As a trace does at its end.</summary>
    private List<string> TakeAll()
    {
        List<string> all = [];
        TraceRecord? underWay = buffer.CopyUnderWay();
        while (buffer.TryTake(out TraceRecord record))
        {
            all.Add(Text(record));
        }

        if (underWay is { } turn && !buffer.IsTaken(turn))
        {
            all.Add(Text(turn));
        }

        return all;
    }

    private static string Text(in TraceRecord turn) => $"{turn.Thread!.Id} {turn.Kind}";

    private sealed record Numbered(long Id) : ITraced
    {
        public string? Name => null;

        public string TroopName => "main";
    }
}
