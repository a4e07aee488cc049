namespace Corpus;

/// <summary><c>await</c> in every operand position: from left to right, each once, and what was read before stays read.</summary>
public static partial class Operands
{
    [TroopTask]
    public static async TroopTask<string> BinaryLeftIsReadBeforeRight(Probe p)
    {
        int n = 1;
        int sum = n + await Change();
        return $"{sum} {n}";

        async TroopTask<int> Change()
        {
            n = 100;
            return await p.Int(2);
        }
    }

    [TroopTask]
    public static async TroopTask<string> BinaryMixesNotesAndAwaits(Probe p) => $"{p.Note(1) + (await p.Int(2) * p.Note(3)) - await p.Int(4) + p.Note(5)}";

    [TroopTask]
    public static async TroopTask<string> ShiftsAndBits(Probe p) =>
        $"{(await p.Int(1) << await p.Int(4)) | (p.Note(6) & await p.Int(3)) ^ await p.Int(8)} {~await p.Int(0)} {await p.Int(-8) >>> await p.Int(28)} {-await p.Int(8) >> 1}";

    [TroopTask]
    public static async TroopTask<string> AndOrStopEarly(Probe p)
    {
        bool a = await p.Bool(false) && await p.Bool(true);
        bool b = await p.Bool(true) || await p.Bool(false);
        bool c = p.Note(true) && await p.Bool(true) && !await p.Bool(false);
        bool d = await p.Bool(false) & await p.Bool(true);
        bool e = await p.Bool(true) | await p.Bool(false);
        return $"{a}{b}{c}{d}{e}";
    }

