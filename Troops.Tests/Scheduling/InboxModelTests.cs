using CsCheck;
using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

[TestFixture]
[Category("Model")]
internal sealed class InboxModelTests
{
    private static readonly Gen<(InboxUnderTest Actual, InboxModel Model)> Fresh = Gen.Const(0).Select(static _ => (new InboxUnderTest(), new InboxModel()));

    private static readonly GenOperation<InboxUnderTest, InboxModel> Push = Gen.Int[0, 1_000_000]
        .Operation<InboxUnderTest, InboxModel>(static (inbox, number) => inbox.Push(number), static (model, number) => model.Push(number));

    private static readonly GenOperation<InboxUnderTest, InboxModel> Unpark = Operation(static inbox => inbox.Unpark(), static model => model.Unpark());

    private static readonly GenOperation<InboxUnderTest, InboxModel> Drain = Operation(static inbox => inbox.Drain(), static model => model.Drain());

    private static readonly GenOperation<InboxUnderTest, InboxModel> Park = Operation(static inbox => inbox.Park(), static model => model.Park());

    private static readonly GenOperation<InboxUnderTest, InboxModel> End = Operation(static inbox => inbox.End(), static model => model.End());

    [Test]
    public void In_sequence_the_word_has_the_states_of_the_protocol() =>
        Fresh.SampleModelBased(
            Push,
            Unpark,
            Drain,
            Park,
            End,
            equal: Same,
            iter: 5_000,
            threads: 1,
            printActual: static inbox => inbox.ToString(),
            printModel: static model => model.ToString()
        );

    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_it_is_linearizable() =>
        Fresh.SampleParallel(
            Push,
            Unpark,
            Drain,
            Park,
            End,
            equal: Same,
            maxParallelOperations: 6,
            iter: 100,
            threads: 3,
            printActual: static inbox => inbox.ToString(),
            printModel: static model => model.ToString()
        );

    private static GenOperation<InboxUnderTest, InboxModel> Operation(Action<InboxUnderTest> actual, Action<InboxModel> model) =>
        Gen.Const(0).Operation<InboxUnderTest, InboxModel>((inbox, _) => actual(inbox), (expected, _) => model(expected));

    private static bool Same(InboxUnderTest inbox, InboxModel model) => string.Equals(inbox.ToString(), model.ToString(), StringComparison.Ordinal);
}
