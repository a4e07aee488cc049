using CsCheck;

namespace Troops.Tests.Sharing;

/// <summary>The signal against its model, one operation after the other and from several kernel threads at once.</summary>
[Category("Model")]
public sealed class SignalModelTests
{
    private static readonly Gen<(SignalHistory, SignalModel)> Fresh = Gen.Const(0).Select(static _ => (new SignalHistory(), new SignalModel()));
    private static readonly Gen<int> Numbers = Gen.Int[0, int.MaxValue];

    private static readonly GenOperation<SignalHistory, SignalModel> Set = Numbers.Operation<SignalHistory, SignalModel>(
        static (signal, _) => signal.Set(),
        static (model, _) => model.Set()
    );

    private static readonly GenOperation<SignalHistory, SignalModel> TryWait = Numbers.Operation<SignalHistory, SignalModel>(
        static (signal, id) => signal.TryWait(id),
        static (model, id) => model.TryWait(id)
    );

    private static readonly GenOperation<SignalHistory, SignalModel> Wait = Numbers.Operation<SignalHistory, SignalModel>(
        static (signal, id) => signal.Wait(id),
        static (model, id) => model.Wait(id)
    );

    private static readonly GenOperation<SignalHistory, SignalModel> WaitUntilCancelled = Numbers.Operation<SignalHistory, SignalModel>(
        static (signal, id) => signal.WaitUntilCancelled(id),
        static (model, id) => model.Wait(id)
    );

    private static readonly GenOperation<SignalHistory, SignalModel> Cancel = Numbers.Operation<SignalHistory, SignalModel>(
        static (signal, which) => signal.Cancel(which),
        static (model, which) => model.Cancel(which)
    );

    [Test]
    public void In_sequence_it_keeps_one_set_and_serves_in_order() =>
        Fresh.SampleModelBased(Set, TryWait, WaitUntilCancelled, Cancel, equal: Same, iter: 1_000, threads: 1);

    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_it_is_linearizable() =>
        Fresh.SampleParallel(Set, TryWait, Wait, equal: Same, maxSequentialOperations: 3, maxParallelOperations: 6, iter: 150, threads: 2);

    private static bool Same(SignalHistory signal, SignalModel model) => string.Equals(signal.ToString(), model.ToString(), StringComparison.Ordinal);
}
