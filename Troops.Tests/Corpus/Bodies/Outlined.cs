namespace Corpus;

/// <summary>Loops that await nothing: in a copy each may become a function of its own, which is left in the middle and called again. How often each of their parts is evaluated.</summary>
public static partial class Outlined
{
    private const int Long = 3_000;

    [TroopTask]
    public static async TroopTask<string> ForWithBreakAndContinue(Probe p)
    {
        int sum = await p.Int(1);
        for (int i = 0; i < p.Note(6); i += p.Note(1))
        {
            if (i == 2)
            {
                continue;
            }

            if (i == 4)
            {
                break;
            }

            sum += p.Note(i);
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> ForWithSeveralVariablesAndSteps(Probe p)
    {
        string seen = await p.Step("");
        int last = 0;
        for (int i = 0, j = p.Note(10); i < j; i++, j -= p.Note(2), last += i)
        {
            seen += $"{i}:{j} ";
        }

        return $"{seen}{last}";
    }

    [TroopTask]
    public static async TroopTask<string> ForWithExpressionsFirst(Probe p)
    {
        int i;
        long j = 0;
        for (i = p.Note(1), j += 5, p.Say("first"); i < 4; i++, p.Say(i))
        {
            j *= 2;
        }

        return $"{i} {await p.Give(j)}";
    }

    [TroopTask]
    public static async TroopTask<string> ForWithoutParts(Probe p)
    {
        int i = await p.Int(0);
        for (; ; )
        {
            if (++i > 3)
            {
                break;
            }
        }

        for (; i < 6; )
            i += p.Note(1);
        for (; ; i++)
            if (i == 9)
                break;
        for (int j = 0; ; j++)
        {
            if (j > i)
            {
                i += j;
                break;
            }
        }

        return $"{i}";
    }

    [TroopTask]
    public static async TroopTask<string> ForWithAnEmptyBody(Probe p)
    {
        int n = await p.Int(0);
        for (int i = 0; i < 5; i++, n += i)
            ;
        for (; n < Long; n++) { }
        while (n-- > 3)
            ;
        do ;
        while (n++ < Long);
        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> ForVariableIsDeclaredByAPattern(Probe p)
    {
        object start = await p.Int(3);
        string seen = "";
        for (bool is3 = start is int and 3; is3 && start is int n && n < 6; start = n + 1)
        {
            seen += n;
            is3 = p.Note(true);
        }

        return $"{seen} {start}";
    }

    [TroopTask]
    public static async TroopTask<string> ConditionIsAskedOncePerRound(Probe p)
    {
        int asked = 0;
        int stepped = 0;
        int rounds = await p.Int(0);
        bool Ask() => ++asked <= Long;
        for (; Ask(); stepped++)
        {
            rounds++;
        }

        while (Next(ref asked) < 2 * Long)
        {
            rounds++;
        }

        do
        {
            rounds++;
        } while (Next(ref asked) < 3 * Long);
        return $"{asked} {stepped} {rounds}";
    }

    [TroopTask]
    public static async TroopTask<string> EachPartRunsAsOftenAsItDid(Probe p)
    {
        int[] counts = new int[8];
        await p.Pause();
        for (int i = Count(counts, 0); Count(counts, 1) <= Long; Count(counts, 2))
        {
            i++;
            if (i % 7 == 0)
            {
                continue;
            }

            counts[3] += i;
        }

        while (Count(counts, 4) <= Long)
        {
            counts[5]++;
            if (counts[5] == Long - 5)
            {
                break;
            }
        }

        do
        {
            counts[6]++;
            if (counts[6] % 2 == 0)
            {
                continue;
            }
        } while (Count(counts, 7) < Long);
        return string.Join(' ', counts);
    }

    [TroopTask]
    public static async TroopTask<string> WhileDeclaresAnOutVariable(Probe p)
    {
        Queue<int> numbers = new(Enumerable.Range(0, Long));
        long sum = await p.Int(0);
        while (numbers.TryDequeue(out int number) && number != Long - 2)
        {
            sum += number;
        }

        return $"{sum} {numbers.Count}";
    }

    [TroopTask]
    public static async TroopTask<string> WhileDeclaresAPattern(Probe p)
    {
        Exception deep = new FormatException("a", new FormatException("b", new FormatException("c")));
        string seen = await p.Step("");
        while (deep is { InnerException: { Message: var text } inner })
        {
            seen += text;
            deep = inner;
            p.Note(seen);
        }

        return $"{seen} {deep.Message}";
    }

    [TroopTask]
    public static async TroopTask<string> WhileAssignsInItsCondition(Probe p)
    {
        System.IO.StringReader reader = new("a\nbb\n\nc\n");
        string? line;
        int length = await p.Int(0);
        while ((line = reader.ReadLine()) != null)
        {
            length += line.Length;
        }

        string? again;
        reader = new("x\ny");
        while ((again = p.Note(reader.ReadLine())) is not null)
            length++;
        return $"{length} {again ?? "none"}";
    }

    [TroopTask]
    public static async TroopTask<string> WhileOverWhatIsTrueByAnOperator(Probe p)
    {
        Truth truth = new() { Left = await p.Int(4) };
        int n = 0;
        while (truth)
        {
            truth.Left--;
            n++;
        }

        for (truth.Left = 3; truth; truth.Left--)
            n += 10;
        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> DoRunsItsBodyFirst(Probe p)
    {
        int n = await p.Int(5);
        do
        {
            n++;
        } while (p.Note(n) < 3);
        do n += 2;
        while (n < Long);
        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> DoContinueGoesToTheCondition(Probe p)
    {
        int n = await p.Int(0);
        int odd = 0;
        do
        {
            n++;
            if (n % 2 == 0)
            {
                continue;
            }

            if (n == Long - 1)
            {
                break;
            }

            odd += n;
        } while (n < Long);
        return $"{n} {odd}";
    }

    [TroopTask]
    public static async TroopTask<string> EndlessUntilItThrows(Probe p)
    {
        return await Caught(p, static n => n) + await Caught(p, static n => n / 2);

        static async TroopTask<string> Caught(Probe p, Func<int, int> of)
        {
            try
            {
                return await Endless(p, of);
            }
            catch (InvalidOperationException fault)
            {
                return fault.Message;
            }
        }
    }

    [TroopTask]
    private static async TroopTask<string> Endless(Probe p, Func<int, int> of)
    {
        int n = await p.Int(0);
        while (true)
        {
            n++;
            if (of(n) == Long)
            {
                throw new InvalidOperationException($"at {n}");
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> NeverReachedOrNeverEntered(Probe p)
    {
        int n = await p.Int(0);
        while (false)
            n++;
        for (; n > 0; n--)
            p.Say("no");
        if (n == 0)
        {
            return $"{n}";
        }

        throw new FormatException();
#pragma warning disable CS0162
        while (n < 5)
            n++;
#pragma warning restore CS0162
    }

    [TroopTask]
    public static async TroopTask<string> ConditionDeclaresWhatTheStepUses(Probe p)
    {
        int n = await p.Int(0);
        for (object box = 1; box is int one && one < 20; box = one + one, n += one)
        {
            n += 100;
        }

        return $"{n}";
    }

    private static int Next(ref int n) => ++n;

    private static int Count(int[] counts, int at) => ++counts[at];

    private struct Truth
    {
        internal int Left;

        public static bool operator true(Truth truth) => truth.Left > 0;

        public static bool operator false(Truth truth) => truth.Left <= 0;
    }
}
