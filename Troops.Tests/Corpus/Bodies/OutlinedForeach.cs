namespace Corpus;

/// <summary><c>foreach</c> that awaits nothing, which a function goes over in parts.</summary>
public static partial class OutlinedForeach
{
    private const int Long = 3_000;

    [TroopTask]
    public static async TroopTask<string> ForeachOverArraysTextsAndLists(Probe p)
    {
        int[] numbers = [.. Enumerable.Range(0, Long)];
        List<string> words = [.. numbers.Select(static n => $"w{n}")];
        long sum = await p.Int(0);
        foreach (int number in numbers)
        {
            if (number % 7 == 0)
            {
                continue;
            }

            if (number == Long - 10)
            {
                break;
            }

            sum += number;
        }

        foreach (string word in words)
        {
            if (word.Length == 2)
                continue;
            sum += word[^1];
            if (word == "w2900")
                break;
        }

        foreach (var letter in p.Note(new string('x', Long) + "end"))
            sum += letter;
        foreach (int number in p.Note(words).Select(static word => word.Length).ToArray())
            sum += number;
        foreach (var word in words)
        {
            sum++;
        }
        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> ForeachEvaluatesItsSourceOnce(Probe p)
    {
        string seen = "";
        int[] numbers = [1, 2, 3];
        List<int> list = [4, 5];
        foreach (int number in p.Note(numbers))
        {
            numbers[2] += number;
            numbers = [9, 9];
            seen += number;
        }

        foreach (int number in await p.Give(list))
        {
            list = [];
            seen += number;
        }

        foreach (char letter in seen)
        {
            seen += (char)(letter + 1);
        }

        foreach (int number in new List<int> { await p.Int(7), 8 })
            seen += number;
        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ForeachOverNothing(Probe p)
    {
        string seen = await p.Step("");
        int[]? none = null;
        List<int>? noList = null;
        string? noText = null;
        try
        {
            foreach (int number in none!)
                seen += number;
        }
        catch (NullReferenceException)
        {
            seen += "array ";
        }

        try
        {
            foreach (int number in noList!)
                seen += number;
        }
        catch (NullReferenceException)
        {
            seen += "list ";
        }

        try
        {
            foreach (char letter in noText!)
                seen += letter;
        }
        catch (NullReferenceException)
        {
            seen += "text ";
        }

        foreach (int number in new int[0])
            seen += number;
        foreach (int number in new List<int>())
            seen += number;
        foreach (char letter in "")
            seen += letter;
        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ForeachOverAListThatChanges(Probe p)
    {
        List<int> list = [1, 2, 3];
        int seen = await p.Int(0);
        try
        {
            foreach (int number in list)
            {
                seen += p.Note(number);
                if (number == 2)
                {
                    list.Add(4);
                }
            }
        }
        catch (InvalidOperationException)
        {
            return $"changed at {seen}";
        }

        return "unseen";
    }

    [TroopTask]
    public static async TroopTask<string> ForeachConvertsItsVariable(Probe p)
    {
        string seen = await p.Step("");
        int[] numbers = [1, 2, int.MaxValue];
        object[] boxes = [1, 2];
        List<object> texts = ["a", "b"];
        foreach (long number in numbers)
            seen += number + 1;
        foreach (int box in boxes)
            seen += box;
        foreach (string text in texts)
            seen += text;
        foreach (object letter in "xy")
            seen += letter.GetType().Name;
        foreach (object text in new string[] { "c" })
            seen += text;
        try
        {
            foreach (string box in boxes)
                seen += box;
        }
        catch (InvalidCastException)
        {
            seen += "!";
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ForeachOverStructs(Probe p)
    {
        Meter[] meters = [new() { Value = 1 }, new() { Value = await p.Int(5) }];
        DateTime[] days = [new(2024, 2, 28), new(2024, 2, 29)];
        List<(int A, string B)> pairs = [(1, "a"), (2, "b")];
        List<decimal> prices = [1.5m, 2.5m];
        int?[] maybes = [1, null];
        int sum = 0;
        decimal all = 0;
        foreach (Meter meter in meters)
        {
            meter.Raise();
            sum += meter.Value;
        }

        foreach (ref Meter meter in meters.AsSpan())
        {
            meter.Raise();
        }

        foreach (DateTime day in days)
            sum += day.AddDays(1).Day;
        foreach ((int A, string B) pair in pairs)
            sum += pair.A + pair.B.Length;
        foreach ((int a, string b) in pairs)
            sum += a + b.Length;
        foreach (decimal price in prices)
            all += price;
        foreach (int? maybe in maybes)
            sum += maybe ?? 10;
        return FormattableString.Invariant($"{sum} {all} {meters[0].Value}");
    }

    [TroopTask]
    public static async TroopTask<string> ForeachInForeach(Probe p)
    {
        int[][] jagged =
        [
            [1, 2],
            [],
            [3],
        ];
        int[,] grid =
        {
            { 1, 2 },
            { 3, 4 },
        };
        List<List<string>> lists =
        [
            ["a", "b"],
            ["c"],
        ];
        string seen = "";
        foreach (int[] row in jagged)
        {
            foreach (int cell in row)
            {
                seen += cell;
            }

            seen += await p.Step(";");
        }

        foreach (List<string> list in lists)
        foreach (string text in list)
        foreach (char letter in text)
            seen += letter;
        foreach (int cell in grid)
            seen += cell;
        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ForeachOverOtherThings(Probe p)
    {
        string seen = await p.Step("");
        OddList odd = [1, 2];
        IEnumerable<int> numbers = [3, 4];
        IList<int> list = [5];
        Dictionary<string, int> map = new() { ["a"] = 6 };
        HashSet<int> set = [7];
        List<Func<int>> later = [];
        foreach (int number in odd)
            seen += number;
        foreach (int number in (List<int>)odd)
            seen += number;
        foreach (int number in numbers)
            seen += number;
        foreach (int number in list)
            seen += number;
        foreach (KeyValuePair<string, int> pair in map)
            seen += pair.Value;
        foreach (int number in set)
            seen += number;
        foreach (int number in new int[] { 8, 9 })
            later.Add(() => number);
        foreach (dynamic number in new List<object> { 1 })
            seen += number + 1;
        foreach (var point in new[] { new { X = 1 } })
            seen += point.X;
        return seen + string.Join(',', later.Select(static f => f()));
    }

    [TroopTask]
    public static async TroopTask<string> ForeachWithAwaitsAroundItAndALongWay(Probe p)
    {
        List<long> rounds = [.. Enumerable.Range(0, Long).Select(static n => (long)n)];
        string seen = "";
        for (int round = 0; round < 3; round++)
        {
            long sum = round;
            int last = 0;
            try
            {
                foreach (long number in rounds)
                {
                    last++;
                    sum += number;
                    if (sum > 3_000_000)
                        throw new FormatException();
                }
            }
            catch (FormatException)
            {
                seen += "!";
            }

            seen += $"{sum}:{last}{await p.Step(";")}";
        }

        return seen;
    }

    private struct Meter
    {
        internal int Count;
        internal (int Deep, int Other) Inner;

        public int Value { readonly get; set; }

        public void Raise() => Value++;

        internal readonly int Peek() => Value * 2;

        internal void Add(in int n) => Count += n;
    }

    private sealed class OddList : List<int>
    {
        public new IEnumerator<int> GetEnumerator()
        {
            yield return 42;
        }
    }
}