    [TroopTask]
    public static async TroopTask<string> ConditionIsAwaited(Probe p)
    {
        if (await p.Int(1) < await p.Int(2) && await p.Step("x") is "x")
        {
            return "yes";
        }
        else if (await p.Bool(true))
        {
            return "else";
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> ConditionalOneArmOnly(Probe p) =>
        (await p.Bool(true) ? await p.Step("a") : await p.Step("b")) + (await p.Bool(false) ? p.Note("c") : await p.Step("d"));

    [TroopTask]
    public static async TroopTask<string> ConditionalNested(Probe p)
    {
        int n = await p.Int(2);
        return n == 1 ? await p.Step("one")
            : n == 2
                ? await p.Bool(true) ? await p.Step("two")
                    : "2"
            : "many";
    }

    [TroopTask]
    public static async TroopTask<string> Coalesce(Probe p)
    {
        string? none = await p.Give<string?>(null);
        string a = none ?? await p.Step("right");
        string b = await p.Give<string?>("left") ?? await p.Step("never");
        int? number = await p.Give<int?>(null);
        int c = number ?? await p.Int(3);
        string d = none ?? await p.Give<string?>(null) ?? await p.Step("third");
        return a + b + c + d;
    }

    [TroopTask]
    public static async TroopTask<string> CoalesceAssignment(Probe p)
    {
        string? a = null;
        a ??= await p.Step("set");
        a ??= await p.Step("never");
        Dictionary<string, string?> items = new() { ["k"] = null };
        items[p.Note("k")] ??= await p.Step("item");
        int? n = null;
        n ??= await p.Int(4);
        return a + items["k"] + n;
    }

    [TroopTask]
    public static async TroopTask<string> NullConditional(Probe p)
    {
        string? none = await p.Give<string?>(null);
        int? a = none?.Length;
        int? b = (await p.Step("four"))?.Length;
        string? c = (await p.Give<string?>(null))?.Trim().Substring(p.Note(1));
        char? d = (await p.Give<string?>("xyz"))?[await p.Int(1)];
        return $"{a}|{b}|{c}|{d}";
    }

    [TroopTask]
    public static async TroopTask<string> NullConditionalWithAwaitedArguments(Probe p)
    {
        StringBuilder? none = null;
        none?.Append(await p.Step("never"));
        StringBuilder? some = new();
        some?.Append(await p.Step("a")).Append(await p.Step("b"));
        return $"{some}{none?.Length}";
    }

    [TroopTask]
    public static async TroopTask<string> ElementAccess(Probe p)
    {
        int[] items = [10, 20, 30];
        int a = items[await p.Int(1)];
        int b = (await p.Give(items))[p.Note(0)] + items[^await p.Int(1)];
        int[,] grid =
        {
            { 1, 2 },
            { 3, 4 },
        };
        int c = grid[await p.Int(1), await p.Int(0)];
        return $"{a} {b} {c}";
    }

    [TroopTask]
    public static async TroopTask<string> RangesAndIndices(Probe p)
    {
        string text = "abcdef";
        string a = text[await p.Int(1)..await p.Int(3)];
        string b = text[..^await p.Int(2)];
        Range range = await p.Int(2)..;
        Index index = ^await p.Int(1);
        return $"{a} {b} {text[range]} {text[index]}";
    }

    [TroopTask]
    public static async TroopTask<string> ReceiverIsReadBeforeTheArguments(Probe p)
    {
        StringBuilder text = new("first");
        StringBuilder first = text;
        text.Append(await Replace());
        return $"{first} {text}";

        async TroopTask<string> Replace()
        {
            text = new("second");
            return await p.Step("!");
        }
    }

    [TroopTask]
    public static async TroopTask<string> StructReceiverIsAVariable(Probe p)
    {
        Counter counter = default;
        int a = counter.Add(await p.Int(5));
        int b = counter.Add(await p.Int(5));
        return $"{a} {b} {counter.Total}";
    }

    [TroopTask]
    public static async TroopTask<string> StructFieldOfAnArrayElement(Probe p)
    {
        Counter[] counters = new Counter[2];
        counters[await p.Int(1)].Add(p.Note(3));
        counters[1].Total += await p.Int(4);
        return $"{counters[0].Total} {counters[1].Total}";
    }

    [TroopTask]
    public static async TroopTask<string> ArgumentsFromLeftToRight(Probe p) =>
        string.Join(",", await p.Step("a"), p.Note("b"), await p.Step("c")) + string.Concat(p.Note("d"), await p.Step("e"));

    [TroopTask]
    public static async TroopTask<string> LocalReadBeforeAnAwaitInOneCall(Probe p)
    {
        int n = 1;
        return string.Join(",", n, await p.Int(n++), n, await p.Int(n++), n);
    }

    [TroopTask]
    public static async TroopTask<string> IncrementsAmongAwaits(Probe p)
    {
        int i = 0;
        int[] items = new int[4];
        items[i++] = await p.Int(i++);
        items[i++] = i + await p.Int(++i);
        return string.Join(",", items) + i;
    }

    [TroopTask]
    public static async TroopTask<string> CastsAndConversions(Probe p)
    {
        long a = await p.Int(int.MaxValue) + 1L;
        byte b = unchecked((byte)await p.Int(300));
        object boxed = await p.Int(5);
        int c = (int)boxed + (int)await p.Give<object>(6);
        double d = await p.Int(1) / 2.0;
        string? e = await p.Give<object>(1) as string;
        return $"{a} {b} {c} {d.ToString(System.Globalization.CultureInfo.InvariantCulture)} {e ?? "null"} {await p.Give<object>(1) is int}";
    }

    [TroopTask]
    public static async TroopTask<string> Tuples(Probe p)
    {
        (int a, string b) = (await p.Int(1), await p.Step("x"));
        var named = (first: await p.Int(2), second: p.Note(3));
        (a, named.second) = (named.second, await p.Int(a));
        bool same = (await p.Int(1), "x") == (p.Note(1), await p.Step("x"));
        return $"{a} {b} {named} {same} {named.first}";
    }

    [TroopTask]
    public static async TroopTask<string> SwapAcrossAnAwait(Probe p)
    {
        int a = 1;
        int b = 2;
        (a, b) = (b, await p.Int(a));
        int[] items = [1, 2, 3];
        (items[p.Note(0)], items[p.Note(2)]) = (items[2], await p.Int(items[0]));
        return $"{a}{b} {string.Join("", items)}";
    }

    [TroopTask]
    public static async TroopTask<string> Deconstruction(Probe p)
    {
        var (x, (y, _)) = await p.Give((1, ("two", 3)));
        int z;
        (z, var w) = new Pair(await p.Int(4), await p.Int(5));
        (_, z) = (await p.Int(9), z + 1);
        return $"{x} {y} {z} {w}";
    }

    [TroopTask]
    public static async TroopTask<string> Discards(Probe p)
    {
        _ = await p.Int(1);
        _ = int.TryParse(await p.Step("5"), out _);
        var (_, b) = (await p.Int(2), await p.Int(3));
        return $"{b}";
    }

    [TroopTask]
    public static async TroopTask<string> AwaitOfAnAwait(Probe p)
    {
        int a = await (await p.Give(Add(1)))(await p.Int(2));
        return $"{a}";

        Func<int, TroopTask<int>> Add(int n) => async m => await p.Int(n + m);
    }

    [TroopTask]
    public static async TroopTask<string> AwaitsInsideAnAwaitedCall(Probe p) => $"{await p.Int(await p.Int(await p.Int(1) + 1) + 1)}";

    [TroopTask]
    public static async TroopTask<string> ComparisonsAndEquality(Probe p) =>
        $"{await p.Int(1) < await p.Int(2)}{await p.Int(1) >= 1}{await p.Step("a") == "a"}{await p.Give<object?>(null) != null}{await p.Give(1.5) <= await p.Give(double.NaN)}";

    [TroopTask]
    public static async TroopTask<string> ParenthesesAndSuppression(Probe p) => (((await p.Give<string?>("x"))!)).Length + (await (p.Step("y"))!);

    [TroopTask]
    public static async TroopTask<string> LiftedOperators(Probe p)
    {
        int? none = await p.Give<int?>(null);
        int? a = none + await p.Int(1);
        int? b = await p.Give<int?>(2) * await p.Int(3);
        bool? c = none > await p.Int(1);
        return $"{a}|{b}|{c}";
    }

    [TroopTask]
    public static async TroopTask<string> DivisionByZeroBeforeTheAwait(Probe p)
    {
        int zero = await p.Int(0);
        try
        {
            return $"{(p.Note(1) / zero) + await p.Int(2)}";
        }
        catch (DivideByZeroException)
        {
            return await p.Step("zero");
        }
    }

    [TroopTask]
    public static async TroopTask<string> NullReceiverThrowsAfterTheArguments(Probe p)
    {
        StringBuilder text = null!;
        try
        {
            text.Append(await p.Step("evaluated"));
        }
        catch (NullReferenceException)
        {
            return "null";
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> ArrayIndexThrowsWhen(Probe p)
    {
        int[] items = new int[1];
        try
        {
            items[await p.Int(5)] = await p.Int(1);
        }
        catch (IndexOutOfRangeException)
        {
            return "after both";
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> RefArgumentBesideAnAwait(Probe p)
    {
        int[] items = [1, 2, 3];
        int[] first = items;
        Set(ref items[p.Note(1)], await Change());
        return $"{string.Join(",", first)} {string.Join(",", items)}";

        static void Set(ref int target, int value) => target += value;

        async TroopTask<int> Change()
        {
            items = [9, 9, 9];
            return await p.Int(10);
        }
    }

    [TroopTask]
    public static async TroopTask<string> ValueAfterTheLoop(Probe p)
    {
        int last = -1;
        string? word = null;
        for (int i = 0; i < 3 && int.TryParse(await p.Step($"{i * 2}"), out last); i++)
        {
            word = $"w{last}";
        }

        return $"{last}{word}";
    }

    private struct Counter
    {
        public int Total;

        public int Add(int n) => Total += n;
    }

    private sealed record Pair(int A, int B);
}
