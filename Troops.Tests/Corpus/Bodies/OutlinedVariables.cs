namespace Corpus;

/// <summary>Which variables such loops use, and how.</summary>
public static partial class OutlinedVariables
{
    private const int Long = 3_000;

    [TroopTask]
    public static async TroopTask<string> StructsAreChangedInPlace(Probe p)
    {
        Meter meter = new() { Value = await p.Int(1) };
        Meter other = meter;
        int? maybe = null;
        decimal money = 0.1m;
        DateTime day = new(2024, 2, 27);
        for (int i = 0; i < Long; i++)
        {
            meter.Raise();
            other.Value += meter.Value % 3;
            other.Inner.Deep++;
            maybe = (maybe ?? 0) + 1;
            money += 0.1m;
            day = day.AddDays(i % 2);
        }

        return FormattableString.Invariant($"{meter.Value} {other.Value} {other.Inner.Deep} {maybe} {money} {day:yyyyMMdd}");
    }

    [TroopTask]
    public static async TroopTask<string> StructsThatAreOnlyRead(Probe p)
    {
        Meter meter = new() { Value = await p.Int(2) };
        DateTime day = new(2024, 2, 27);
        (int A, int B) pair = (3, 4);
        Span2 span = new(5);
        long sum = 0;
        for (int i = 0; i < 10; i++)
        {
            sum += meter.Value + meter.Peek() + day.Day + pair.A * pair.B + span.Length;
        }

        return $"{sum} {meter.Value}";
    }

    [TroopTask]
    public static async TroopTask<string> StructThatIsChangedByItsOwnMethodOnly(Probe p)
    {
        Meter meter = new();
        List<int>.Enumerator items = new List<int> { 3, 4, 5 }.GetEnumerator();
        int sum = await p.Int(0);
        while (items.MoveNext())
        {
            sum += items.Current;
            meter.Raise();
        }

        meter.Raise();
        return $"{sum} {meter.Value} {items.MoveNext()}";
    }

    [TroopTask]
    public static async TroopTask<string> UsedStructsAreNotChanged(Probe p)
    {
        using List<int>.Enumerator items = new List<int> { 3, 4, 5 }.GetEnumerator();
        int sum = await p.Int(0);
        while (items.MoveNext())
        {
            sum += items.Current;
        }

        foreach (
            Meter meter in new Meter[]
            {
                new() { Value = 1 },
                new() { Value = 5 },
            }
        )
        {
            for (int i = 0; i < 3; i++)
            {
                meter.Raise();
                sum += meter.Value;
            }

            await p.Pause();
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> TuplesAndDeconstruction(Probe p)
    {
        (int a, long b) = (0, 1);
        (int Count, string Text) pair = (await p.Int(0), "");
        for (int i = 0; i < 20; i++)
        {
            (a, b) = ((int)(b % 1000), a + b);
            (pair.Count, pair.Text) = (pair.Count + 1, i % 5 == 0 ? pair.Text + i : pair.Text);
        }

        return $"{a} {b} {pair.Count} {pair.Text} {pair}";
    }

    [TroopTask]
    public static async TroopTask<string> ArgumentsByReference(Probe p)
    {
        int n = await p.Int(0);
        int m;
        int by = 2;
        Meter meter = default;
        while (n < Long)
        {
            Next(ref n);
            Half(n, out m, by);
            n += m % 2;
            meter.Add(in n);
            by.Raise();
            meter.RaiseTwice();
        }

        return $"{n} {by} {meter.Value}";
    }

    [TroopTask]
    public static async TroopTask<string> OutVariableOfOutside(Probe p)
    {
        string text = await p.Step("1,2,x,4");
        int value;
        int sum = 0;
        for (int i = 0; i < text.Length; i += 2)
        {
            if (int.TryParse(text.AsSpan(i, 1), out value))
            {
                sum += value;
            }
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> AssignedInTheLoopAndReadAfter(Probe p)
    {
        int found;
        int i = await p.Int(3);
        while (true)
        {
            if (i * i > 50)
            {
                found = i;
                break;
            }

            i++;
        }

        string last;
        do
        {
            last = $"l{i}";
        } while (--i > 2);
        return $"{found} {last}";
    }

    [TroopTask]
    public static async TroopTask<string> ScratchOfOutside(Probe p)
    {
        int scratch;
        string text;
        int sum = await p.Int(0);
        for (int i = 0; i < Long; i++)
        {
            scratch = i * 2;
            if (scratch % 3 == 0)
            {
                continue;
            }

            text = $"{scratch}";
            sum += text.Length;
        }

        scratch = sum;
        return $"{scratch}";
    }

    [TroopTask]
    public static async TroopTask<string> Spans(Probe p)
    {
        string text = await p.Step("12,345,6");
        int sum = 0;
        int at = 0;
        while (at < text.Length)
        {
            ReadOnlySpan<char> rest = text.AsSpan(at);
            int comma = rest.IndexOf(',');
            ReadOnlySpan<char> part = comma < 0 ? rest : rest[..comma];
            sum += int.Parse(part, System.Globalization.CultureInfo.InvariantCulture);
            at += part.Length + 1;
        }

        for (int i = 0; i < 3; i++)
        {
            Span<int> few = stackalloc int[3];
            few[i] = i;
            sum += few[i];
        }

        int[] numbers = [1, 2, 3];
        for (int i = 0; i < 3; i++)
        {
            ref int number = ref numbers[i];
            number += i;
            sum += number;
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> NullableFlow(Probe p)
    {
        string? text = null;
        List<string?> all = [null, await p.Step("b"), null];
        int i = 0;
        while (text is null)
        {
            text = all[i++];
        }

        string?[]? maybe = null;
        for (; i < 3; i++)
        {
            (maybe ??= []).AsSpan();
        }

        return $"{text.Length} {i} {maybe!.Length}";
    }

    private static int Next(ref int n) => ++n;

    private static void Half(int n, out int half, int by) => half = n / by;

    private static void Raise(this ref int n) => n++;

    private static void RaiseTwice(this ref Meter meter)
    {
        meter.Raise();
        meter.Raise();
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

    private readonly record struct Span2(int Length);
}
