using CsCheck;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>Selects over three channels, with plain sends and receives among them, against the model: one after the other, and from two kernel threads at once.</summary>
/// <remarks>
/// CsCheck's own parallel sampling would replay a history and expect the same choices; a select chooses at random, so here the model follows every choice and every order of the two
/// threads, and one of the ends must be the one that came out.
/// </remarks>
[Category("Model")]
public sealed class SelectModelTests
{
    private static readonly int[] Capacities = [0, 1, 12];

    private static readonly Gen<(int Channel, bool IsSend)> Case = Gen.Select(Gen.Int[0, 2], Gen.Bool);

    [Test]
    public void It_does_what_the_model_does() =>
        Steps(Enum.GetValues<SelectStep.Kind>())
            .Array[0, 30]
            .Sample(
                steps =>
                {
                    SelectHistory history = new(Capacities);
                    IEnumerable<SelectModel> models = [SelectModel.Of(Capacities)];
                    for (int id = 0; id < steps.Length; id++)
                    {
                        history.Do(id, steps[id]);
                        int now = id;
                        // As many as there are choices: those with the same end are one.
                        models = models.SelectMany(model => model.After(now, steps[now])).DistinctBy(Key).Take(2_000).ToArray();
                    }

                    string end = history.End();
                    Assert.That(models.Count() == 2_000 || models.Any(model => model.End() == end), Is.True, end);
                },
                iter: 1_000,
                threads: 1
            );

    /// <summary>Without the tries: one that meets a receiver which is just ending elsewhere may say that nobody is there.</summary>
    [Test]
    public void From_two_threads_at_once_it_still_looks_like_one_after_the_other()
    {
        Gen<SelectStep> step = Steps(SelectStep.Kind.Send, SelectStep.Kind.Receive, SelectStep.Kind.Select, SelectStep.Kind.Select);
        Gen.Select(step.Array[0, 3], step.Array[1, 4], step.Array[1, 4])
            .Sample(
                (first, one, other) =>
                {
                    SelectHistory history = new(Capacities);
                    IEnumerable<SelectModel> models = [SelectModel.Of(Capacities)];
                    for (int id = 0; id < first.Length; id++)
                    {
                        history.Do(id, first[id]);
                        int now = id;
                        models = models.SelectMany(model => model.After(now, first[now])).ToArray();
                    }

                    using Barrier begin = new(2);
                    Task rival = Task.Run(() => DoAll(other, 200));
                    DoAll(one, 100);
                    rival.OrHang().GetAwaiter().GetResult();
                    string end = history.End();
                    Assert.That(models.Any(model => Explains(model, one, other, end)), Is.True, end);

                    void DoAll(SelectStep[] steps, int from)
                    {
                        begin.SignalAndWait();
                        for (int i = 0; i < steps.Length; i++)
                        {
                            history.Do(from + i, steps[i]);
                        }
                    }
                },
                iter: 2_000,
                threads: 1
            );
    }

    private static Gen<SelectStep> Steps(params SelectStep.Kind[] kinds) =>
        Gen.Select(Gen.Int[0, kinds.Length - 1], Case.Array[1, 3], (kind, cases) => new SelectStep(kinds[kind], cases));

    private static string Key(SelectModel model) =>
        $"{model.End()} {string.Join('/', model.Channels.Select(static queue => string.Join(',', queue.Senders) + "+" + string.Join(',', queue.Receivers)))}";

    private static bool Explains(SelectModel model, ReadOnlySpan<SelectStep> one, ReadOnlySpan<SelectStep> other, string end) =>
        Explains(model, one, 0, other, 0, end);

    private static bool Explains(SelectModel model, ReadOnlySpan<SelectStep> one, int i, ReadOnlySpan<SelectStep> other, int j, string end)
    {
        if (i == one.Length && j == other.Length)
        {
            return model.End() == end;
        }

        if (i < one.Length)
        {
            foreach (SelectModel next in model.After(100 + i, one[i]))
            {
                if (Explains(next, one, i + 1, other, j, end))
                {
                    return true;
                }
            }
        }

        if (j < other.Length)
        {
            foreach (SelectModel next in model.After(200 + j, other[j]))
            {
                if (Explains(next, one, i, other, j + 1, end))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
