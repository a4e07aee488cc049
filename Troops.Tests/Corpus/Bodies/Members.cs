namespace Corpus;

/// <summary>Where a task may stand: in classes, structs, records, generic and nested types, with primary constructors, partial, with <c>field</c>.</summary>
public static partial class Members
{
    [TroopTask]
    public static async TroopTask<string> InstanceOfAClass(Probe p)
    {
        Account account = new(p) { Balance = 10 };
        int a = await account.Deposit(5);
        int b = await account.Deposit(await p.Int(1));
        return $"{a} {b} {account.Balance}";
    }

    [TroopTask]
    public static async TroopTask<string> StructMutatesItself(Probe p)
    {
        Meter meter = new() { Value = 1 };
        int a = await meter.Raise(p);
        int b = await meter.Raise(p);
        return $"{a} {b} {meter.Value}";
    }

    [TroopTask]
    public static async TroopTask<string> StructMutatedThroughAnArray(Probe p)
    {
        Meter[] meters = new Meter[1];
        int a = await meters[0].Raise(p);
        int b = await meters[0].Raise(p);
        return $"{a} {b} {meters[0].Value}";
    }

    [TroopTask]
    public static async TroopTask<string> StructMutatesItselfBeforeTheFirstAwaitOnly(Probe p)
    {
        Meter meter = default;
        TroopTask<int> task = meter.SetThenWait(p, 5);
        int between = meter.Value;
        int result = await task;
        return $"{between} {result} {meter.Value}";
    }

    [TroopTask]
    public static async TroopTask<string> StructReplacesThis(Probe p)
    {
        Meter meter = new() { Value = 3 };
        int seen = await meter.Replace(p);
        return $"{seen} {meter.Value}";
    }

    [TroopTask]
    public static async TroopTask<string> ReadonlyStruct(Probe p)
    {
        Spot spot = new(2, 3);
        return $"{await spot.Product(p)} {await new Spot(4, 5).Product(p)}";
    }

    [TroopTask]
    public static async TroopTask<string> Records(Probe p)
    {
        Shape shape = new Square("s", 3);
        Shape other = shape with { Name = await p.Step("t") };
        return $"{await shape.Describe(p)} {await other.Describe(p)}";
    }

    [TroopTask]
    public static async TroopTask<string> RecordStruct(Probe p)
    {
        Span span = new(1, 4);
        return $"{await span.Length(p)} {await (span with { To = 10 }).Length(p)}";
    }

    [TroopTask]
    public static async TroopTask<string> GenericType(Probe p)
    {
        Stack<int> numbers = new();
        await numbers.Push(p, 1);
        await numbers.Push(p, 2);
        Stack<string> words = new();
        await words.Push(p, "a");
        return $"{await numbers.Pop(p)} {await words.Pop(p)} {await Stack<char>.Of(p, 'x')} {await numbers.Map(p, static n => $"<{n}>")}";
    }

    [TroopTask]
    public static async TroopTask<string> NestedInAGenericType(Probe p)
    {
        Stack<int>.Inner<string> inner = new();
        return await inner.Both(p, 1, "b");
    }

    [TroopTask]
    public static async TroopTask<string> PrimaryConstructorParametersAreMutable(Probe p)
    {
        Service service = new(p, "s", 1);
        return await service.Next() + await service.Next() + service.Count;
    }

    [TroopTask]
    public static async TroopTask<string> ParameterNamedAsAField(Probe p)
    {
        Shadow shadow = new();
        return $"{await shadow.Set(p, 5)} {await shadow.Get(p)}";
    }

    [TroopTask]
    public static async TroopTask<string> FieldKeyword(Probe p)
    {
        Lazy lazy = new(p);
        lazy.Name = await p.Step(" padded ");
        return $"[{lazy.Name}] {await lazy.Task} {await lazy.Task}";
    }

    [TroopTask]
    public static async TroopTask<string> PartialMethods(Probe p) => await PartialTask(p, 2) + await new PartialType().Value(p);

    [TroopTask]
    public static async TroopTask<string> StaticState(Probe p)
    {
        Registry.Names.Clear();
        await Registry.Register(p, "a");
        await Registry.Register(p, "b");
        return string.Join(",", Registry.Names);
    }

