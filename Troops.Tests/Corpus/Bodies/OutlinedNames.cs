namespace Corpus;

/// <summary>What else such loops refer to: closures, functions, objects, types, names.</summary>
public static partial class OutlinedNames
{
    private const int Long = 3_000;

    private static int total;

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
            sum +=
                numbers.Count(static n => n % 2 == 0)
                + numbers
                    .Where(n => n > 1)
                    .Select(n =>
                    {
                        int m = n;
                        while (m > 2)
                            m--;
                        return m;
                    })
                    .Sum();
        }

        return $"{sum}";
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

    private static async TroopTask<string> Text<T>(this TroopTask<T> task) => $"{await task}";

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
}
