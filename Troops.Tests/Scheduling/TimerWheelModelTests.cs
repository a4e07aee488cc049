using CsCheck;
using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

/// <summary>The wheel against a sorted list.</summary>
[TestFixture]
[Category("Model")]
internal sealed class TimerWheelModelTests
{
    private static readonly long[] Edges = [0, 1, 63, 64, 65, 4_095, 4_096, 4_097, 1_000_000, 1L << 30, 1L << 36, (1L << 36) + 1, 1L << 60, long.MaxValue / 2];

    /// <summary>Spans of every level, at the edges of slots and off them, equal ones often, some in the past.</summary>
    private static readonly Gen<long> Spans = Gen.OneOf(
        Gen.Long[-3, 70],
        Gen.Long[0, 5_000],
        Gen.Int[0, Edges.Length - 1].Select(static i => Edges[i]),
        Gen.Int[0, 61].Select(static bit => 1L << bit),
        Gen.Long[0, 1L << 40]
    );

    private static readonly Gen<(int Kind, long Span, int Which)> Step = Gen.Select(
        Gen.Frequency((6, Gen.Const(0)), (3, Gen.Const(1)), (3, Gen.Const(2)), (2, Gen.Const(3))),
        Spans,
        Gen.Int[0, 1_000],
        static (kind, span, which) => (kind, span, which)
    );

    [Test]
    public void It_fires_what_a_sorted_list_would_in_the_same_order() =>
        Gen.Select(Gen.OneOf(Gen.Long[0, 100], Gen.Long[0, 1L << 50], Gen.Const((1L << 36) - 2)), Step.List[1, 120])
            .Sample((start, steps) => Assert.That(Run(start, steps), Is.Null), iter: 20_000, threads: 1);

    /// <summary>What is wrong, or null.</summary>
    private static string? Run(long start, List<(int Kind, long Span, int Which)> steps)
    {
        TimerWheel wheel = new(start);
        List<TestTimer> model = [];
        List<int> fired = [];
        long now = start;
        int made = 0;
        foreach ((int kind, long span, int which) in steps)
        {
            switch (kind)
            {
                case 0:
                    TestTimer timer = new(made++, Add(now, span), one => fired.Add(one.Number));
                    wheel.Insert(timer);
                    model.Add(timer);
                    break;
                case 1 when model.Count > 0:
                    TestTimer gone = model[which % model.Count];
                    if (!wheel.Remove(gone) || wheel.Remove(gone))
                    {
                        return "a timer that hangs in the wheel is taken out once";
                    }

                    model.Remove(gone);
                    break;
                case 2:
                    now = Add(now, Math.Max(0, span));
                    break;
                case 3 when model.Count > 0:
                    // To the next deadline exactly, as a worker sleeps.
                    now = Math.Max(now, model.Min(static one => one.Deadline));
                    break;
            }

            if (kind >= 2)
            {
                wheel.Advance(now);
                // A stable sort: equal deadlines as they were armed.
                int[] expected = [.. model.Where(one => one.Deadline <= now).OrderBy(static one => one.Deadline).Select(static one => one.Number)];
                model.RemoveAll(one => one.Deadline <= now);
                if (!fired.SequenceEqual(expected))
                {
                    return $"at {now} fired [{string.Join(' ', fired)}] instead of [{string.Join(' ', expected)}]";
                }

                fired.Clear();
            }

            long earliest = model.Count == 0 ? long.MaxValue : model.Min(static one => one.Deadline);
            if (wheel.Count != model.Count || wheel.Next > Math.Max(earliest, now) || (model.Count == 0) != (wheel.Next == long.MaxValue))
            {
                return $"{wheel.Count} timers, next {wheel.Next}; should be {model.Count}, {earliest} or before";
            }
        }

        wheel.Advance(long.MaxValue - 1);
        return fired.Count == model.Count && wheel.Count == 0 ? null : $"{fired.Count} of {model.Count} fired in the end";
    }

    private static long Add(long time, long span) => time > long.MaxValue - 1 - Math.Max(0, span) ? long.MaxValue - 1 : Math.Max(0, time + span);
}
