using System.Runtime.CompilerServices;
using System.Text;

namespace TradeWinds.Harbour;

/// <summary>What is kept on the disk, what is made once, and who may look at it.</summary>
[ThreadSafe]
public sealed partial class Warehouse
{
    private static readonly ThreadState<StringBuilder> Line = new(static () => new StringBuilder());

    private readonly SharedDictionary<string, Once<ImmutableArray<string>>> lists = new();
    private readonly Atomic<int> reads = new(0);

    public int Reads => reads.Value;

    /// <summary>Whoever asks second waits for the first.</summary>
    public TroopTask<ImmutableArray<string>> List(string path) => lists.GetOrAdd(path, name => new(() => Read(name, reads))).GetAsync();

    [TroopTask]
    public async TroopTask<int> Save(string path, IEnumerable<string> names, CancellationToken cancellation)
    {
        var line = Line.Value.Clear().AppendJoin(';', names).ToString();
        await Blocking.Run(() => File.WriteAllText(path, line), cancellation);
        byte[] written = await Blocking.Run(() => File.ReadAllBytes(path));
        return written.Length;
    }

    /// <summary>The lines of several files, one after the other.</summary>
    public async IAsyncEnumerable<string> Lines(ImmutableArray<string> paths, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var path in paths)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var name in await List(path))
            {
                yield return name;
            }
        }
    }

    [TroopTask]
    public async TroopTask<string?> Longest(ImmutableArray<string> paths)
    {
        string? longest = null;
        await using var lines = Lines(paths).GetAsyncEnumerator();
        while (await lines.MoveNextAsync())
        {
            longest = lines.Current.Length > (longest?.Length ?? 0) ? lines.Current : longest;
        }

        return longest;
    }

    private static async TroopTask<ImmutableArray<string>> Read(string path, Atomic<int> reads)
    {
        reads.Increment();
        var text = await Blocking.Run(() => File.Exists(path) ? File.ReadAllText(path) : "");
        return [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries)];
    }
}
