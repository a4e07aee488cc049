using System.Globalization;
using CsCheck;
using Troops.Sharing;

namespace Troops.Tests.Sharing;

/// <summary>The shared dictionary against a plain one, one operation after the other and from several kernel threads at once.</summary>
[Category("Model")]
public sealed class SharedDictionaryModelTests
{
    private static readonly Gen<(SharedDictionary<int, int>, Dictionary<int, int>)> Fresh = Gen.Const(0)
        .Select(static _ => (new SharedDictionary<int, int>(), new Dictionary<int, int>()));

    private static readonly Gen<(int Key, int Value)> Items = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 5]);

    private static readonly GenOperation<SharedDictionary<int, int>, Dictionary<int, int>>[] Operations =
    [
        Operation(static (d, i) => d[i.Key] = i.Value, static (d, i) => d[i.Key] = i.Value),
        Operation(static (d, i) => d.TryAdd(i.Key, i.Value), static (d, i) => d.TryAdd(i.Key, i.Value)),
        Operation(static (d, i) => d.GetOrAdd(i.Key, i.Value), static (d, i) => d.TryAdd(i.Key, i.Value)),
        Operation(
            static (d, i) => d.AddOrUpdate(i.Key, i.Value, (_, old) => (old * 7) + i.Value),
            static (d, i) => d[i.Key] = d.TryGetValue(i.Key, out int old) ? (old * 7) + i.Value : i.Value
        ),
        Operation(static (d, i) => d.TryRemove(i.Key, out _), static (d, i) => d.Remove(i.Key)),
        Operation(
            static (d, i) => d.TryUpdate(i.Key, i.Value + 1, i.Value),
            static (d, i) => d[i.Key] = d.TryGetValue(i.Key, out int old) && old == i.Value ? i.Value + 1 : old,
            static (d, i) => d.ContainsKey(i.Key)
        ),
        Operation(
            static (d, i) => d.TryRemove(i.Key, i.Value),
            static (d, i) => d.Remove(i.Key),
            static (d, i) => d.TryGetValue(i.Key, out int old) && old == i.Value
        ),
        Operation(static (d, _) => d.Clear(), static (d, _) => d.Clear()),
    ];

    [Test]
    public void In_sequence_it_is_a_dictionary() => Fresh.SampleModelBased(Operations, equal: Same, iter: 1_000, threads: 1);

    [Test]
    [CancelAfter(60_000)]
    public void In_parallel_it_is_linearizable() =>
        Fresh.SampleParallel(Operations, equal: Same, maxSequentialOperations: 3, maxParallelOperations: 6, iter: 150, threads: 3);

    private static GenOperation<SharedDictionary<int, int>, Dictionary<int, int>> Operation(
        Action<SharedDictionary<int, int>, (int Key, int Value)> actual,
        Action<Dictionary<int, int>, (int Key, int Value)> model,
        Func<Dictionary<int, int>, (int Key, int Value), bool>? onlyIf = null
    ) =>
        Items.Operation<SharedDictionary<int, int>, Dictionary<int, int>>(
            actual,
            (expected, item) =>
            {
                if (onlyIf?.Invoke(expected, item) ?? true)
                {
                    model(expected, item);
                }
            }
        );

    private static bool Same(SharedDictionary<int, int> actual, Dictionary<int, int> model) =>
        Print(actual) == Print(model) && actual.Count == model.Count && actual.Keys.Order().SequenceEqual(model.Keys.Order());

    private static string Print(IEnumerable<KeyValuePair<int, int>> items) =>
        string.Join(' ', items.OrderBy(static item => item.Key).Select(static item => string.Create(CultureInfo.InvariantCulture, $"{item.Key}={item.Value}")));
}
