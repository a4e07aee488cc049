using CsCheck;

namespace Troops.Tests.Sharing;

/// <summary>A value that is made once against its model, one operation after the other and from several kernel threads at once.</summary>
[Category("Model")]
public sealed class OnceModelTests
{
    private static readonly Gen<int> Numbers = Gen.Int[0, int.MaxValue];

    private static readonly GenOperation<OnceHistory, OnceModel> Get = Numbers.Operation<OnceHistory, OnceModel>(
        static (once, id) => once.Get(id),
        static (model, id) => model.Get(id)
    );

    private static readonly GenOperation<OnceHistory, OnceModel> TryGet = Numbers.Operation<OnceHistory, OnceModel>(
        static (once, id) => once.TryGet(id),
        static (model, id) => model.TryGet(id)
    );

    [Test]
    public void In_sequence_it_tries_until_a_value_is_there() => Fresh(maxFailures: 3).SampleModelBased(Get, TryGet, equal: Same, iter: 1_000, threads: 1);

    /// <remarks>Without failures: those who ask while an attempt fails share its fault, so there the number of attempts depends on who meets whom.</remarks>
    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_it_is_linearizable() =>
        Fresh(maxFailures: 0).SampleParallel(Get, TryGet, equal: Same, maxSequentialOperations: 1, maxParallelOperations: 6, iter: 150, threads: 3);

    private static Gen<(OnceHistory, OnceModel)> Fresh(int maxFailures) =>
        Gen.Int[0, maxFailures].Select(static failures => (new OnceHistory(failures), new OnceModel(failures)));

    private static bool Same(OnceHistory once, OnceModel model) => string.Equals(once.ToString(), model.ToString(), StringComparison.Ordinal);
}
