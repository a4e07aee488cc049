using CsCheck;

namespace Troops.Tests.Sharing;

/// <summary>The broadcast against its model, one operation after the other and from several kernel threads at once.</summary>
[Category("Model")]
public sealed class BroadcastModelTests
{
    private static readonly int[] Capacities = [1, 3, -2];

    private static readonly Gen<(BroadcastHistory, BroadcastModel)> Fresh = Gen.Const(0)
        .Select(static _ => (new BroadcastHistory(Capacities), new BroadcastModel(Capacities)));

    private static readonly Gen<int> Numbers = Gen.Int[0, int.MaxValue];
    private static readonly Gen<(int Id, int Sub)> AtOne = Gen.Select(Numbers, Gen.Int[0, Capacities.Length - 1]);

    private static readonly GenOperation<BroadcastHistory, BroadcastModel> TrySend = Numbers.Operation<BroadcastHistory, BroadcastModel>(
        static (broadcast, id) => broadcast.TrySend(id),
        static (model, id) => model.TrySend(id)
    );

    private static readonly GenOperation<BroadcastHistory, BroadcastModel> Send = Numbers.Operation<BroadcastHistory, BroadcastModel>(
        static (broadcast, id) => broadcast.Send(id),
        static (model, id) => model.Send(id)
    );

    private static readonly GenOperation<BroadcastHistory, BroadcastModel> TryReceive = AtOne.Operation<BroadcastHistory, BroadcastModel>(
        static (broadcast, at) => broadcast.TryReceive(at.Id, at.Sub),
        static (model, at) => model.TryReceive(at.Id, at.Sub)
    );

    private static readonly GenOperation<BroadcastHistory, BroadcastModel> Receive = AtOne.Operation<BroadcastHistory, BroadcastModel>(
        static (broadcast, at) => broadcast.Receive(at.Id, at.Sub),
        static (model, at) => model.Receive(at.Id, at.Sub)
    );

    private static readonly GenOperation<BroadcastHistory, BroadcastModel> Leave = AtOne.Operation<BroadcastHistory, BroadcastModel>(
        static (broadcast, at) => broadcast.Leave(at.Sub),
        static (model, at) => model.Leave(at.Sub)
    );

    private static readonly GenOperation<BroadcastHistory, BroadcastModel> Close = Numbers.Operation<BroadcastHistory, BroadcastModel>(
        static (broadcast, _) => broadcast.Close(),
        static (model, _) => model.Close()
    );

    [Test]
    public void In_sequence_each_subscription_is_a_queue_of_its_own() =>
        Fresh.SampleModelBased(TrySend, Send, TryReceive, Receive, equal: Same, iter: 1_000, threads: 1);

    [Test]
    public void In_sequence_those_who_leave_and_the_close_are_heard_by_all_who_wait() =>
        Fresh.SampleModelBased(Send, TrySend, Receive, TryReceive, Leave, Close, equal: Same, iter: 1_000, threads: 1);

    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_it_is_linearizable() =>
        Fresh.SampleParallel(Send, TrySend, Receive, TryReceive, equal: Same, maxSequentialOperations: 4, maxParallelOperations: 5, iter: 100, threads: 2);

    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_it_is_linearizable_while_it_is_left_and_closed() =>
        Fresh.SampleParallel(Send, Receive, Leave, Close, equal: Same, maxSequentialOperations: 4, maxParallelOperations: 5, iter: 100, threads: 2);

    private static bool Same(BroadcastHistory broadcast, BroadcastModel model) =>
        string.Equals(broadcast.ToString(), model.ToString(), StringComparison.Ordinal);
}
