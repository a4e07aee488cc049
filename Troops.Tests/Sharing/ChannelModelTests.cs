using CsCheck;

namespace Troops.Tests.Sharing;

/// <summary>
/// The channel against a plain queue: one operation after the other, and from several kernel threads at once, where some order of them must explain what came out.
/// </summary>
/// <remarks>Ordinary code calls, so that CsCheck's own threads are the rivals. A failure prints its seed; give it to the same test to see it again.</remarks>
[Category("Model")]
public sealed class ChannelModelTests
{
    /// <summary>Each operation has a number of its own, which is also what it sends.</summary>
    private static readonly Gen<int> Numbers = Gen.Int[0, int.MaxValue];

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(12)]
    [TestCase(Troops.Sharing.Channel.Unbounded)]
    public void It_does_what_a_bounded_queue_does(int capacity) =>
        Gen.Select(Gen.OneOf(Gen.Const(Kind.TrySend), Gen.Const(Kind.TryReceive), Gen.Const(Kind.Send), Gen.Const(Kind.Receive)).Array[0, 40], Gen.Int[0, 80])
            .Sample(
                (kinds, closeAt) =>
                {
                    ChannelHistory channel = new(capacity);
                    BoundedQueue model = new(capacity);
                    for (int id = 0; id < kinds.Length; id++)
                    {
                        if (id == closeAt)
                        {
                            channel.Close();
                            model.Close();
                        }

                        Do(kinds[id], id, channel, model);
                    }

                    string expected = model.End();
                    Assert.That(channel.ToString(), Is.EqualTo(expected));
                },
                iter: 3_000,
                threads: 1
            );

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(12)]
    [TestCase(Troops.Sharing.Channel.Unbounded)]
    public void From_many_threads_at_once_it_still_looks_like_one_after_the_other(int capacity) =>
        Gen.Const(() => new ChannelHistory(capacity))
            .SampleParallel(
                Numbers.Operation<ChannelHistory>((channel, id) => channel.TrySend(id)),
                Numbers.Operation<ChannelHistory>((channel, id) => channel.TryReceive(id)),
                Numbers.Operation<ChannelHistory>((channel, id) => channel.Send(id)),
                Numbers.Operation<ChannelHistory>((channel, id) => channel.Receive(id)),
                equal: ChannelHistory.SameEnd,
                maxSequentialOperations: 3,
                maxParallelOperations: 4,
                iter: 80,
                threads: 2
            );

    [TestCase(0)]
    [TestCase(2)]
    [TestCase(12)]
    public void So_it_does_while_somebody_closes_it(int capacity) =>
        Gen.Const(() => new ChannelHistory(capacity))
            .SampleParallel(
                Numbers.Operation<ChannelHistory>((channel, id) => channel.Send(id)),
                Numbers.Operation<ChannelHistory>((channel, id) => channel.Receive(id)),
                Numbers.Operation<ChannelHistory>((channel, id) => channel.TrySend(id)),
                Gen.Operation<ChannelHistory>(channel => channel.Close()),
                equal: ChannelHistory.SameEnd,
                maxSequentialOperations: 3,
                maxParallelOperations: 4,
                iter: 80,
                threads: 2
            );

    private static void Do(Kind kind, int id, ChannelHistory channel, BoundedQueue model)
    {
        switch (kind)
        {
            case Kind.TrySend:
                channel.TrySend(id);
                model.TrySend(id);
                break;
            case Kind.TryReceive:
                channel.TryReceive(id);
                model.TryReceive(id);
                break;
            case Kind.Send:
                channel.Send(id);
                model.Send(id);
                break;
            default:
                channel.Receive(id);
                model.Receive(id);
                break;
        }
    }

    private enum Kind
    {
        TrySend,
        TryReceive,
        Send,
        Receive,
    }
}
