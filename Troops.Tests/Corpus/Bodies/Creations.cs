namespace Corpus;

/// <summary>Objects, initializers, collections, arrays, anonymous types, <c>with</c>.</summary>
public static partial class Creations
{
    [TroopTask]
    public static async TroopTask<string> ConstructorArguments(Probe p)
    {
        Item item = new(p.Note(1), await p.Step("a")) { Extra = await p.Int(2) };
        return $"{item}";
    }

    [TroopTask]
    public static async TroopTask<string> ObjectInitializerNested(Probe p)
    {
        Nest nest = new()
        {
            Name = await p.Step("n"),
            Inner = { Name = await p.Step("inner") },
            Numbers = { p.Note(1), await p.Int(2) },
            ["k"] = await p.Int(3),
        };
        return $"{nest.Name} {nest.Inner.Name} {string.Join(",", nest.Numbers)} {nest["k"]}";
    }

    [TroopTask]
    public static async TroopTask<string> InitOnlyAndRequired(Probe p)
    {
        Needy needy = new() { Must = await p.Step("must"), Once = await p.Int(1) };
        return $"{needy.Must} {needy.Once}";
    }

    [TroopTask]
    public static async TroopTask<string> CollectionInitializer(Probe p)
    {
        List<int> items = new(await p.Int(4)) { p.Note(1), await p.Int(2), p.Note(3) };
        Dictionary<string, int> map = new() { { await p.Step("a"), await p.Int(1) }, { "b", 2 } };
        Dictionary<string, int> indexed = new() { [await p.Step("c")] = await p.Int(3), ["d"] = 4 };
        return string.Join(",", items) + string.Join(",", map) + string.Join(",", indexed);
    }

    [TroopTask]
    public static async TroopTask<string> CollectionExpressions(Probe p)
    {
        int[] a = [p.Note(1), await p.Int(2)];
        List<int> b = [await p.Int(0), .. a, await p.Int(3), .. await p.Give(a)];
        IReadOnlyList<string> c = [await p.Step("x"), .. a.Select(static n => $"{n}")];
        HashSet<int> d = [.. b, .. a];
        IEnumerable<int> none = [];
        return string.Join(",", b) + string.Join(",", c) + string.Join(",", d) + none.Count();
    }

    [TroopTask]
    public static async TroopTask<string> SpreadIsReadWhenItsTurnComes(Probe p)
    {
        List<int> source = [1];
        int[] all = [.. source, await Change(), .. source];
        return string.Join(",", all);

        async TroopTask<int> Change()
        {
            source.Add(2);
            return await p.Int(9);
        }
    }

    [TroopTask]
    public static async TroopTask<string> SpanFromACollectionExpression(Probe p)
    {
        int last = await p.Int(3);
        Span<int> items = [1, 2, last];
        items[0] = 10;
        int sum = 0;
        foreach (int item in items)
        {
            sum += item;
        }

        return $"{await p.Int(sum)}";
    }

    [TroopTask]
    public static async TroopTask<string> Arrays(Probe p)
    {
        int[] a = new int[await p.Int(2)];
        int[] b = new[] { await p.Int(1), p.Note(2) };
        int[,] c = new int[await p.Int(1), p.Note(2)];
        int[,] d =
        {
            { await p.Int(1), 2 },
            { 3, await p.Int(4) },
        };
        string[][] e =
        [
            [await p.Step("x")],
            [],
        ];
        int[] f = { p.Note(7), await p.Int(8) };
        return $"{a.Length} {string.Join(",", b)} {c.Length} {d[1, 1]} {e[0][0]}{e[1].Length} {f[1]}";
    }

    [TroopTask]
    public static async TroopTask<string> AnonymousTypes(Probe p)
    {
        string name = "n";
        var a = new
        {
            name,
            Value = await p.Int(1),
            name.Length,
        };
        var b = a with { Value = await p.Int(2) };
        var list = new[] { a, b };
        return $"{list[1]} {a.Equals(b)} {a.Equals(new { name = "n", Value = 1, Length = 1 })}";
    }

    [TroopTask]
    public static async TroopTask<string> WithExpressions(Probe p)
    {
        Item item = new(1, "a") { Extra = 5 };
        Item other = item with { Number = await p.Int(2), Text = item.Text + await p.Step("b") };
        Item third = (await p.Give(other)) with { Extra = await p.Int(9) };
        Spot spot = new(1, 2);
        Spot moved = spot with { Y = await p.Int(7) };
        return $"{item} {other} {third} {moved} {spot}";
    }

    [TroopTask]
    public static async TroopTask<string> WithReadsItsReceiverFirst(Probe p)
    {
        Item item = new(1, "old");
        Item copy = item with { Number = await Change() };
        return $"{copy}";

        async TroopTask<int> Change()
        {
            item = new(0, "new");
            return await p.Int(2);
        }
    }

    [TroopTask]
    public static async TroopTask<string> TargetTypedNewAndDefault(Probe p)
    {
        List<Item> items = [new(await p.Int(1), "a"), new(2, await p.Step("b"))];
        Item? none = default;
        (int, string) pair = default;
        int zero = await p.Give<int>(default);
        return $"{items[1]} {none is null} {pair} {zero} {default(Spot)}";
    }

    [TroopTask]
    public static async TroopTask<string> StructsWithoutConstructor(Probe p)
    {
        Spot spot;
        spot.X = await p.Int(1);
        spot.Y = 2;
        Spot other = new() { X = await p.Int(3) };
        return $"{spot} {other}";
    }

    [TroopTask]
    public static async TroopTask<string> NestedCreationsKeepTheOrder(Probe p) =>
        $"{new Item(new Item(await p.Int(1), p.Note("a")).Number + await p.Int(1), string.Concat(p.Note("b"), await p.Step("c"))) { Extra = new[] { await p.Int(5) }[0] }}";

    [TroopTask]
    public static async TroopTask<string> StackAllocated(Probe p)
    {
        int n = await p.Int(3);
        Span<int> items = stackalloc int[n];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = i * i;
        }

        ReadOnlySpan<byte> bytes = stackalloc byte[] { 1, 2, 3 };
        return $"{items[^1]}{bytes.Length}{await p.Int(items.Length)}";
    }

    [TroopTask]
    public static async TroopTask<string> SpanBetweenAwaits(Probe p)
    {
        int[] items = [3, 1, 2];
        await p.Pause();
        Span<int> span = items;
        span.Sort();
        int least = span[0];
        await p.Int(least);
        Span<int> again = items.AsSpan(1);
        again[0] = 9;
        return string.Join(",", items);
    }

    private sealed record Item(int Number, string Text)
    {
        public int Extra { get; init; }
    }

    private record struct Spot(int X, int Y)
    {
        public int X = X;
        public int Y = Y;
    }

    private sealed class Needy
    {
        public required string Must { get; init; }

        public int Once { get; init; }
    }

    private sealed class Nest
    {
        private readonly Dictionary<string, int> items = [];
        private Nest? inner;

        public string Name { get; set; } = "";

        public Nest Inner => inner ??= new();

        public List<int> Numbers { get; } = [];

        public int this[string key]
        {
            get => items[key];
            set => items[key] = value;
        }
    }
}
