namespace Corpus;

/// <summary>Assignments whose target or value awaits.</summary>
public static partial class Assignments
{
    [TroopTask]
    public static async TroopTask<string> CompoundReadsTheTargetFirst(Probe p)
    {
        int n = 1;
        n += await Change();
        return $"{n}";

        async TroopTask<int> Change()
        {
            n = 50;
            return await p.Int(2);
        }
    }

    [TroopTask]
    public static async TroopTask<string> CompoundOnAnElement(Probe p)
    {
        int[] items = [1, 2];
        int[] first = items;
        items[Index()] += await Change();
        return $"{string.Join(",", first)} {string.Join(",", items)}";

        int Index() => p.Note(1);

        async TroopTask<int> Change()
        {
            items = [100, 100];
            first[1] = 7;
            return await p.Int(10);
        }
    }

    [TroopTask]
    public static async TroopTask<string> CompoundOnAProperty(Probe p)
    {
        Box box = new(p);
        box.Value += await p.Int(5);
        box.Value *= await p.Int(2);
        box.Value <<= await p.Int(1);
        return $"{box.Value}";
    }

    [TroopTask]
    public static async TroopTask<string> CompoundOnAnIndexer(Probe p)
    {
        Box box = new(p);
        box[p.Note(1), await p.Int(2)] += await p.Int(3);
        box[0, 0]++;
        return $"{box[1, 2]}";
    }

    [TroopTask]
    public static async TroopTask<string> CompoundOnADictionary(Probe p)
    {
        Dictionary<string, int> counts = [];
        foreach (string word in new[] { "a", "b", "a" })
        {
            counts[word] = counts.GetValueOrDefault(word) + await p.Int(1);
        }

        counts[await p.Step("a")] -= await p.Int(5);
        return string.Join(",", counts);
    }

    [TroopTask]
    public static async TroopTask<string> CompoundOnAFieldOfAField(Probe p)
    {
        Outer outer = new() { Inner = { Value = 1 } };
        outer.Inner.Value += await p.Int(2);
        outer.Inner.Items[await p.Int(0)] = await p.Int(3);
        return $"{outer.Inner.Value} {outer.Inner.Items[0]}";
    }

    [TroopTask]
    public static async TroopTask<string> CompoundString(Probe p)
    {
        string text = "a";
        text += text + await p.Step("b") + text;
        text += await p.Int(1);
        text += await p.Give<char>('c');
        return text;
    }

    [TroopTask]
    public static async TroopTask<string> ChainedAssignment(Probe p)
    {
        int a,
            b;
        long c;
        c = a = b = await p.Int(3);
        int[] items = new int[3];
        items[p.Note(0)] = items[p.Note(1)] = await p.Int(4);
        return $"{a}{b}{c}{string.Join("", items)}";
    }

    [TroopTask]
    public static async TroopTask<string> TargetIsEvaluatedBeforeTheValue(Probe p)
    {
        Box[] boxes = [new(p), new(p)];
        boxes[p.Note(0)].Value = await p.Int(1);
        Get(1).Value = await p.Int(2);
        return $"{boxes[0].Value} {boxes[1].Value}";

        Box Get(int i) => boxes[p.Note(i)];
    }

    [TroopTask]
    public static async TroopTask<string> NullConditionalAssignment(Probe p)
    {
        Box? some = new(p);
        Box? none = null;
        some?.Value = await p.Int(3);
        none?.Value = await p.Int(4);
        some?.Value += await p.Int(10);
        return $"{some?.Value} {none?.Value}";
    }

    [TroopTask]
    public static async TroopTask<string> AssignmentAsAnExpression(Probe p)
    {
        int n;
        int m = (n = await p.Int(2)) + n + (n += await p.Int(3)) + n;
        return $"{m} {n}";
    }

    [TroopTask]
    public static async TroopTask<string> CheckedCompoundOverflows(Probe p)
    {
        int n = int.MaxValue;
        try
        {
            checked
            {
                n += await p.Int(1);
            }
        }
        catch (OverflowException)
        {
            n = unchecked(n + await p.Int(1));
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> CheckedAndUncheckedExpressions(Probe p)
    {
        byte b = 250;
        b += (byte)await p.Int(10);
        try
        {
            b = checked((byte)(await p.Int(200) + 100));
        }
        catch (OverflowException)
        {
            p.Say("overflow");
        }

        short s = unchecked((short)(await p.Int(70000)));
        return $"{b} {s}";
    }

    [TroopTask]
    public static async TroopTask<string> EventsAndDelegates(Probe p)
    {
        Box box = new(p);
        Action<int> note = n => p.Say($"seen {n}");
        box.Changed += note;
        box.Changed += await p.Give<Action<int>>(n => p.Say($"also {n}"));
        box.Value = await p.Int(1);
        box.Changed -= note;
        box.Value = await p.Int(2);
        return "end";
    }

    [TroopTask]
    public static async TroopTask<string> StaticFieldsAndProperties(Probe p)
    {
        Outer.Shared = 1;
        Outer.Shared += await p.Int(2);
        Outer.SharedText = null;
        Outer.SharedText ??= await p.Step("t");
        return $"{Outer.Shared}{Outer.SharedText}";
    }

    [TroopTask]
    public static async TroopTask<string> PrefixAndPostfix(Probe p)
    {
        int n = await p.Int(1);
        int[] items = [5, 5];
        int a = n++ + ++n + await p.Int(n--);
        int b = items[await p.Int(0)]++ + --items[await p.Int(1)];
        return $"{n} {a} {b} {items[0]}{items[1]}";
    }

    [TroopTask]
    public static async TroopTask<string> DeconstructionIntoElementsAndProperties(Probe p)
    {
        Box box = new(p);
        int[] items = new int[2];
        (box.Value, items[p.Note(1)]) = (await p.Int(3), await p.Int(4));
        (int, int) pair = (await p.Int(5), 6);
        (items[0], box.Value) = pair;
        return $"{box.Value} {items[0]} {items[1]}";
    }

    [TroopTask]
    public static async TroopTask<string> StructCopiesAreCopies(Probe p)
    {
        Point a = new(1, 2);
        Point b = a;
        a.X = await p.Int(10);
        Point[] points = [a, b];
        Point c = points[0];
        points[0].Y = await p.Int(20);
        List<Point> list = [a];
        Point d = list[0];
        d.X = await p.Int(30);
        return $"{a} {b} {c} {points[0]} {list[0]} {d}";
    }

    [TroopTask]
    public static async TroopTask<string> ConstantsAndLaterAssignedLocals(Probe p)
    {
        const int Size = 3;
        const string Name = "n" + nameof(Size);
        int later;
        if (await p.Bool(true))
        {
            later = Size * await p.Int(2);
        }
        else
        {
            return "no";
        }

        return Name + later;
    }

    private sealed class Box(Probe p)
    {
        private readonly Dictionary<(int, int), int> items = [];

        public event Action<int>? Changed;

        public int Value
        {
            get => p.Note(field);
            set
            {
                field = p.Note(value);
                Changed?.Invoke(value);
            }
        }

        public int this[int a, int b]
        {
            get => items.GetValueOrDefault((p.Note(a), b));
            set => items[(a, p.Note(b))] = value;
        }
    }

    private sealed class Outer
    {
        public static int Shared;

        public Inside Inner = new() { Items = new int[1] };

        public static string? SharedText { get; set; }
    }

    private struct Inside
    {
        public int Value;
        public int[] Items;
    }

    private record struct Point(int X, int Y);
}