    [TroopTask]
    public static async TroopTask<string> ExplicitImplementationOfAGenericInterface(Probe p)
    {
        Both both = new();
        return await ((ISource<int>)both).Get(p) + await ((ISource<string>)both).Get(p);
    }

    [TroopTask]
    public static async TroopTask<string> OverridesWithNarrowerCallers(Probe p)
    {
        Shape[] shapes = [new Square("a", 1), new Circle("b")];
        string seen = "";
        foreach (Shape shape in shapes)
        {
            seen += await shape.Describe(p) + ";";
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> NewHidesTheInherited(Probe p)
    {
        Derived derived = new();
        Base same = derived;
        return await derived.Name(p) + await same.Name(p) + await derived.Inherited(p);
    }

    [TroopTask]
    public static async TroopTask<string> ThisIsKeptInAnAsyncLambda(Probe p)
    {
        Account account = new(p) { Balance = 1 };
        Func<int, TroopTask> later = account.Later();
        await later(2);
        await later(3);
        return $"{account.Balance}";
    }

    [TroopTask]
    public static async TroopTask<string> ConstructorStartsATask(Probe p)
    {
        Started started = new(p);
        p.Say("constructed");
        return await started.Task;
    }

    [TroopTask]
    public static async TroopTask<string> OperatorsAndConversionsThatReturnTasks(Probe p)
    {
        Recipe soup = new("soup");
        return await (soup + p) + await soup[p, 2];
    }

    [TroopTask, NoCopy("a copy stands in another file, which cannot name a file-local type")]
    public static async TroopTask<string> FileLocalTypes(Probe p)
    {
        Hidden hidden = new();
        return await hidden.Name(p);
    }

    [TroopTask]
    private static partial TroopTask<string> PartialTask(Probe p, int n);

    private static async partial TroopTask<string> PartialTask(Probe p, int n)
    {
        string seen = "";
        for (int i = 0; i < n; i++)
        {
            seen += await p.Int(i);
        }

        return seen;
    }

    private sealed partial class Account(Probe p)
    {
        public int Balance;

        [TroopTask]
        public async TroopTask<int> Deposit(int amount)
        {
            Balance += amount;
            int seen = this.Balance;
            await p.Int(seen);
            this.Balance += 100;
            return seen;
        }

        public Func<int, TroopTask> Later() =>
            async n =>
            {
                Balance += n;
                await Deposit(n);
            };
    }

    private partial struct Meter
    {
        public int Value;

        [TroopTask]
        public async TroopTask<int> Raise(Probe p)
        {
            Value++;
            int before = Value;
            await p.Pause();
            Value += 10;
            return (before * 1000) + Value;
        }

        [TroopTask]
        public async TroopTask<int> SetThenWait(Probe p, int value)
        {
            Value = value;
            await TroopTask.Yield();
            Value = 99;
            return await p.Int(Value);
        }

        [TroopTask]
        public async TroopTask<int> Replace(Probe p)
        {
            this = new Meter { Value = Value + 1 };
            await p.Int(Value);
            this = default;
            return Value;
        }
    }

    private readonly partial struct Spot(int x, int y)
    {
        [TroopTask]
        public async TroopTask<int> Product(Probe p) => await p.Int(x) * await p.Int(y);
    }

    private abstract partial record Shape(string Name)
    {
        [TroopTask]
        public virtual async TroopTask<string> Describe(Probe p) => await p.Step(Name);
    }

    private sealed partial record Square(string Name, int Side) : Shape(Name)
    {
        [TroopTask]
        public override async TroopTask<string> Describe(Probe p) => await base.Describe(p) + await p.Int(Side);
    }

    private sealed partial record Circle(string Name) : Shape(Name);

    private readonly partial record struct Span(int From, int To)
    {
        [TroopTask]
        public async TroopTask<int> Length(Probe p)
        {
            int length = 0;
            for (int i = From; i < To; i++)
            {
                length++;
            }

            return await p.Int(length);
        }
    }

    private sealed partial class Stack<T>
    {
        private readonly List<T> items = [];

        [TroopTask]
        public static async TroopTask<string> Of(Probe p, T item) => $"{typeof(T).Name} {await p.Give(item)}";

        [TroopTask]
        public async TroopTask Push(Probe p, T item) => items.Add(await p.Give(item));

        [TroopTask]
        public async TroopTask<T> Pop(Probe p)
        {
            T top = items[^1];
            items.RemoveAt(items.Count - 1);
            return await p.Give(top);
        }

        [TroopTask]
        public async TroopTask<string> Map<R>(Probe p, Func<T, R> map)
            where R : notnull
        {
            string all = "";
            foreach (T item in items)
            {
                all += await p.Give(map(item));
            }

            return all;
        }

        public sealed partial class Inner<U>
        {
            [TroopTask]
            public async TroopTask<string> Both(Probe p, T first, U second) => $"{await p.Give(first)}{await p.Give(second)}{typeof(U).Name}";
        }
    }

    private sealed partial class Service(Probe p, string name, int count)
    {
        public int Count => count;

        [TroopTask]
        public async TroopTask<string> Next()
        {
            count++;
            string before = name + count;
            await p.Step(before);
            name += "'";
            count += 10;
            return before + name;
        }
    }

    private sealed partial class Shadow
    {
        private int value = 1;

        [TroopTask]
        public async TroopTask<string> Set(Probe p, int value)
        {
            int before = this.value;
            this.value = await p.Int(value);
            value++;
            return $"{before}{this.value}{value}";
        }

        [TroopTask]
        public async TroopTask<int> Get(Probe p)
        {
            {
                int value = await p.Int(50);
                p.Say(value);
            }

            return value;
        }
    }

    private sealed partial class Lazy(Probe p)
    {
        public string Name
        {
            get;
            set => field = value.Trim();
        } = "";

        public TroopTask<int> Task
        {
            get
            {
                field = Make();
                return field;
            }
        }

        [TroopTask]
        private async TroopTask<int> Make() => await p.Int(Name.Length);
    }

    private sealed partial class PartialType
    {
        [TroopTask]
        public partial TroopTask<string> Value(Probe p);
    }

    private sealed partial class PartialType
    {
        public async partial TroopTask<string> Value(Probe p) => await p.Step("partial");
    }

    private static partial class Registry
    {
        public static List<string> Names { get; } = [];

        [TroopTask]
        public static async TroopTask Register(Probe p, string name)
        {
            Names.Add(name);
            await p.Pause();
            Names.Add(name + name);
        }
    }

    private interface ISource<T>
    {
        TroopTask<string> Get(Probe p);
    }

    private sealed partial class Both : ISource<int>, ISource<string>
    {
        [TroopTask]
        async TroopTask<string> ISource<int>.Get(Probe p) => await p.Step("int");

        [TroopTask]
        async TroopTask<string> ISource<string>.Get(Probe p) => await p.Step("string");
    }

    private partial class Base
    {
        [TroopTask]
        public async TroopTask<string> Name(Probe p) => await p.Step("base");

        [TroopTask]
        protected async TroopTask<string> Hidden(Probe p) => await Name(p);
    }

    private sealed partial class Derived : Base
    {
        [TroopTask]
        public new async TroopTask<string> Name(Probe p) => await p.Step("derived");

        [TroopTask]
        public async TroopTask<string> Inherited(Probe p) => await base.Name(p) + await Hidden(p) + await this.Name(p);
    }

    private sealed partial class Started
    {
        public Started(Probe p) => Task = Run(p);

        public TroopTask<string> Task { get; }

        [TroopTask]
        private static async TroopTask<string> Run(Probe p) => await p.Step("ran") + await p.Step("on");
    }

    private sealed partial record Recipe(string Name)
    {
        public TroopTask<string> this[Probe p, int n] => Cook(p, n);

        public static TroopTask<string> operator +(Recipe recipe, Probe p) => recipe.Cook(p, 1);

        [TroopTask]
        private async TroopTask<string> Cook(Probe p, int n) => $"{Name}{await p.Int(n)}";
    }
}

file sealed partial class Hidden
{
    [TroopTask]
    public async TroopTask<string> Name(Probe p) => await p.Step("file");
}
