namespace Corpus;

/// <summary>Delegates, lambdas, closures, expression trees, queries.</summary>
public static partial class Lambdas
{
    [TroopTask]
    public static async TroopTask<string> AsyncInALocal(Probe p)
    {
        Func<int, TroopTask<int>> twice = async n => await p.Int(n) * 2;
        return $"{await twice(1) + await twice(await twice(2))}";
    }

    [TroopTask]
    public static async TroopTask<string> AsyncWithALoop(Probe p)
    {
        int total = 0;
        Func<int, TroopTask> count = async n =>
        {
            for (int i = 0; i < n; i++)
            {
                if (i == 1)
                {
                    continue;
                }

                total += await p.Int(i);
            }
        };
        await count(4);
        await count(2);
        return $"{total}";
    }

    [TroopTask]
    public static async TroopTask<string> AsyncPassedOn(Probe p)
    {
        return await Apply(async n => await p.Int(n + 1), 5) + await Apply(static n => TroopTask.FromResult(n), 7);

        static async TroopTask<string> Apply(Func<int, TroopTask<int>> f, int n) => $"{await f(n)};";
    }

    [TroopTask]
    public static async TroopTask<string> CapturedVariableIsShared(Probe p)
    {
        int n = 0;
        Action up = () => n++;
        up();
        await p.Int(n);
        up();
        n += 10;
        Func<int> read = () => n;
        await p.Pause();
        up();
        return $"{n} {read()}";
    }

    [TroopTask]
    public static async TroopTask<string> CapturedParameter(Probe p)
    {
        return await Of(1) + await Of(2);

        async TroopTask<string> Of(int n)
        {
            Action up = () => n += 10;
            up();
            await p.Int(n);
            up();
            return $"{n};";
        }
    }

    [TroopTask]
    public static async TroopTask<string> ClosuresOfTwoScopes(Probe p)
    {
        List<Func<string>> later = [];
        string outer = "o";
        for (int i = 0; i < 2; i++)
        {
            string inner = $"i{i}";
            later.Add(() => outer + inner);
            {
                string deep = $"d{i}";
                later.Add(() => outer + inner + deep);
                await p.Step(deep);
                inner += "'";
            }

            outer += "'";
        }

        return string.Join(",", later.Select(static f => f()));
    }

    [TroopTask]
    public static async TroopTask<string> LambdaInsideALambda(Probe p)
    {
        Func<int, Func<TroopTask<int>>> make = a =>
        {
            int b = a * 2;
            return async () =>
            {
                b++;
                return await p.Int(a + b);
            };
        };
        Func<TroopTask<int>> one = make(1);
        return $"{await one()} {await one()} {await make(5)()}";
    }

    [TroopTask]
    public static async TroopTask<string> StaticAndDiscards(Probe p)
    {
        Func<int, int, int> first = static (a, _) => a;
        Func<int, int, int> none = static (_, _) => 0;
        return $"{first(await p.Int(1), await p.Int(2))}{none(1, 2)}";
    }

    [TroopTask]
    public static async TroopTask<string> DefaultsAndParams(Probe p)
    {
        var add = (int a, int b = 10) => a + b;
        var count = (params int[] items) => items.Length;
        return $"{add(await p.Int(1))} {add(1, await p.Int(2))} {count(1, await p.Int(2), 3)} {count()}";
    }

    [TroopTask]
    public static async TroopTask<string> AttributesAndReturnTypes(Probe p)
    {
        var f = [Obsolete("an attribute")] object (int n) => n.ToString();
        var g = [return: System.Diagnostics.CodeAnalysis.NotNull] static (string? s) => s ?? "none";
        return $"{f(await p.Int(3))} {g(null)}";
    }

    [TroopTask]
    public static async TroopTask<string> RefAndOutParameters(Probe p)
    {
        Swap swap = (ref int a, out int b) =>
        {
            b = a;
            a = 9;
        };
        int x = await p.Int(1);
        swap(ref x, out int y);
        TryParse parse = (text, out n) => int.TryParse(text, out n);
        bool ok = parse(await p.Step("4"), out int z);
        return $"{x} {y} {ok} {z}";
    }

    [TroopTask]
    public static async TroopTask<string> AnonymousMethods(Probe p)
    {
        int n = await p.Int(1);
        Func<int, int> f = delegate(int a)
        {
            return a + n;
        };
        Action<int, string> ignore = delegate
        {
            n++;
        };
        ignore(1, "x");
        Func<TroopTask<int>> g = async delegate
        {
            return await p.Int(n);
        };
        return $"{f(10)} {await g()}";
    }

    [TroopTask]
    public static async TroopTask<string> MethodGroups(Probe p)
    {
        Func<int, TroopTask<int>> give = p.Int;
        Func<string, TroopTask<string>> local = Local;
        Converter<string, int> parse = int.Parse;
        List<TroopTask<int>> started = [.. new[] { 1, 2 }.Select(p.Int)];
        int sum = 0;
        foreach (TroopTask<int> task in started)
        {
            sum += await task;
        }

        return $"{await give(1)} {await local("x")} {parse("5")} {sum}";

        async TroopTask<string> Local(string s) => await p.Step(s + s);
    }

