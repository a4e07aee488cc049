using CsCheck;

namespace Troops.Tests.Sharing;

/// <summary>The latch against its model, one operation after the other and from several kernel threads at once.</summary>
[Category("Model")]
public sealed class LatchModelTests
{
    private static readonly Gen<(LatchHistory, LatchModel)> Fresh = Gen.Int[0, 4].Select(static count => (new LatchHistory(count), new LatchModel(count)));
    private static readonly Gen<(int Id, int By)> Numbers = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 3]);

    private static readonly GenOperation<LatchHistory, LatchModel> CountDown = Numbers.Operation<LatchHistory, LatchModel>(
        static (latch, call) => latch.CountDown(call.Id, call.By),
        static (model, call) => model.CountDown(call.Id, call.By)
    );

    private static readonly GenOperation<LatchHistory, LatchModel> Add = Numbers.Operation<LatchHistory, LatchModel>(
        static (latch, call) => latch.Add(call.Id, call.By),
        static (model, call) => model.Add(call.Id, call.By)
    );

    private static readonly GenOperation<LatchHistory, LatchModel> Wait = Numbers.Operation<LatchHistory, LatchModel>(
        static (latch, call) => latch.Wait(call.Id),
        static (model, call) => model.Wait(call.Id)
    );

    [Test]
    public void In_sequence_it_opens_at_zero_and_stays_open() => Fresh.SampleModelBased(CountDown, Add, Wait, equal: Same, iter: 1_000, threads: 1);

    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_it_is_linearizable() =>
        Fresh.SampleParallel(CountDown, Add, Wait, equal: Same, maxSequentialOperations: 3, maxParallelOperations: 6, iter: 150, threads: 2);

    private static bool Same(LatchHistory latch, LatchModel model) => string.Equals(latch.ToString(), model.ToString(), StringComparison.Ordinal);
}
