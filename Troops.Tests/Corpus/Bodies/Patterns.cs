namespace Corpus;

/// <summary>is and what may stand behind it.</summary>
public static partial class Patterns
{
    [TroopTask]
    public static async TroopTask<string> Declaration(Probe p)
    {
        if (await p.Give<object>("text") is string s && s.Length == await p.Int(4))
        {
            return s + await p.Step("!");
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> NegatedDeclarationIsInScopeAfter(Probe p)
    {
        object o = await p.Give<object>(5);
        if (o is not int n)
        {
            return "no";
        }

        await p.Pause();
        return $"{n + 1}";
    }

    [TroopTask]
    public static async TroopTask<string> Relational(Probe p) =>
        $"{await p.Int(5) is > 1 and < 10}{await p.Int(5) is < 1 or 5}{await p.Give('x') is >= 'a' and <= 'z'}{await p.Give<int?>(null) is not null}";

    [TroopTask]
    public static async TroopTask<string> Properties(Probe p)
    {
        object o = new KeyValuePair<string, int[]>(await p.Step("key"), [1, 2]);
        return o is KeyValuePair<string, int[]> { Key: { Length: 3 } k, Value.Length: var n } ? $"{k}{await p.Int(n)}" : "no";
    }

    [TroopTask]
    public static async TroopTask<string> Lists(Probe p)
    {
        int[] items = await p.Give(new[] { 1, 2, 3, 4 });
        string seen = "";
        if (items is [var first, .. var middle, var last])
        {
            seen += $"{first}{await p.Int(middle.Length)}{last}";
        }

        seen += items is [1, _, ..] ? "a" : "b";
        seen += items is [] or [.., 5] ? "c" : "d";
        seen += "abc" is ['a', ..] ? await p.Step("e") : "f";
        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> Positional(Probe p)
    {
        Spot spot = new(await p.Int(1), 2);
        string seen = spot is (1, > 1) ? "a" : "b";
        seen += spot is Spot(var x, var y) { X: > 0 } whole && p.Note(true) ? $"{x}{y}{whole}" : "c";
        seen += (await p.Int(1), "t") is (1, { Length: 1 } t) ? t : "d";
        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> TypeVarAndConstant(Probe p)
    {
        object? o = await p.Give<object?>(null);
        string seen = o is null ? "null" : "some";
        seen += o is var any && any == null ? "var" : "no";
        seen += await p.Give<object>(3) is 3 ? "three" : "no";
        seen += await p.Give<object>("s") is string or int ? "type" : "no";
        const int Five = 5;
        seen += await p.Int(5) is Five ? "const" : "no";
        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> VariableInALoopCondition(Probe p)
    {
        Queue<object> queue = new([1, 2, "end"]);
        int sum = 0;
        while (queue.Dequeue() is int n)
        {
            sum += await p.Int(n);
        }

        return $"{sum} {queue.Count}";
    }

    [TroopTask]
    public static async TroopTask<string> VariableCapturedInALoop(Probe p)
    {
        List<Func<int>> later = [];
        Queue<object> queue = new([1, 2, "end"]);
        while (queue.Dequeue() is int n)
        {
            later.Add(() => n);
            await p.Pause();
        }

        return string.Join(",", later.Select(static f => f()));
    }

    [TroopTask]
    public static async TroopTask<string> PropertyIsReadOnce(Probe p)
    {
        Reader reader = new(p);
        return reader is { Value: > 10 or < 0 } ? "far"
            : reader is { Value: 5 and var v } && v == await p.Int(5) ? "five"
            : "other";
    }

    [TroopTask]
    public static async TroopTask<string> OutAndPatternVariablesInOneCondition(Probe p)
    {
        return int.TryParse(await p.Step("12"), out int n) && await p.Int(n) is > 10 and var big && n == big ? $"{n} {big}" : "no";
    }

    [TroopTask]
    public static async TroopTask<string> OnAGeneric(Probe p)
    {
        return await Of(1) + await Of("s") + await Of<object?>(null);

        async TroopTask<string> Of<T>(T value) =>
            await p.Give(value) switch
            {
                int n => $"int {n}",
                string s => await p.Step(s),
                null => "null",
                _ => "other",
            };
    }

    private sealed record Spot(int X, int Y);

    private sealed class Reader(Probe p)
    {
        public int Value => p.Note(5);
    }
}