    [TroopTask]
    public static async TroopTask<string> DelegateIsReadBeforeTheArguments(Probe p)
    {
        Func<int, string> f = static n => $"first {n}";
        return f(await Change());

        async TroopTask<int> Change()
        {
            f = static n => $"second {n}";
            return await p.Int(1);
        }
    }

    [TroopTask]
    public static async TroopTask<string> MulticastAsync(Probe p)
    {
        Func<TroopTask<int>> all = async () => await p.Int(1);
        all += async () => await p.Int(2);
        int sum = 0;
        foreach (Func<TroopTask<int>> one in Delegate.EnumerateInvocationList(all))
        {
            sum += await one();
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> RecursiveLambda(Probe p)
    {
        Func<int, TroopTask<int>> factorial = null!;
        factorial = async n => n <= 1 ? 1 : n * await factorial(await p.Int(n - 1));
        return $"{await factorial(5)}";
    }

    [TroopTask]
    public static async TroopTask<string> LambdaThatSpins(Probe p)
    {
        Func<int, int> spin = static n =>
        {
            int sum = 0;
            for (int i = 0; i < n; i++)
            {
                sum ^= i;
            }

            return sum;
        };
        return $"{spin(await p.Int(5_000))}";
    }

    [TroopTask]
    public static async TroopTask<string> FaultInAnAsyncLambda(Probe p)
    {
        Func<TroopTask> fails = async () =>
        {
            await p.Pause();
            throw new FormatException("in a lambda");
        };
        try
        {
            await fails();
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> ExpressionTrees(Probe p)
    {
        int n = await p.Int(2);
        Expression<Func<int, int>> tree = x => (x * n) + 1;
        n = await p.Int(5);
        Expression<Func<string, bool>> filter = s => s.Length > 1 && s.StartsWith("a");
        return $"{tree.Compile(preferInterpretation: true)(10)} {tree.Body.NodeType} {filter.Parameters[0].Name}";
    }

    [TroopTask]
    public static async TroopTask<string> Queryable(Probe p)
    {
        int least = await p.Int(1);
        IQueryable<int> query = new[] { 1, 2, 3 }.AsQueryable().Where(x => x > least).OrderByDescending(x => x);
        return string.Join(",", query) + await p.Int(query.Count());
    }

    [TroopTask]
    public static async TroopTask<string> Query(Probe p)
    {
        string[] words = ["one", "two", "three", "four"];
        int least = await p.Int(3);
        var query =
            from word in words
            let length = word.Length
            where length >= least
            orderby length descending, word
            group word by length into byLength
            where byLength.Key > 0
            select new { byLength.Key, Words = string.Join("+", byLength) };
        return string.Join(",", query);
    }

    [TroopTask]
    public static async TroopTask<string> QueryJoinsOverAwaitedSources(Probe p)
    {
        var query =
            from a in await p.Give(new[] { 1, 2, 3 })
            from b in new[] { 10, 20 }
            join c in await p.Give(new[] { 11, 22, 13 }) on a + b equals c
            select $"{a}{b}{c}";
        return string.Join(",", query);
    }

    [TroopTask]
    public static async TroopTask<string> QueryIsLazyAndSeesChanges(Probe p)
    {
        List<int> items = [1, 2];
        int factor = 10;
        IEnumerable<int> query = from item in items select p.Note(item) * factor;
        items.Add(3);
        factor = await p.Int(100);
        return string.Join(",", query);
    }

    [TroopTask]
    public static async TroopTask<string> NaturalTypes(Probe p)
    {
        var give = async TroopTask<int> (int n) => await Give(p, n);
        var text = static () => "text";
        object boxed = (int a) => a;
        return $"{await give(3)}{text()}{boxed is Func<int, int>}";

        static async TroopTask<int> Give(Probe p, int n) => await p.Int(n);
    }

    [TroopTask]
    public static async TroopTask<string> LoopVariablesAndRefLocalsInSyncLambdas(Probe p)
    {
        int[] items = [1, 2, 3];
        Action<int> twice = by =>
        {
            foreach (ref int item in items.AsSpan())
            {
                item *= by;
            }
        };
        twice(await p.Int(2));
        items = [await p.Int(7)];
        twice(3);
        return string.Join(",", items);
    }

    [TroopTask]
    public static async TroopTask<string> AsyncLambdaOfThePlatform(Probe p)
    {
        int total = 0;
        Func<int, Task<int>> add = async n =>
        {
            for (int i = 0; i < n; i++)
            {
                total += await p.Foreign(i);
            }

            return total;
        };
        return $"{await add(3)} {await add(2)}";
    }

    private delegate void Swap(ref int a, out int b);

    private delegate bool TryParse(string text, out int n);
}
