using CsCheck;

namespace Troops.Tests.Sharing;

/// <summary>The troop state against its model, one operation after the other and from several kernel threads at once.</summary>
[Category("Model")]
public sealed class TroopStateModelTests
{
    private const int TroopCount = 3;

    private static readonly GenOperation<TroopStateHistory, TroopStateModel> Add = Gen.Select(Gen.Int[0, TroopCount - 1], Gen.Int[1, 9])
        .Operation<TroopStateHistory, TroopStateModel>(
            static (state, call) => state.Add(call.Item1, call.Item2),
            static (model, call) => model.Add(call.Item1, call.Item2)
        );

    private TroopProcess process = null!;
    private Troop[] troops = null!;

    [SetUp]
    public void SetUp()
    {
        process = new TroopProcess(new TroopProcessOptions { Workers = 2 });
        troops = [.. Enumerable.Range(0, TroopCount).Select(i => process.CreateTroop($"troop {i}"))];
    }

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public void In_sequence_each_troop_has_one_value_of_its_own() => Fresh().SampleModelBased(Add, equal: Same, iter: 300, threads: 1);

    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_it_is_linearizable() =>
        Fresh().SampleParallel(Add, equal: Same, maxSequentialOperations: 3, maxParallelOperations: 6, iter: 100, threads: 2);

    private static bool Same(TroopStateHistory state, TroopStateModel model) => string.Equals(state.ToString(), model.ToString(), StringComparison.Ordinal);

    private Gen<(TroopStateHistory, TroopStateModel)> Fresh() => Gen.Int[0, 0].Select(_ => (new TroopStateHistory(troops), new TroopStateModel(TroopCount)));
}
