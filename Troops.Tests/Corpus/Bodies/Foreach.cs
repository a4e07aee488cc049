namespace Corpus;

/// <summary>foreach over everything that may be enumerated.</summary>
public static partial class Foreach
{
    [TroopTask]
    public static async TroopTask<string> Array(Probe p)
    {
        int[] items = [1, 2, 3];
        int sum = 0;
        foreach (int item in items)
        {
            // The loop holds the array, not the variable.
            items = [100];
            sum += await p.Int(item);
        }

        return $"{sum} {items[0]}";
    }

    [TroopTask]
    public static async TroopTask<string> RectangularArray(Probe p)
    {
        int[,] items =
        {
            { 1, 2 },
            { 3, 4 },
        };
        string seen = "";
        foreach (int item in items)
        {
            seen += await p.Int(item);
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> JaggedArrayWithConversion(Probe p)
    {
        object[][] items =
        [
            ["a", "b"],
            ["c"],
        ];
        string seen = "";
        foreach (object[] row in items)
        {
            foreach (string cell in row)
            {
                seen += await p.Step(cell);
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> NullArrayThrowsInsideTheTry(Probe p)
    {
        try
        {
            foreach (int item in (int[])null!)
            {
                await p.Int(item);
            }
        }
        catch (NullReferenceException)
        {
            return await p.Step("null");
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> Span(Probe p)
    {
        int sum = await p.Int(0);
        foreach (int item in (ReadOnlySpan<int>)[1, 2, 3])
        {
            if (item == 2)
            {
                continue;
            }

            sum += item;
        }

        return $"{await p.Int(sum)}";
    }

    [TroopTask]
    public static async TroopTask<string> SpanByReference(Probe p)
    {
        int[] items = [1, 2, 3];
        foreach (ref int item in items.AsSpan())
        {
            item *= 10;
        }

        await p.Pause();
        foreach (ref readonly int item in items.AsSpan(1))
        {
            p.Say(item);
        }

        return string.Join(",", items);
    }

    [TroopTask]
    public static async TroopTask<string> ListChangedInTheLoop(Probe p)
    {
        List<int> items = [1, 2, 3];
        try
        {
            foreach (int item in items)
            {
                if (await p.Int(item) == 2)
                {
                    items.Add(4);
                }
            }
        }
        catch (InvalidOperationException)
        {
            return $"changed {items.Count}";
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> ListWithBreak(Probe p)
    {
        string last = "none";
        foreach (string item in new List<string> { "a", "b", "c" })
        {
            last = item;
            if (await p.Step(item) == "b")
            {
                break;
            }
        }

        return last;
    }

    [TroopTask]
    public static async TroopTask<string> Dictionary(Probe p)
    {
        Dictionary<string, int> items = new() { ["a"] = 1, ["b"] = 2 };
        string seen = "";
        foreach (KeyValuePair<string, int> pair in items)
        {
            seen += pair.Key + await p.Int(pair.Value);
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> DictionaryDeconstructed(Probe p)
    {
        string seen = "";
        foreach (var (key, value) in new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 })
        {
            seen += key + await p.Int(value);
        }

        foreach ((int a, (string b, _)) in new[] { (1, ("x", 'c')), (2, ("y", 'd')) })
        {
            seen += await p.Int(a) + b;
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> String(Probe p)
    {
        string seen = "";
        foreach (char c in await p.Step("abc"))
        {
            seen = await p.Give(c) + seen;
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> EnumerableIsDisposedOnReturn(Probe p)
    {
        foreach (int item in new NotedItems(p, 5))
        {
            if (await p.Int(item) == 1)
            {
                return $"returned {item}";
            }
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> EnumerableIsDisposedOnThrow(Probe p)
    {
        try
        {
            foreach (int item in new NotedItems(p, 3))
            {
                await p.Fail($"at {item}");
            }
        }
        catch (FormatException e)
        {
            p.Say(e.Message);
        }

        return "caught";
    }

    [TroopTask]
    public static async TroopTask<string> EnumerableOfObjectsIsCast(Probe p)
    {
        string seen = "";
        IEnumerable items = new ArrayList { 1, 2, "three" };
        try
        {
            foreach (int item in items)
            {
                seen += await p.Int(item);
            }
        }
        catch (InvalidCastException)
        {
            seen += " cast";
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> PatternEnumerator(Probe p)
    {
        string seen = "";
        foreach (int item in new Countdown(3))
        {
            seen += await p.Int(item);
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ExtensionEnumerator(Probe p)
    {
        string seen = "";
        foreach (int item in 2..5)
        {
            seen += await p.Int(item);
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> RefStructEnumerator(Probe p)
    {
        int sum = await p.Int(1);
        foreach (ReadOnlySpan<char> word in new Words("ab cde f"))
        {
            sum += word.Length;
            p.Say(word.ToString());
        }

        return $"{await p.Int(sum)}";
    }

    [TroopTask]
    public static async TroopTask<string> LoopVariableIsCapturedFresh(Probe p)
    {
        List<Func<TroopTask<int>>> later = [];
        foreach (int item in new[] { 1, 2, 3 })
        {
            later.Add(async () => await p.Int(item));
        }

        string seen = "";
        foreach (Func<TroopTask<int>> f in later)
        {
            seen += await f();
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> IteratorLocalFunction(Probe p)
    {
        string seen = "";
        foreach (int item in Squares(4))
        {
            seen += await p.Int(item) + " ";
            if (item == 4)
            {
                break;
            }
        }

        return seen;

        IEnumerable<int> Squares(int count)
        {
            try
            {
                for (int i = 0; i < count; i++)
                {
                    yield return p.Note(i * i);
                }
            }
            finally
            {
                p.Say("closed");
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> NestedOverTheSameList(Probe p)
    {
        List<int> items = [1, 2, 3];
        int sum = 0;
        foreach (int a in items)
        {
            foreach (int b in items)
            {
                if (a == b)
                {
                    continue;
                }

                sum += a * b;
            }

            await p.Pause();
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> CollectionIsEvaluatedOnce(Probe p)
    {
        int sum = 0;
        foreach (int item in Twice(await p.Int(2), await p.Int(3)))
        {
            sum += item;
            await p.Pause();
        }

        return $"{sum}";

        int[] Twice(int a, int b) => [p.Note(a), p.Note(b), a, b];
    }

    [TroopTask]
    public static async TroopTask<string> StructEnumeratorKeepsItsPlace(Probe p)
    {
        List<int>.Enumerator items = new List<int> { 1, 2, 3 }.GetEnumerator();
        int sum = 0;
        while (items.MoveNext())
        {
            sum += await p.Int(items.Current);
        }

        items.Dispose();
        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> LongSpinOverAList(Probe p)
    {
        List<int> items = [.. Enumerable.Range(0, 5_000)];
        long sum = await p.Int(0);
        foreach (int item in items)
        {
            if ((item & 1) == 0)
            {
                continue;
            }

            sum += item;
        }

        return $"{sum}";
    }
}

public sealed class NotedItems(Probe p, int count) : IEnumerable<int>
{
    public IEnumerator<int> GetEnumerator()
    {
        try
        {
            for (int i = 0; i < count; i++)
            {
                yield return p.Note(i);
            }
        }
        finally
        {
            p.Say("disposed");
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Enumerable by shape alone.</summary>
public readonly struct Countdown(int from)
{
    public Enumerator GetEnumerator() => new(from);

    public struct Enumerator(int from)
    {
        private int next = from + 1;

        public readonly int Current => next;

        public bool MoveNext() => --next > 0;
    }
}

public static class RangeEnumeration
{
    public static IEnumerator<int> GetEnumerator(this Range range) => Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value).GetEnumerator();
}

public ref struct Words(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly Words GetEnumerator() => this;

    public bool MoveNext()
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        int end = rest.IndexOf(' ');
        Current = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return true;
    }
}
