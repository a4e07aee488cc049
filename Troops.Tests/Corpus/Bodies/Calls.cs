namespace Corpus;

/// <summary>Arguments of every kind, overloads, generics, interfaces, operators, extensions.</summary>
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

    [TroopTask]
    public static TroopTask<string> NotAsyncAtAll(Probe p) => p.Step("direct");

    [TroopTask]
    public static async TroopTask<string> NoAwaitAtAll(Probe p) => $"{p.Note(1)}";

    [TroopTask]
    public static async TroopTask<string> GenericTasks(Probe p) =>
        $"{await Echo(p, 1)} {await Echo(p, "s")} {await Echo<object>(p, 'c')} {(await Make<StringBuilder>(p)).Length} {await Max(p, 3, 7)}";

    [TroopTask]
    public static async TroopTask<string> GenericMath(Probe p) => $"{await SumOf(p, 1, 2, 3)} {await SumOf(p, 1m, 2m)} {await SumOf<byte>(p, 200, 50)}";

    [TroopTask]
    public static async TroopTask<string> StaticAbstractMembers(Probe p) => await NameOf<First>(p) + await NameOf<Second>(p);

    [TroopTask]
    public static async TroopTask<string> InterfaceCalls(Probe p)
    {
        INamed a = new First();
        INamed b = new Second();
        return await a.Name(p) + await b.Name(p) + await a.Twice(p) + await b.Twice(p);
    }

    [TroopTask]
    public static async TroopTask<string> ConstrainedCallsOnAStruct(Probe p)
    {
        Second second = new();
        string seen = await Use(p, second) + await Use(p, second);
        return seen + second.Calls;
    }

    [TroopTask]
    public static async TroopTask<string> VirtualAndBaseCalls(Probe p)
    {
        Animal animal = new Dog();
        return await animal.Speak(p) + await new Animal().Speak(p) + await ((Dog)animal).SpeakTwice(p);
    }

    [TroopTask]
    public static async TroopTask<string> UserDefinedOperators(Probe p)
    {
        Money a = new(await p.Int(5));
        Money sum = a + await p.Give(new Money(3)) - new Money(1);
        sum += new Money(await p.Int(10));
        sum++;
        bool more = sum > a && await p.Bool(true);
        int number = (int)sum + await p.Int(1);
        Money implicitly = await p.Int(2);
        return $"{sum.Cents} {more} {number} {implicitly.Cents} {(sum ? "true" : "false")} {(-a).Cents}";
    }

    [TroopTask]
    public static async TroopTask<string> UserDefinedShortCircuit(Probe p)
    {
        Money zero = new(0);
        Money one = new(1);
        return $"{(zero && await p.Give(one)).Cents} {(one || await p.Give(zero)).Cents} {(one && await p.Give(zero)).Cents}";
    }

    [TroopTask]
    public static async TroopTask<string> UserDefinedCompoundAssignment(Probe p)
    {
        Tally tally = new();
        Tally same = tally;
        tally += await p.Int(5);
        tally += 2;
        return $"{same.Total} {ReferenceEquals(tally, same)}";
    }

    [TroopTask]
    public static async TroopTask<string> CheckedOperators(Probe p)
    {
        Money most = new(int.MaxValue);
        try
        {
            return $"{checked(most + await p.Give(new Money(1))).Cents}";
        }
        catch (OverflowException)
        {
            return $"overflow {unchecked(most + await p.Give(new Money(1))).Cents}";
        }
    }

    [TroopTask]
    public static async TroopTask<string> ExtensionMethods(Probe p) =>
        await "a".Repeat(p, await p.Int(3)) + await (await p.Step("b")).Repeat(p, 1) + await CallsExtensions.Repeat("c", p, 2);

    [TroopTask]
    public static async TroopTask<string> ExtensionBlocks(Probe p) =>
        await "ab".Backwards(p) + await string.Fixed(p) + "abc".Middle + await new List<int> { 1, 2 }.SumTask(p);

    [TroopTask]
    public static async TroopTask<string> ExtensionGetAwaiter(Probe p)
    {
        string a = await 3;
        string b = await (await p.Int(4));
        return a + b;
    }

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

    [TroopTask]
    private static async TroopTask<T> Echo<T>(Probe p, T value)
    {
        T copy = value;
        for (int i = 0; i < 2; i++)
        {
            copy = await p.Give(copy);
        }

        return copy;
    }

    [TroopTask]
    private static async TroopTask<T> Make<T>(Probe p)
        where T : class, new()
    {
        await p.Pause();
        return new T();
    }

    [TroopTask]
    private static async TroopTask<T> Max<T>(Probe p, T a, T b)
        where T : struct, IComparable<T> => a.CompareTo(await p.Give(b)) > 0 ? a : b;

    [TroopTask]
    private static async TroopTask<T> SumOf<T>(Probe p, params T[] items)
        where T : INumber<T>
    {
        T sum = T.Zero;
        foreach (T item in items)
        {
            sum += await p.Give(item) * T.One;
        }

        return sum;
    }

    [TroopTask]
    private static async TroopTask<string> NameOf<T>(Probe p)
        where T : INamed, new() => T.Kind + await T.Create(p) + await new T().Name(p);

    [TroopTask]
    private static async TroopTask<string> Use<T>(Probe p, T named)
        where T : INamed => await named.Name(p) + await named.Name(p);

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

    private interface INamed
    {
        static abstract string Kind { get; }

        static virtual async TroopTask<string> Create(Probe p) => await p.Step("default");

        TroopTask<string> Name(Probe p);

        async TroopTask<string> Twice(Probe p) => await Name(p) + await Name(p);
    }

    private sealed partial class First : INamed
    {
        public static string Kind => "first";

        [TroopTask]
        async TroopTask<string> INamed.Name(Probe p) => await p.Step("one") + GetType().Name;
    }

    private partial struct Second : INamed
    {
        public static string Kind => "second";

        public int Calls { get; private set; }

        [TroopTask]
        public static async TroopTask<string> Create(Probe p) => await p.Step("created");

        [TroopTask]
        public async TroopTask<string> Name(Probe p)
        {
            Calls++;
            int before = Calls;
            await p.Pause();
            Calls += 10;
            return $"two{before}{Calls}";
        }
    }

    private partial class Animal
    {
        [TroopTask]
        public virtual async TroopTask<string> Speak(Probe p) => await p.Step("...");
    }

    private sealed partial class Dog : Animal
    {
        [TroopTask]
        public override async TroopTask<string> Speak(Probe p) => await base.Speak(p) + await p.Step("wuff");

        [TroopTask]
        public async TroopTask<string> SpeakTwice(Probe p)
        {
            Func<TroopTask<string>> inherited = () => base.Speak(p);
            return await Speak(p) + await base.Speak(p) + await inherited();
        }
    }

    private readonly struct Money(int cents)
    {
        public int Cents => cents;

        public static Money operator +(Money a, Money b) => new(unchecked(a.Cents + b.Cents));

        public static Money operator checked +(Money a, Money b) => new(checked(a.Cents + b.Cents));

        public static Money operator -(Money a, Money b) => new(a.Cents - b.Cents);

        public static Money operator -(Money a) => new(-a.Cents);

        public static Money operator ++(Money a) => new(a.Cents + 1);

        public static Money operator &(Money a, Money b) => new(a.Cents & b.Cents);

        public static Money operator |(Money a, Money b) => new(a.Cents | b.Cents);

        public static bool operator >(Money a, Money b) => a.Cents > b.Cents;

        public static bool operator <(Money a, Money b) => a.Cents < b.Cents;

        public static bool operator true(Money a) => a.Cents != 0;

        public static bool operator false(Money a) => a.Cents == 0;

        public static implicit operator Money(int cents) => new(cents);

        public static explicit operator int(Money money) => money.Cents;
    }

    private sealed class Tally
    {
        public int Total { get; private set; }

        public void operator +=(int n) => Total += n;
    }
}

public static partial class CallsExtensions
{
    extension(string text)
    {
        public string Middle => text[(text.Length / 2)..][..1];

        [TroopTask]
        public async TroopTask<string> Backwards(Probe p)
        {
            string back = "";
            foreach (char c in text)
            {
                back = await p.Give(c) + back;
            }

            return back;
        }

        [TroopTask]
        public static async TroopTask<string> Fixed(Probe p) => await p.Step("fixed");
    }

    extension<T>(List<T> items)
        where T : INumber<T>
    {
        [TroopTask]
        public async TroopTask<T> SumTask(Probe p)
        {
            T sum = T.Zero;
            foreach (T item in items)
            {
                sum += await p.Give(item);
            }

            return sum;
        }
    }

    [TroopTask]
    public static async TroopTask<string> Repeat(this string text, Probe p, int times)
    {
        string all = "";
        for (int i = 0; i < times; i++)
        {
            all += await p.Step(text);
        }

        return all;
    }

    public static Awaiter GetAwaiter(this int n) => new(n);

    public readonly struct Awaiter(int n) : INotifyCompletion
    {
        public bool IsCompleted => true;

        public string GetResult() => $"<{n}>";

        public void OnCompleted(Action continuation) => throw new NotSupportedException();
    }
}
