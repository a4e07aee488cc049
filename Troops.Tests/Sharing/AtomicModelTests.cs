using CsCheck;

namespace Troops.Tests.Sharing;

/// <summary>The atomic value against a variable, one operation after the other and from several kernel threads at once: in place, by reference, and boxed.</summary>
[Category("Model")]
public sealed class AtomicModelTests
{
    private static readonly string[] Texts = ["zero", "one", "two", "three"];
    private static readonly Gen<(int Id, int One, int Two)> Calls = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 3], Gen.Int[0, 3]);

    [Test]
    public void In_sequence_it_is_a_variable()
    {
        InSequence<byte>(static n => (byte)n, static v => (byte)(v ^ 1));
        InSequence<short>(static n => (short)n, static v => (short)(v ^ 1));
        InSequence(static n => n, static v => v ^ 1);
        InSequence<long>(static n => n, static v => v ^ 1);
        InSequence<double>(static n => n, static v => 3 - v);
        InSequence(static n => (DayOfWeek)n, static v => (DayOfWeek)(((int)v + 1) % 4));
        InSequence(static n => n % 2 == 0, static v => !v);
        InSequence(static n => Texts[n], static v => Texts[(Array.IndexOf(Texts, v) + 1) % 4]);
        InSequence<decimal>(static n => n, static v => 3 - v);
        InSequence<(int, long)>(static n => (n, -n), static v => (v.Item1 ^ 1, v.Item2));
    }

    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_it_is_linearizable_in_place() => InParallel(static n => n, static v => v ^ 1);

    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_it_is_linearizable_by_reference() => InParallel(static n => Texts[n], static v => Texts[(Array.IndexOf(Texts, v) + 1) % 4]);

    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_it_is_linearizable_when_boxed() => InParallel<(int, long)>(static n => (n, -n), static v => (v.Item1 ^ 1, v.Item2));

    private static void InSequence<[Shareable] T>(Func<int, T> of, Func<T, T> change)
    {
        GenOperation<AtomicHistory<T>, AtomicModel<T>>[] all = Operations(of, change);
        Fresh(of).SampleModelBased(all, equal: Same, iter: 200, threads: 1);
    }

    private static void InParallel<[Shareable] T>(Func<int, T> of, Func<T, T> change) =>
        Fresh(of).SampleParallel(Operations(of, change), equal: Same, maxSequentialOperations: 2, maxParallelOperations: 6, iter: 100, threads: 3);

    private static Gen<(AtomicHistory<T>, AtomicModel<T>)> Fresh<[Shareable] T>(Func<int, T> of) =>
        Gen.Const(0).Select(_ => (new AtomicHistory<T>(of), new AtomicModel<T>(of)));

    private static GenOperation<AtomicHistory<T>, AtomicModel<T>>[] Operations<[Shareable] T>(Func<int, T> of, Func<T, T> change) =>
        [
            Calls.Operation<AtomicHistory<T>, AtomicModel<T>>((atomic, c) => atomic.Read(c.Id), (model, c) => model.Read(c.Id)),
            Calls.Operation<AtomicHistory<T>, AtomicModel<T>>((atomic, c) => atomic.Write(c.One), (model, c) => model.Write(c.One)),
            Calls.Operation<AtomicHistory<T>, AtomicModel<T>>((atomic, c) => atomic.Exchange(c.Id, c.One), (model, c) => model.Exchange(c.Id, c.One)),
            Calls.Operation<AtomicHistory<T>, AtomicModel<T>>(
                (atomic, c) => atomic.CompareExchange(c.Id, c.One, c.Two),
                (model, c) => model.CompareExchange(c.Id, c.One, c.Two)
            ),
            Calls.Operation<AtomicHistory<T>, AtomicModel<T>>((atomic, c) => atomic.Update(c.Id, change), (model, c) => model.Update(c.Id, change)),
        ];

    private static bool Same<[Shareable] T>(AtomicHistory<T> atomic, AtomicModel<T> model) =>
        string.Equals(atomic.ToString(), model.ToString(), StringComparison.Ordinal);
}
