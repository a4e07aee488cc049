namespace Corpus;

/// <summary>Arguments of every kind, overloads, results.</summary>
public static partial class Calls
{
    [TroopTask]
    public static async TroopTask<string> NamedArgumentsInOtherOrder(Probe p) => Join(c: await p.Step("c"), a: p.Note("a"), b: await p.Step("b"));

    [TroopTask]
    public static async TroopTask<string> OptionalArguments(Probe p) => $"{Join(await p.Step("a"))} {Join("a", c: await p.Step("z"))}";

    [TroopTask]
    public static async TroopTask<string> NamedArgumentsOfATask(Probe p) =>
        await Joined(p, c: await p.Int(3), b: p.Note(2), a: await p.Int(1)) + await Joined(p, 1);

    [TroopTask]
    public static async TroopTask<string> ParamsArray(Probe p) => $"{Count()} {Count(await p.Int(1), p.Note(2))} {Count(await p.Give(new[] { 1, 2, 3 }))}";

    [TroopTask]
    public static async TroopTask<string> ParamsSpan(Probe p) => $"{Sum()} {Sum(await p.Int(1), p.Note(2), await p.Int(3))} {Total(await p.Int(4), 5)}";

    [TroopTask]
    public static async TroopTask<string> RefInOutArguments(Probe p)
    {
        int n = await p.Int(1);
        Change(ref n, in n, out int old);
        int[] items = [1, 2];
        Change(ref items[1], 5, out items[0]);
        await p.Pause();
        Change(ref n, items[0], out _);
        return $"{n} {old} {string.Join(",", items)}";
    }

    [TroopTask]
    public static async TroopTask<string> OutVariableLivesAcrossAnAwait(Probe p)
    {
        if (!int.TryParse(await p.Step("7"), out int n))
        {
            return "no";
        }

        n += await p.Int(1);
        new Dictionary<int, string> { [8] = "eight" }.TryGetValue(n, out string? text);
        await p.Pause();
        return text ?? "none";
    }

    [TroopTask]
    public static async TroopTask<string> RefLocalBetweenAwaits(Probe p)
    {
        int[] items = [1, 2, 3];
        await p.Pause();
        ref int middle = ref items[1];
        middle = 20;
        ref int last = ref items[2];
        last += middle;
        middle = ref items[0];
        middle = 9;
        await p.Pause();
        return string.Join(",", items);
    }

    [TroopTask]
    public static async TroopTask<string> RefLocalInABlockInALoop(Probe p)
    {
        Counter[] counters = new Counter[3];
        for (int i = 0; i < 3; i++)
        {
            {
                ref Counter counter = ref counters[i];
                counter.Total += i;
                counter.Add(10);
            }

            await p.Int(counters[i].Total);
        }

        return string.Join(",", counters.Select(static c => c.Total));
    }

    [TroopTask]
    public static async TroopTask<string> RefReturnsAndTernaries(Probe p)
    {
        int[] items = [await p.Int(1), 2];
        Last(items) = 7;
        ref int one = ref items[0] > 5 ? ref items[0] : ref items[1];
        one++;
        Last(items) += 1;
        return string.Join(",", items) + await p.Int(0);
    }

    [TroopTask]
    public static async TroopTask<string> CallerInfo(Probe p)
    {
        string here = Where();
        string there = await WhereTask(p, await p.Int(1) + 1);
        Func<string> inside = static () => Where();
        return $"{here} {there} {inside()} {Local()}";

        static string Local() => Where();
    }

    [TroopTask]
    public static async TroopTask<string> CallerLine(Probe p)
    {
        int a = Line();
        await p.Pause();
        int b = Line();
        return $"{b - a} {System.IO.Path.GetFileName(File())}";
    }

    [TroopTask]
    public static async TroopTask<string> CallerExpression(Probe p)
    {
        int n = await p.Int(2);
        return $"{Text(n + 1)} {Text(n * /* kept */ 2)} {await TextTask(p, n > 0)}";
    }

    [TroopTask]
    public static async TroopTask<string> OverloadsOfATask(Probe p) => await Over(p, 1) + await Over(p, "s") + await Over(p, 1, 2) + await Over(p, 1L);

    [TroopTask]
    public static async TroopTask<string> OverloadByConversionOfTheArgument(Probe p)
    {
        byte small = 5;
        return await Over(p, small) + await Over(p, 'c');
    }

    [TroopTask]
    public static async TroopTask<string> ImplicitConversionOfTheArguments(Probe p) => await Widen(p, 1, 2, 'x') + await Widen(p, await p.Int(3), null, "y");

    [TroopTask]
    public static async TroopTask<int> ResultIsANumber(Probe p) => await p.Int(1) + await p.Int(2);

    [TroopTask]
    public static async TroopTask ResultIsNothing(Probe p)
    {
        await p.Step("a");
        p.Say("end");
    }

    [TroopTask]
    public static async TroopTask NothingWithReturns(Probe p)
    {
        if (await p.Bool(true))
        {
            p.Say("early");
            return;
        }

        await p.Step("never");
    }

