namespace Corpus;

/// <summary>Who is called: generics, interfaces, static abstract members, virtual methods, operators, extensions.</summary>
public static partial class Dispatch
{
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
        await "a".Repeat(p, await p.Int(3)) + await (await p.Step("b")).Repeat(p, 1) + await DispatchExtensions.Repeat("c", p, 2);

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

public static partial class DispatchExtensions
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
