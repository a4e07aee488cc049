namespace Corpus;

/// <summary>Loops that await nothing: in a copy each may become a function of its own, which gives up in the middle and is called again.</summary>
public static partial class Outlined
{
    private const int Long = 3_000;

    private static int total;

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
        do
            ;
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
        do
            n += 2;
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
    public static async TroopTask<string> LocalsAreSeenByAHandler(Probe p)
    {
        int i = await p.Int(0);
        string seen = "";
        int[] numbers = [1, 2, 3];
        try
        {
            while (true)
            {
                seen += p.Note(numbers[i]);
                i++;
            }
        }
        catch (IndexOutOfRangeException) when (i == 3)
        {
            return $"{seen} {i}";
        }
        finally
        {
            p.Say($"{seen}{i}");
        }
    }

    [TroopTask]
    public static async TroopTask<string> LocalsAreSeenByAHandlerFarOut(Probe p)
    {
        int i = 0;
        try
        {
            for (int round = await p.Int(0); round < 3; round++)
            {
                for (; i < Long; i++)
                {
                    if (round == 1 && i == 5)
                    {
                        throw new FormatException();
                    }
                }

                i = round;
            }
        }
        catch (FormatException)
        {
            return $"{i} {await p.Int(i)}";
        }

        return "no fault";
    }