    [TroopTask]
    public static async TroopTask<(int Number, string? Text)> ResultIsATuple(Probe p) => (Number: await p.Int(1), Text: await p.Give<string?>(null));

    [TroopTask]
    public static async TroopTask<int?> ResultIsNullable(Probe p) => await p.Bool(true) ? null : 5;

    [TroopTask]
    public static async TroopTask<object> ResultIsConverted(Probe p) => await p.Int(5);

    [TroopTask]
    public static async TroopTask<long> ResultIsWidened(Probe p)
    {
        int n = await p.Int(5);
        return n;
    }

    [TroopTask, NoCopy("it is not async: it has no body of its own")]
    public static TroopTask<string> NotAsyncAtAll(Probe p) => p.Step("direct");

    [TroopTask]
    public static async TroopTask<string> NoAwaitAtAll(Probe p) => $"{p.Note(1)}";

    [TroopTask]
    public static async TroopTask<string> Indexers(Probe p)
    {
        Grid grid = new(p);
        grid[await p.Int(1)] = await p.Step("a");
        grid[p.Note(1)] += await p.Step("b");
        return grid[await p.Int(1)];
    }

    [TroopTask]
    public static async TroopTask<string> TypeOfSizeOfDefaultNameOf(Probe p) =>
        $"{typeof(List<>).Name}{typeof(int[]).Name}{sizeof(int)}{default(DayOfWeek)}{nameof(p.Int)}{await p.Int(0)}";

    [TroopTask]
    public static async TroopTask<string> Dynamic(Probe p)
    {
        dynamic a = await p.Int(1);
        dynamic b = "s";
        string text = b + a + await p.Int(2);
        int length = b.Length + a;
        dynamic task = p.Int(5);
        int awaited = await task;
        b = new List<int> { 1 };
        b.Add(await p.Int(3));
        return $"{text} {length} {awaited} {b.Count} {b[1]}";
    }

    [TroopTask]
    public static async TroopTask<string> LongChain(Probe p)
    {
        int n = 0;
        for (int i = 0; i < 20; i++)
        {
            n = await Deep(p, 20, n);
        }

        return $"{n}";

        static async TroopTask<int> Deep(Probe p, int depth, int n) =>
            depth == 0 ? n + 1 : await Deep(p, depth - 1, n) + (depth == 10 ? await TroopTask.FromResult(1) : 0);
    }

    private static string Join(string a, string b = "-", string c = "=") => a + b + c;

    private static int Count(params int[] items) => items.Length;

    private static int Sum(params ReadOnlySpan<int> items)
    {
        int sum = 0;
        foreach (int item in items)
        {
            sum += item;
        }

        return sum;
    }

    private static int Total(params IEnumerable<int> items) => items.Sum();

    private static void Change(ref int target, in int value, out int old)
    {
        old = target;
        target = value + 1;
    }

    private static ref int Last(int[] items) => ref items[^1];

    [TroopTask]
    public static async TroopTask<string> CallerOfAConstructorWithoutAList(Probe p)
    {
        await p.Pause();
        return new Named { Value = 1 }.Member + new Named { }.Member + new Named().Member;
    }

    private sealed class Named([CallerMemberName] string member = "")
    {
        internal string Member => member;

        internal int Value { get; init; }
    }

    private static string Where([CallerMemberName] string member = "") => member;

    private static int Line([CallerLineNumber] int line = 0) => line;

    private static string File([CallerFilePath] string file = "") => file;

    private static string Text(int value, [CallerArgumentExpression(nameof(value))] string text = "") => $"{text}={value}";

    [TroopTask]
    private static async TroopTask<string> WhereTask(Probe p, int n, [CallerMemberName] string member = "") => member + await p.Int(n);

    [TroopTask]
    private static async TroopTask<string> TextTask(Probe p, bool value, [CallerArgumentExpression(nameof(value))] string text = "") =>
        $"{text}={await p.Bool(value)}";

    [TroopTask]
    private static async TroopTask<string> Joined(Probe p, int a, int b = 8, int c = 9) => $"{a}{await p.Int(b)}{c}";

    [TroopTask]
    private static async TroopTask<string> Over(Probe p, int n) => $"int {await p.Int(n)};";

    [TroopTask]
    private static async TroopTask<string> Over(Probe p, long n) => $"long {await p.Give(n)};";

    [TroopTask]
    private static async TroopTask<string> Over(Probe p, string s) => $"string {await p.Step(s)};";

    [TroopTask]
    private static async TroopTask<string> Over(Probe p, int a, int b) => $"two {await p.Int(a + b)};";

    [TroopTask]
    private static async TroopTask<string> Widen(Probe p, long a, double? b, object c) => $"{await p.Give(a)}{b}{c};";

    private struct Counter
    {
        public int Total;

        public void Add(int n) => Total += n;
    }

    private sealed class Grid(Probe p)
    {
        private readonly string[] items = ["", ""];

        public string this[int i]
        {
            get => p.Note(items[p.Note(i)]);
            set => items[p.Note(i)] = value;
        }
    }
}
