namespace Corpus;

/// <summary>Functions inside of bodies.</summary>
public static partial class LocalFunctions
{
    [TroopTask]
    public static async TroopTask<string> Static(Probe p)
    {
        return $"{await Add(p, 1, await p.Int(2))}";

        static async TroopTask<int> Add(Probe p, int a, int b) => await p.Int(a) + b;
    }

    [TroopTask]
    public static async TroopTask<string> ChangesTheLocalsAround(Probe p)
    {
        int n = 0;
        await Up(1);
        n *= 10;
        await Up(2);
        Down();
        return $"{n}";

        async TroopTask Up(int by)
        {
            n += by;
            await p.Int(n);
            n += by;
        }

        void Down() => n--;
    }

    [TroopTask]
    public static async TroopTask<string> Generic(Probe p)
    {
        return $"{await Pair(1, "a")} {await Pair('c', 2.5m)}";

        async TroopTask<(A, B)> Pair<A, B>(A a, B b)
            where B : notnull
        {
            (A, B) pair = (await p.Give(a), b);
            return (pair.Item1, await p.Give(pair.Item2));
        }
    }

    [TroopTask]
    public static async TroopTask<string> Recursive(Probe p)
    {
        return $"{await Fibonacci(6)}";

        async TroopTask<int> Fibonacci(int n) => n < 2 ? await p.Int(n) : await Fibonacci(n - 1) + await Fibonacci(n - 2);
    }

    [TroopTask]
    public static async TroopTask<string> MutuallyRecursive(Probe p)
    {
        return $"{await Even(5)} {await Even(4)}";

        async TroopTask<bool> Even(int n) => n == 0 || await Odd(await p.Int(n - 1));

        async TroopTask<bool> Odd(int n) => n != 0 && await Even(await p.Int(n - 1));
    }

    [TroopTask]
    public static async TroopTask<string> Iterator(Probe p)
    {
        int step = 1;
        IEnumerable<int> items = Count();
        step = await p.Int(2);
        return string.Join(",", items);

        IEnumerable<int> Count()
        {
            for (int i = 0; i < 5; i += step)
            {
                yield return i;
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> NestedTwice(Probe p)
    {
        string seen = "";
        await Outer(2);
        return seen;

        async TroopTask Outer(int n)
        {
            for (int i = 0; i < n; i++)
            {
                await Inner(i);
            }

            async TroopTask Inner(int i) => seen += $"{n}{await p.Int(i)}{Deep()}";

            string Deep() => $"{n};";
        }
    }

    [TroopTask]
    public static async TroopTask<string> DeclaredInABlockInALoop(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 2; i++)
        {
            int mine = i * 10;
            seen += await Mine();
            mine++;
            seen += await Mine();

            async TroopTask<string> Mine() => $"{await p.Int(mine)},";
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ShadowsTheNamesAround(Probe p)
    {
        int n = 1;
        string text = "outer";
        string inner = await Shadow(5, "inner");
        return $"{n}{text}{inner}";

        static async TroopTask<string> Shadow(int n, string text)
        {
            n++;
            await TroopTask.Yield();
            Func<int, int> f = static n => n * 2;
            return $"{f(n)}{text}";
        }
    }

    [TroopTask]
    public static async TroopTask<string> WithDefaultsAndNames(Probe p)
    {
        return $"{await Of(c: await p.Int(3), a: await p.Int(1))} {await Of(1, 5)}";

        async TroopTask<string> Of(int a, int b = 2, int c = 9) => $"{a}{await p.Int(b)}{c}";
    }

    [TroopTask]
    public static async TroopTask<string> WithRefAndOut(Probe p)
    {
        int n = await p.Int(1);
        Double(ref n);
        Give(out int m);
        await p.Pause();
        ref readonly int least = ref Least(in n, in m);
        return $"{n} {m} {least}";

        static void Double(ref int n) => n *= 2;

        static void Give(out int m) => m = 7;

        static ref readonly int Least(in int a, in int b) => ref a < b ? ref a : ref b;
    }

    [TroopTask]
    public static async TroopTask<string> CalledBeforeTheVariableChanges(Probe p)
    {
        int n = 1;
        TroopTask<int> first = Read();
        n = 2;
        TroopTask<int> second = Read();
        n = 3;
        return $"{await first}{await second}";

        async TroopTask<int> Read()
        {
            int before = n;
            await p.Pause();
            return (before * 10) + n;
        }
    }

    [TroopTask]
    public static async TroopTask<string> AsyncVoidLike(Probe p)
    {
        int n = 0;
        await Nothing();
        await Throwing();
        return $"{n}";

        async TroopTask Nothing()
        {
            n++;
        }

        async TroopTask Throwing()
        {
            try
            {
                await p.Fail("x");
            }
            catch (FormatException)
            {
                n += await p.Int(10);
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> WithAttributesAndTypeParametersNamedAlike(Probe p)
    {
        return await Name<int>(1) + await Name<string>("x");

        [MethodImpl(MethodImplOptions.NoInlining)]
        async TroopTask<string> Name<
            [System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.None)] T
        >(T value) => $"{typeof(T).Name}{await p.Give(value)}";
    }

    [TroopTask]
    public static async TroopTask<string> UsedAsDelegateAndCalled(Probe p)
    {
        int offset = 1;
        List<Func<int, TroopTask<int>>> later = [Plus, Plus];
        int sum = await Plus(1);
        foreach (Func<int, TroopTask<int>> f in later)
        {
            offset *= 10;
            sum += await f(0);
        }

        return $"{sum}";

        async TroopTask<int> Plus(int n) => await p.Int(n + offset);
    }

    [TroopTask]
    public static async TroopTask<string> FaultGoesThrough(Probe p)
    {
        try
        {
            await One();
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        return "no";

        async TroopTask One() => await Two();

        async TroopTask<int> Two()
        {
            await p.Fail("from three");
            return 3;
        }
    }
}