    [TroopTask]
    public static async TroopTask<string> HandlersInTheLoop(Probe p)
    {
        string seen = await p.Step("");
        for (int i = 0; i < 6; i++)
        {
            try
            {
                if (i % 2 == 1)
                {
                    throw new FormatException($"f{i}");
                }

                if (i == 4)
                {
                    break;
                }

                seen += i;
            }
            catch (FormatException fault) when (i > 0)
            {
                seen += fault.Message;
                continue;
            }
            finally
            {
                seen += ';';
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> UsingAndLockInTheLoop(Probe p)
    {
        object gate = new();
        int n = await p.Int(0);
        while (n < 3)
        {
            using Disposing item = p.Use($"u{n}");
            using (p.Use($"v{n}"))
            {
                lock (gate)
                {
                    n++;
                }
            }
        }

        return $"{n}";
    }

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

        foreach (Meter meter in new Meter[] { new() { Value = 1 }, new() { Value = 5 } })
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
    public static async TroopTask<string> SharedByTwoLoopsAndBetween(Probe p)
    {
        int n = 0;
        string text = "";
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < 1_100; i++)
            {
                n += i;
            }

            text += await p.Int(n);
            while (n > 10)
            {
                n /= 2;
                text += n % 2;
            }
        }

        return text;
    }

    [TroopTask]
    public static async TroopTask<string> InnermostOfThree(Probe p)
    {
        int[,] grid = new int[12, 13];
        int rounds = await p.Int(0);
        for (int i = 0; i < 12; i++)
        {
            int row = i * 100;
            for (int j = 0; j < 13; j++)
            {
                int k = 0;
                while (k < j)
                {
                    grid[i, j] += row + k++;
                    rounds++;
                }

                if (j == 11)
                {
                    break;
                }
            }
        }

        return $"{grid[11, 11]} {grid[11, 12]} {grid[3, 4]} {rounds}";
    }

    [TroopTask]
    public static async TroopTask<string> OfTheIterationVariableAround(Probe p)
    {
        int sum = 0;
        foreach (string word in new[] { "a", "bcd", await p.Step("efghi") })
        {
            for (int i = 0; i < word.Length; i++)
            {
                sum = (sum * 31) + word[i];
            }

            foreach ((int a, char b) in new[] { (1, 'x'), (2, 'y') })
            {
                int n = a;
                while (n < 5)
                {
                    n += a;
                    sum += b;
                }
            }

            await p.Pause();
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> CapturedOutside(Probe p)
    {
        int n = await p.Int(0);
        Action raise = () => n++;
        int others = 0;
        for (int i = 0; i < 5; i++)
        {
            raise();
            n += i;
        }

        for (int i = 0; i < 5; i++)
        {
            raise();
            others += i;
        }

        return $"{n} {others}";
    }

    [TroopTask]
    public static async TroopTask<string> CapturedInside(Probe p)
    {
        List<Func<int>> later = [];
        int n = await p.Int(0);
        while (n < 3)
        {
            int fresh = n++;
            later.Add(() => fresh);
        }

        for (int i = 0; i < 3; i++)
        {
            later.Add(() => i);
        }

        return string.Join(',', later.Select(static f => f()));
    }

    [TroopTask]
    public static async TroopTask<string> LambdasThatCaptureNothing(Probe p)
    {
        int[] numbers = [1, 2, 3, await p.Int(4)];
        int sum = 0;
        for (int i = 0; i < 4; i++)
        {
            sum += numbers.Count(static n => n % 2 == 0) + numbers.Where(n => n > 1).Select(n => { int m = n; while (m > 2) m--; return m; }).Sum();
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> LocalFunctionsInTheLoop(Probe p)
    {
        int kept = await p.Int(1);
        int sum = 0;
        for (int i = 0; i < 4; i++)
        {
            sum += Static(i);
        }

        for (int i = 0; i < 4; i++)
        {
            sum += Plain(i);
        }

        for (int i = 0; i < 4; i++)
        {
            Keep(i);
            sum += kept;
        }

        for (int i = 0; i < 4; i++)
        {
            Func<int, int> group = i % 2 == 0 ? Static : Plain;
            sum += group(i);
        }

        while (sum < 1000)
        {
            sum = Inner(sum);
            int Inner(int n) => n + 100 + kept;
        }

        return $"{sum} {kept}";

        static int Static(int n) => n * 2;
        int Plain(int n) => n * 3;
        void Keep(int n) => kept += n;
    }

    [TroopTask]
    public static async TroopTask<string> SwitchesInTheLoop(Probe p)
    {
        string seen = await p.Step("");
        for (int i = 0; i < 9; i++)
        {
            switch (i % 4)
            {
                case 0:
                    continue;
                case 1 when i > 4:
                    seen += "!";
                    break;
                case 2:
                    seen += i;
                    break;
                default:
                    if (i == 7)
                        goto case 2;
                    break;
            }

            seen += i switch { < 3 => "s", 8 => throw new FormatException(seen), _ => "l" };
            if (seen.Length > 12)
            {
                break;
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> SwitchInTheLoopWithoutJumps(Probe p)
    {
        int state = await p.Int(0);
        int n = 0;
        while (state != 3)
        {
            switch (state)
            {
                case 0:
                    state = ++n > 4 ? 2 : 1;
                    continue;
                case 1:
                    n += 2;
                    state = 0;
                    break;
                default:
                    state++;
                    break;
            }

            n++;
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> InASwitch(Probe p)
    {
        int n = await p.Int(2);
        switch (n)
        {
            case 1:
                while (n < 10)
                    n++;
                break;
            case 2:
                int shared = 0;
                for (int i = 0; i < 5; i++)
                    shared += i;
                n += shared;
                goto case 3;
            case 3:
                shared = 1;
                do
                    shared *= 2;
                while (shared < 100);
                n += shared;
                break;
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> BehindALabel(Probe p)
    {
        int n = await p.Int(0);
        int rounds = 0;
        again:
        while (n < 5)
            n++;
        if (rounds++ < 2)
        {
            n = rounds;
            goto again;
        }

        return $"{n} {rounds}";
    }

    [TroopTask]
    public static async TroopTask<string> WithoutBraces(Probe p)
    {
        int n = await p.Int(3);
        if (n == 3) for (int i = 0; i < 4; i++) n += i; else while (n > 0) n--;
        if (n == 3)
            for (int i = 0; i < 4; i++)
                if (i > 1)
                    n += i;
                else
                    n -= i;
        else
            while (n > 4) if (n % 2 == 0) n /= 2; else n--;
        for (int i = 0; i < 3; i++) while (n < i * 10) n++; do n++; while (n < 30); { n++; } while (n < 40) { n++; } return $"{n}"; // the end
    }

    [TroopTask]
    public static async TroopTask<string> JumpsOutOfTheLoop(Probe p)
    {
        int n = await p.Int(0);
        while (true)
        {
            if (n++ > 4)
            {
                goto found;
            }
        }

        found:
        for (int i = 0; ; i++)
        {
            if (i * n > 40)
            {
                return $"{i} {n}";
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> Checked(Probe p)
    {
        int n = await p.Int(1_000_000_000);
        string seen = "";
        try
        {
            checked
            {
                for (int i = 0; i < 3; i++)
                {
                    n += 1_000_000_000;
                    seen += i;
                }
            }
        }
        catch (OverflowException)
        {
            seen += "over";
        }

        int m = n;
        unchecked
        {
            while (m > 0)
                m += 1_000_000_000;
        }

        checked
        {
            unchecked
            {
                do
                    m *= 3;
                while (m % 2 == 0);
            }
        }

        return $"{n} {seen} {m}";
    }

    [TroopTask]
    public static async TroopTask<string> CheckedOutsideOfAnyTry(Probe p)
    {
        try
        {
            return await Raise(p);
        }
        catch (OverflowException)
        {
            return "over";
        }
    }

    [TroopTask]
    private static async TroopTask<string> Raise(Probe p)
    {
        byte small = (byte)await p.Int(250);
        checked
        {
            while (small > 1)
            {
                small++;
            }
        }

        return $"{small}";
    }

    [TroopTask]
    public static async TroopTask<string> StaticFieldsAndConstants(Probe p)
    {
        const int Step = 3;
        total = await p.Int(0);
        for (int i = 0; i < Long; i += Step)
        {
            total += Step;
        }

        return $"{total}";
    }

    [TroopTask]
    public static async TroopTask<string> FieldsOfTheObject(Probe p)
    {
        Counter counter = new(3);
        string first = await counter.Spin(p, 5);
        Tally tally = new() { Sum = 1 };
        return $"{first} {await counter.Spin(p, Long)} {counter.Total} {await tally.Spin(p)} {tally.Sum} {await new Counter.Deep<string>("x").Spin(p)}";
    }

    [TroopTask]
    public static async TroopTask<string> GenericSums(Probe p) =>
        $"{await Sum(p, [1, 2, 3])} {await Sum(p, [1.5, 2.5])} {await Sum(p, new decimal[] { 1, 2 })} {await Drain<Meter, int>(p, [new() { Value = 2 }, new() { Value = 3 }])}";

    [TroopTask]
    private static async TroopTask<T> Sum<T>(Probe p, T[] numbers)
        where T : INumber<T>
    {
        T sum = await p.Give(T.Zero);
        T? last = default;
        for (int i = 0; i < numbers.Length; i++)
        {
            sum += numbers[i];
            last = numbers[i];
        }

        return sum + last!;
    }

    [TroopTask]
    private static async TroopTask<string> Drain<T, TValue>(Probe p, List<T> meters)
        where T : IRaise<TValue>
    {
        T current = meters[await p.Int(0)];
        Dictionary<string, List<T?>> seen = new() { ["a"] = [] };
        int i = 0;
        while (i < 3)
        {
            current.Raise();
            seen["a"].Add(current);
            i++;
        }

        return $"{current.Value} {string.Join(',', seen["a"].Select(static item => item!.Value))}";
    }

    [TroopTask]
    public static async TroopTask<string> NamesThatAreWords(Probe p)
    {
        int @while = await p.Int(0);
        string @class = "c";
        int value = 1;
        int when = 2;
        int async = 3;
        int naïve = 4;
        int _ = 5;
        for (int @for = 0; @for < 4; @for++)
        {
            @while += @for + value + when + async + naïve;
            @class += @while;
            value++;
            when--;
        }

        while (_ < 9)
            _++;
        return $"{@while} {@class} {value} {when} {async} {_}";
    }

    [TroopTask]
    public static async TroopTask<string> TypesThatNobodyCanName(Probe p)
    {
        var point = new { X = await p.Int(1), Y = "y" };
        var points = new[] { point };
        dynamic loose = 1;
        List<dynamic> many = [1, "a"];
        int sum = 0;
        for (int i = 0; i < 3; i++)
        {
            sum += point.X;
        }

        for (int i = 0; i < points.Length; i++)
        {
            sum += points[i].X;
        }

        for (int i = 0; i < 3; i++)
        {
            loose += i;
        }

        for (int i = 0; i < many.Count; i++)
        {
            sum += many[i].ToString().Length;
        }

        return $"{sum} {loose}";
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

    [TroopTask]
    public static async TroopTask<string> CallersInTheLoop(Probe p)
    {
        string seen = await p.Step("");
        for (int i = 0; i < 2; i++)
        {
            seen += Where(i + 1);
        }

        while (seen.Length < 200)
            seen += Where(seen.Length);
        return seen;

        static string Where(
            int n,
            [CallerMemberName] string member = "",
            [CallerLineNumber] int line = 0,
            [CallerArgumentExpression(nameof(n))] string text = ""
        ) => $"{member}:{line}:{text} ";
    }

    [TroopTask]
    public static async TroopTask<string> StartsTasksInTheLoop(Probe p)
    {
        List<TroopTask<int>> started = [];
        List<int> order = [];
        for (int i = 0; i < 4; i++)
        {
            started.Add(Step(i));
        }

        int sum = 0;
        foreach (TroopTask<int> task in started)
        {
            sum += await task;
        }

        return $"{sum} {string.Join(',', order)}";

        async TroopTask<int> Step(int n)
        {
            order.Add(n);
            await TroopTask.Yield();
            order.Add(n + 10);
            return await p.Int(n);
        }
    }

    [TroopTask]
    public static async TroopTask<string> CallsTasksAndNamesItself(Probe p)
    {
        List<TroopTask<string>> started = [];
        int i = 0;
        while (i < 3)
        {
            started.Add(Raise(p));
            started.Add(Sum(p, [i, 1]).Text());
            i++;
        }

        string seen = nameof(CallsTasksAndNamesItself);
        foreach (TroopTask<string> task in started)
        {
            try
            {
                seen += await task;
            }
            catch (OverflowException)
            {
                seen += "!";
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> InHandlersThatAwait(Probe p)
    {
        int n = 0;
        try
        {
            await p.Fail("x");
        }
        catch (FormatException)
        {
            for (int i = 0; i < Long; i++)
            {
                n += i % 2;
            }

            await p.Pause();
        }
        finally
        {
            while (n > 100)
            {
                n--;
            }

            await p.Pause();
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> InAsyncLambdasAndLocalFunctions(Probe p)
    {
        Func<int, TroopTask<int>> lambda = async n =>
        {
            int sum = await p.Int(n);
            for (int i = 0; i < Long; i++)
            {
                sum += i;
            }

            return sum;
        };
        return $"{await lambda(1)} {await Local(2)} {await Static(p, 3)}";

        async TroopTask<int> Local(int n)
        {
            await p.Pause();
            while (n < Long)
            {
                n += 2;
            }

            return n;
        }

        static async TroopTask<int> Static(Probe p, int n)
        {
            await p.Pause();
            do
            {
                n *= 3;
            } while (n < Long);
            return n;
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
    public static async TroopTask<string> Directives(Probe p)
    {
        int n = await p.Int(0);
        for (int i = 0; i < 4; i++) // steps
        {
#if NEVER
            n = 100;
#else
            n += i; /* up */
#endif
        }

        for (
            int i = 0; // from
            /* to */i < 4 /* here */
            ; // by
            i++ /* one */
        ) /* each */
        {
            // nothing
            n += i;
        } // done

        while /* as long as */ (n < 30) n++; return $"{n}";
    }

    private static int Next(ref int n) => ++n;

    private static int Count(int[] counts, int at) => ++counts[at];

    private static void Half(int n, out int half, int by) => half = n / by;

    private static async TroopTask<string> Text<T>(this TroopTask<T> task) => $"{await task}";

    private static void Raise(this ref int n) => n++;

    private static void RaiseTwice(this ref Meter meter)
    {
        meter.Raise();
        meter.Raise();
    }

    private interface IRaise<TValue>
    {
        TValue Value { get; }

        void Raise();
    }

    private sealed partial class Counter(int start)
    {
        private int total;
        private readonly int[] parts = [1, 2, 3];

        internal int Total => total;

        [TroopTask]
        internal async TroopTask<string> Spin(Probe p, int rounds)
        {
            int n = await p.Int(0);
            for (int i = 0; i < rounds; i++)
            {
                total += Part(i);
                n += this.parts[i % 3];
            }

            while (n < start)
            {
                n++;
            }

            int last = rounds;
            while (last > 3)
            {
                last /= 2;
            }

            return $"{n} {last}";
        }

        private int Part(int i) => parts[i % parts.Length];

        internal sealed partial class Deep<T>(T seed)
        {
            private readonly List<T> items = [];

            [TroopTask]
            internal async TroopTask<string> Spin(Probe p)
            {
                T kept = seed;
                await p.Pause();
                for (int i = 0; i < 3; i++)
                {
                    items.Add(kept);
                    kept = items[0];
                }

                return string.Join(',', items);
            }
        }
    }

    private partial struct Tally
    {
        internal int Sum;

        [TroopTask]
        internal async TroopTask<string> Spin(Probe p)
        {
            await p.Pause();
            for (int i = 0; i < 4; i++)
            {
                Sum += i;
            }

            int n = 0;
            while (n < 4)
            {
                n++;
            }

            return $"{Sum}{n}";
        }
    }

    private struct Meter : IRaise<int>
    {
        internal int Count;
        internal (int Deep, int Other) Inner;

        public int Value { readonly get; set; }

        public void Raise() => Value++;

        internal readonly int Peek() => Value * 2;

        internal void Add(in int n) => Count += n;
    }

    private readonly record struct Span2(int Length);

    private struct Truth
    {
        internal int Left;

        public static bool operator true(Truth truth) => truth.Left > 0;

        public static bool operator false(Truth truth) => truth.Left <= 0;
    }
}
