namespace Troops.Tests.Laws;

/// <summary>
/// Bodies as users write them. Law 7 compares each with itself as a plain <c>async Task</c>: the test replaces the one word in this file's text and compiles it again. So here
/// stands nothing but C# that both kinds understand, and each body awaits what it starts before it starts more: the order in which siblings run is not the law's business.
/// </summary>
internal static class Bodies
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

    public static async TroopTask<object?> ForLoop(List<string> trace)
    {
        int sum = 0;
        for (int i = 0; i < 20; i++)
        {
            if (i % 5 == 4)
            {
                continue;
            }

            sum += i % 2 == 0 ? await Late(i) : await Inline(i);
            if (sum > 60)
            {
                break;
            }
        }

        return sum;
    }

    public static async TroopTask<object?> WhileAndDo(List<string> trace)
    {
        int n = 0;
        while (await Late(n) < 5)
        {
            n++;
        }

        do
        {
            n += 10;
        } while (await Inline(n) < 40);
        return n;
    }

    public static async TroopTask<object?> ForeachOverAStruct(List<string> trace)
    {
        List<int> items = [1, 2, 3];
        foreach (int item in items)
        {
            trace.Add($"{await Late(item)}");
        }

        foreach ((string key, int value) in new Dictionary<string, int> { ["k"] = 1 })
        {
            trace.Add($"{key}{await Late(value)}");
        }

        return items.Count;
    }

    public static async TroopTask<object?> NestedFinally(List<string> trace)
    {
        try
        {
            try
            {
                trace.Add("body");
                await Late(0);
            }
            finally
            {
                await Late(0);
                trace.Add("inner finally");
            }
        }
        finally
        {
            trace.Add("outer finally");
            await Inline(0);
        }

        return "after";
    }

    public static async TroopTask<object?> ReturnFromTry(List<string> trace)
    {
        foreach (int i in new[] { 1, 2, 3 })
        {
            try
            {
                if (await Late(i) == 2)
                {
                    return $"left at {i}";
                }
            }
            finally
            {
                trace.Add($"finally {i}");
                await Late(0);
            }
        }

        return "not here";
    }

    public static async TroopTask<object?> CatchAndAwait(List<string> trace)
    {
        try
        {
            await Throws("one", late: true);
        }
        catch (FormatException e) when (Note(trace, "filter") == "filter" && e.Message == "one")
        {
            trace.Add(await Late("in catch"));
        }

        try
        {
            await Throws("two", late: false);
        }
        catch (Exception e)
        {
            trace.Add(e.GetType().Name + await Late(e.Message));
        }
        finally
        {
            trace.Add(await Late("in finally"));
        }

        return trace.Count;
    }

    public static async TroopTask<object?> RethrowFromCatch(List<string> trace)
    {
        try
        {
            await Throws("deep", late: true);
        }
        catch (FormatException)
        {
            trace.Add("seen");
            await Late(0);
            throw;
        }

        return null;
    }

    public static async TroopTask<object?> ThrowBeforeSuspension(List<string> trace)
    {
        trace.Add("start");
        if (trace.Count == 1)
        {
            throw new InvalidOperationException("at once");
        }

        return await Late(0);
    }

    public static async TroopTask<object?> ThrowFromFinally(List<string> trace)
    {
        try
        {
            await Throws("lost", late: false);
        }
        finally
        {
            trace.Add("finally");
            await Late(0);
            await Throws("wins", late: true);
        }

        return null;
    }

    public static async TroopTask<object?> FilterThatIsFalse(List<string> trace)
    {
        try
        {
            try
            {
                await Throws("x", late: true);
            }
            catch (FormatException) when (Note(trace, "asked") == "no")
            {
                trace.Add("not here");
            }
        }
        catch (FormatException)
        {
            trace.Add("outer");
        }

        return trace.Count;
    }

    public static async TroopTask<object?> Cancellation(List<string> trace)
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        try
        {
            await Check(source.Token);
        }
        catch (OperationCanceledException e)
        {
            trace.Add($"cancelled {e.CancellationToken == source.Token}");
        }

        await Check(source.Token);
        return null;

        static async TroopTask Check(CancellationToken token)
        {
            await Late(0);
            token.ThrowIfCancellationRequested();
        }
    }

    public static async TroopTask<object?> Usings(List<string> trace)
    {
        using Noted outer = new(trace, "outer");
        await using (new Noted(trace, "block"))
        {
            trace.Add(await Late("inside"));
        }

        await using Noted last = new(trace, "last");
        return await Late("returned");
    }

    public static async TroopTask<object?> UsingAndException(List<string> trace)
    {
        await using Noted outer = new(trace, "outer");
        using Noted inner = new(trace, "inner");
        await Throws("through usings", late: true);
        return null;
    }

    public static async TroopTask<object?> AsyncStreams(List<string> trace)
    {
        int sum = 0;
        await foreach (int item in Stream(trace, 5))
        {
            if (item == 3)
            {
                break;
            }

            sum += await Late(item);
        }

        return sum;

        static async IAsyncEnumerable<int> Stream(List<string> trace, int count)
        {
            try
            {
                for (int i = 0; i < count; i++)
                {
                    await Task.CompletedTask;
                    yield return i;
                }
            }
            finally
            {
                trace.Add("stream closed");
            }
        }
    }

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

    public static async TroopTask<object?> StartedBeforeAwaited(List<string> trace)
    {
        TroopTask<int> a = Late(1);
        TroopTask<int> b = Inline(2);
        TroopTask failing = Throws("kept", late: false);
        trace.Add($"{await b + await a}");
        int[] all = await TroopTask.WhenAll([Late(1), Inline(2), Late(3)]);
        try
        {
            await failing;
        }
        catch (FormatException e)
        {
            trace.Add(e.Message);
        }

        return string.Join(',', all);
    }

    public static async TroopTask<object?> Switches(List<string> trace)
    {
        for (int i = 0; i < 4; i++)
        {
            switch (await Late(i))
            {
                case 0:
                    trace.Add("zero");
                    break;
                case 1:
                    await Late(0);
                    goto case 3;
                case 3:
                    trace.Add($"three or {i}");
                    break;
                default:
                    trace.Add("default");
                    continue;
            }
        }

        return trace.Count;
    }

    public static async TroopTask<object?> Instances(List<string> trace)
    {
        Derived derived = new(trace);
        await derived.Run();
        return derived.Done;
    }

    public static async TroopTask<object?> ForeignAwaits(List<string> trace)
    {
        trace.Add($"{await Task.FromResult(1)} {await new ValueTask<int>(2)} {await Task.Run(static () => 3).ConfigureAwait(false)}");
        await Task.Yield();
        Task failed = Task.FromException(new FormatException("foreign"));
        await failed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await Task.WhenAll(failed, Task.FromException(new ArgumentException("second")));
        }
        catch (FormatException e)
        {
            trace.Add(e.Message);
        }

        await failed;
        return null;
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
