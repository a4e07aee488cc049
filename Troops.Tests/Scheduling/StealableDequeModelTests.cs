using CsCheck;
using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

[TestFixture]
[Category("Model")]
internal sealed class StealableDequeModelTests
{
    /// <summary>A deque that has wrapped around and is filled to any degree, beside a list with the same content.</summary>
    private static readonly Gen<(OwnedDeque Deque, DequeModel Model)> AnyState = Gen.Select(
        Gen.Int[0, 700],
        Gen.OneOf(Gen.Int[0, 3], Gen.Int[StealableDeque.Capacity - 3, StealableDeque.Capacity]),
        static (passed, content) =>
        {
            OwnedDeque deque = new();
            DequeModel model = new();
            for (int i = 0; i < passed; i++)
            {
                deque.Deque.TryPush(new ScriptedThread(null!, -1));
                _ = i % 3 == 0 ? deque.Deque.PopNewest() : deque.Deque.TakeOldest();
            }

            for (int i = 0; i < content; i++)
            {
                deque.Deque.TryPush(new ScriptedThread(null!, i));
                model.Content.Add(i);
            }

            return (deque, model);
        }
    );

    private static readonly GenOperation<OwnedDeque, DequeModel> Push = Gen.Int[1000, 100_000]
        .Operation<OwnedDeque, DequeModel>(static (deque, number) => deque.Push(number), static (model, number) => model.Push(number));

    private static readonly GenOperation<OwnedDeque, DequeModel> Pop = Gen.Const(0)
        .Operation<OwnedDeque, DequeModel>(static (deque, _) => deque.Pop(), static (model, _) => model.Pop());

    private static readonly GenOperation<OwnedDeque, DequeModel> Take = Gen.Const(0)
        .Operation<OwnedDeque, DequeModel>(static (deque, _) => deque.Take(), static (model, _) => model.Take());

    private static readonly GenOperation<OwnedDeque, DequeModel> Wipe = Gen.Const(0)
        .Operation<OwnedDeque, DequeModel>(static (deque, _) => deque.Wipe(), static (_, _) => { });

    [Test]
    public void In_sequence_it_is_a_list_of_256_with_two_ends() =>
        AnyState.SampleModelBased(Push, Pop, Take, Wipe, equal: Same, iter: 500, threads: 1, printActual: Print, printModel: Print);

    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_it_is_linearizable() =>
        AnyState.SampleParallel(Push, Pop, Take, Wipe, equal: Same, maxParallelOperations: 6, iter: 100, threads: 3, printActual: Print, printModel: Print);

    private static bool Same(OwnedDeque deque, DequeModel model) => string.Equals(Print(deque), Print(model), StringComparison.Ordinal);

    private static string Print(OwnedDeque deque) => DequeModel.Print(deque.Content(), deque.Popped, deque.Taken, deque.Refused);

    private static string Print(DequeModel model) => DequeModel.Print(model.Content, model.Popped, model.Taken, model.Refused);
}
