namespace Troops.Tests.Laws;

/// <summary>
/// Bodies as users write them. Law 7 compares each with itself as a plain <c>async Task</c>: the test replaces the one word in the text of these files and compiles it again. So here
/// stands nothing but C# that both kinds understand, and each body awaits what it starts before it starts more: the order in which siblings run is not the law's business.
/// </summary>
internal static partial class Bodies
{
    public static async TroopTask<object?> Nothing(List<string> trace) => await TroopTask.FromResult<object?>(null);

    public static async TroopTask<object?> Values(List<string> trace)
    {
        int a = await Inline(1);
        int b = await Late(2);
        trace.Add($"{a} {b}");
        return a + b + (await Late(3) * await Inline(4));
    }

    public static async TroopTask<object?> StackSpill(List<string> trace) =>
        string.Join(',', await Late("a"), Note(trace, "middle"), await Inline("b"), await Late("c")) + new string('x', await Late(3))[await Late(1)];

    public static async TroopTask<object?> Patterns(List<string> trace)
    {
        object?[] values = [1, "two", null, new[] { 3, 4 }, (5, "six"), 7.5];
        foreach (object? value in values)
        {
            trace.Add(
                await Late(value) switch
                {
                    int i when i > await Task.FromResult(0) => $"int {i}",
                    string { Length: > 2 } s => $"string {s}",
                    null => "null",
                    int[] and [var first, ..] => $"array {first}",
                    (int a, string b) => $"{a}{b}",
                    _ => "other",
                }
            );
        }

        return await Late((object)"s") is string { Length: 1 } text ? text : "none";
    }

    public static async TroopTask<object?> Generics(List<string> trace)
    {
        trace.Add($"{await Twice(1)} {await Twice("s")} {await Twice((1, 'c'))} {await new Pair<int, string>(1, "b").Swap()}");
        return typeof(Pair<int, string>).Name;

        static async TroopTask<(T, T)> Twice<T>(T value) => (await Late(value), await Inline(value));
    }

    public static async TroopTask<object?> StructsAreCopied(List<string> trace)
    {
        Counter counter = new() { Value = 1 };
        int first = await counter.Increment();
        trace.Add($"{first} {counter.Value}");
        Counter other = counter;
        counter.Value = await Late(10);
        return $"{other.Value} {counter.Value}";
    }

    public static async TroopTask<object?> Closures(List<string> trace)
    {
        List<Func<TroopTask<int>>> later = [];
        int shared = 0;
        for (int i = 0; i < 3; i++)
        {
            int mine = i;
            later.Add(async () =>
            {
                shared += await Late(mine);
                return mine;
            });
        }

        foreach (Func<TroopTask<int>> run in later)
        {
            trace.Add($"{await run()}");
        }

        return shared;
    }

    public static async TroopTask<object?> LocalFunctions(List<string> trace)
    {
        int depth = 0;
        int result = await Fibonacci(10);
        return $"{result} {depth}";

        async TroopTask<int> Fibonacci(int n)
        {
            depth = Math.Max(depth, 10 - n);
            return n < 2 ? await (n == 0 ? Late(0) : Inline(1)) : await Fibonacci(n - 1) + await Fibonacci(n - 2);
        }
    }

    public static async TroopTask<object?> Assignments(List<string> trace)
    {
        int[] array = [1, 2, 3];
        array[await Late(1)] += await Inline(10);
        array[array[0] + await Late(0)] *= await Late(2);
        string? text = null;
        text ??= await Late("set");
        text ??= Note(trace, "not evaluated");
        (array[0], array[2]) = (await Late(7), await Inline(8));
        return $"{string.Join(',', array)} {text} {(await Late(true) || Note(trace, "nor this") == "")}";
    }

    public static async TroopTask<object?> Initializers(List<string> trace)
    {
        List<int> list = [await Late(1), .. new[] { await Inline(2) }, await Late(3)];
        var anonymous = new { A = await Late("a"), B = await Inline(2) };
        Pair<int, int> pair = new(await Late(1), await Late(2));
        return $"{string.Join(',', list)} {anonymous} {pair with { First = await Late(9) }}";
    }

    public static async TroopTask<object?> Instances(List<string> trace)
    {
        Derived derived = new(trace);
        await derived.Run();
        return derived.Done;
    }

    private static async TroopTask<T> Late<T>(T value)
    {
        await TroopTask.Yield();
        return value;
    }

#pragma warning disable CS1998 // A body without an await is a body too.
    private static async TroopTask<T> Inline<T>(T value) => value;
#pragma warning restore CS1998

    private static async TroopTask Throws(string message, bool late)
    {
        if (late)
        {
            await TroopTask.Yield();
        }

        throw new FormatException(message);
    }

    private static string Note(List<string> trace, string text)
    {
        trace.Add(text);
        return text;
    }

    private sealed record Pair<T1, T2>(T1 First, T2 Second)
    {
        internal async TroopTask<Pair<T2, T1>> Swap() => new(await Late(Second), await Late(First));
    }

    private struct Counter
    {
        internal int Value;

        /// <summary>Works on a copy: so does every async method of a struct.</summary>
        internal async TroopTask<int> Increment()
        {
            Value++;
            await Late(0);
            return ++Value;
        }
    }

    private sealed class Noted(List<string> trace, string name) : IDisposable, IAsyncDisposable
    {
        public void Dispose() => trace.Add($"{name} disposed");

        public async ValueTask DisposeAsync()
        {
            await Task.CompletedTask;
            trace.Add($"{name} disposed later");
        }
    }

    private abstract class Base(List<string> trace)
    {
        internal bool Done { get; private set; }

        internal virtual async TroopTask Run()
        {
            trace.Add("base");
            await Late(0);
            Done = true;
        }
    }

    private sealed class Derived(List<string> trace) : Base(trace)
    {
        private readonly List<string> trace = trace;

        internal override async TroopTask Run()
        {
            trace.Add("derived");
            await base.Run();
            trace.Add(await Late("after base"));
        }
    }
}
