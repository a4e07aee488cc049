namespace Corpus;

/// <summary>finally: how often, when, and what goes on after it.</summary>
public static partial class Finally
{
    [TroopTask]
    public static async TroopTask<string> NestedWithAwaits(Probe p)
    {
        try
        {
            try
            {
                await p.Step("body");
            }
            finally
            {
                await p.Step("inner");
            }

            await p.Step("between");
        }
        finally
        {
            await p.Step("outer");
        }

        return "after";
    }

    [TroopTask]
    public static async TroopTask<string> ReturnThroughTwo(Probe p)
    {
        try
        {
            try
            {
                return await p.Step("value");
            }
            finally
            {
                await p.Step("inner");
            }
        }
        finally
        {
            await p.Step("outer");
        }
    }

    [TroopTask]
    public static async TroopTask<string> ReturnedValueIsTakenBeforeFinally(Probe p)
    {
        int n = 1;
        try
        {
            n = await p.Int(2);
            return $"{n}";
        }
        finally
        {
            n = 100;
            await p.Int(n);
        }
    }

    [TroopTask]
    public static async TroopTask<string> BreakThroughFinally(Probe p)
    {
        int i = 0;
        for (; i < 5; i++)
        {
            try
            {
                if (await p.Int(i) == 2)
                {
                    break;
                }
            }
            finally
            {
                await p.Step($"f{i}");
            }
        }

        return $"{i}";
    }

    [TroopTask]
    public static async TroopTask<string> ContinueThroughFinally(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 4; i++)
        {
            try
            {
                if (i % 2 == 0)
                {
                    continue;
                }

                seen += i;
            }
            finally
            {
                seen += "f";
                await p.Int(i);
            }

            seen += ";";
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> BreakOuterAndInnerLoops(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 3; i++)
        {
            try
            {
                for (int j = 0; j < 3; j++)
                {
                    try
                    {
                        if (j == 1)
                        {
                            break;
                        }

                        if (i == 1)
                        {
                            goto done;
                        }

                        await p.Step($"{i}{j}");
                    }
                    finally
                    {
                        seen += $"a{await p.Int(j)}";
                    }
                }
            }
            finally
            {
                seen += "b";
                await p.Pause();
            }
        }

        done:
        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ThrowInFinallyWins(Probe p)
    {
        try
        {
            try
            {
                await p.Fail("lost");
            }
            finally
            {
                await p.Fail("wins");
            }
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> FinallyAfterACatch(Probe p)
    {
        try
        {
            await p.Fail("x");
        }
        catch (FormatException)
        {
            return await p.Step("returned");
        }
        finally
        {
            await p.Step("finally");
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> LoopInFinally(Probe p)
    {
        int n = 0;
        try
        {
            await p.Pause();
        }
        finally
        {
            for (int i = 0; i < 3; i++)
            {
                if (i == 1)
                {
                    continue;
                }

                n += await p.Int(i);
            }
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> TryInFinally(Probe p)
    {
        try
        {
            await p.Step("a");
        }
        finally
        {
            try
            {
                await p.Fail("inside");
            }
            catch (FormatException e)
            {
                await p.Step(e.Message);
            }
            finally
            {
                await p.Step("last");
            }
        }

        return "after";
    }

    [TroopTask]
    public static async TroopTask<string> WithoutAwaitInside(Probe p)
    {
        string seen = "";
        try
        {
            seen += await p.Step("a");
        }
        finally
        {
            // Once, at the end: a suspension is not an exit.
            seen += "f";
            p.Say(seen);
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> StartedInsideAndAwaitedAfter(Probe p)
    {
        TroopTask<string> task;
        try
        {
            task = Inner();
            p.Say("started");
        }
        finally
        {
            p.Say("finally");
        }

        return await task;

        async TroopTask<string> Inner()
        {
            try
            {
                return await p.Step("inner");
            }
            finally
            {
                p.Say("inner finally");
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> ReturnFromCatchInsideALoop(Probe p)
    {
        while (true)
        {
            try
            {
                await p.Fail("x");
            }
            catch (FormatException e)
            {
                return e.Message;
            }
            finally
            {
                await p.Step("f");
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> FourDeepWithAFaultInTheMiddle(Probe p)
    {
        int n = 0;
        try
        {
            try
            {
                try
                {
                    try
                    {
                        n += await p.Int(1);
                    }
                    finally
                    {
                        n += await p.Int(10);
                    }

                    await p.Fail("middle");
                }
                finally
                {
                    n += await p.Int(100);
                }
            }
            catch (FormatException) when (n == 111)
            {
                n += await p.Int(1000);
            }
        }
        finally
        {
            n += 10000;
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> AFunctionOfAnEarlierRoundSeesItsVariable(Probe p)
    {
        Func<int> last = static () => 0;
        int n = 0;
        try
        {
            again:
            n++;
            int got = await p.Int(n);
            last = () => got;
            if (n < 4)
            {
                goto again;
            }
        }
        finally
        {
            p.Say(last());
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> AFunctionOfAnotherSectionSeesItsVariable(Probe p)
    {
        Func<int> last = static () => 0;
        int n = 0;
        try
        {
            switch (n)
            {
                case 0:
                    int got = await p.Int(n);
                    last = () => got;
                    n++;
                    if (n < 3)
                    {
                        goto case 0;
                    }

                    break;
                default:
                    break;
            }
        }
        finally
        {
            p.Say(last());
        }

        return $"{n}";
    }
}
