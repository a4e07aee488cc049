namespace Corpus;

/// <summary>goto and labels.</summary>
public static partial class Jumps
{
    [TroopTask]
    public static async TroopTask<string> Backward(Probe p)
    {
        int n = 0;
        again:
        n += await p.Int(1);
        if (n < 3)
        {
            goto again;
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> Forward(Probe p)
    {
        if (await p.Bool(true))
        {
            goto end;
        }

        await p.Step("skipped");
        end:
        return await p.Step("end");
    }

    [TroopTask]
    public static async TroopTask<string> OutOfTwoLoops(Probe p)
    {
        int i = 0;
        int j = 0;
        for (i = 0; i < 5; i++)
        {
            for (j = 0; j < 5; j++)
            {
                if (await p.Int(i * j) == 2)
                {
                    goto found;
                }
            }
        }

        return "none";
        found:
        return $"{i} {j}";
    }

    [TroopTask]
    public static async TroopTask<string> OutOfATryRunsFinally(Probe p)
    {
        int n = 0;
        again:
        try
        {
            if (n++ < 2)
            {
                await p.Pause();
                goto again;
            }
        }
        finally
        {
            p.Say($"finally{n}");
            await p.Pause();
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> InsideATry(Probe p)
    {
        int n = 0;
        try
        {
            again:
            await p.Int(n);
            if (++n < 3)
            {
                goto again;
            }
        }
        finally
        {
            p.Say("once");
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> CaseToCase(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 4; i++)
        {
            switch (i)
            {
                case 0:
                    seen += "0";
                    goto case 2;
                case 1:
                    seen += await p.Step("1");
                    goto default;
                case 2:
                    seen += await p.Step("2");
                    break;
                default:
                    seen += "d";
                    break;
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> CaseOfStrings(Probe p)
    {
        string word = await p.Step("b");
        switch (word)
        {
            case "a":
                return "at a";
            case "b":
                await p.Pause();
                goto case "a";
            default:
                return "default";
        }
    }

    [TroopTask]
    public static async TroopTask<string> FreshVariableAfterAJumpBack(Probe p)
    {
        List<Func<int>> later = [];
        int n = 0;
        again:
        {
            int mine = n;
            later.Add(() => mine);
            await p.Pause();
        }

        if (++n < 3)
        {
            goto again;
        }

        return string.Join(",", later.Select(static f => f()));
    }

    [TroopTask]
    public static async TroopTask<string> SpinsByGoto(Probe p)
    {
        int n = await p.Int(0);
        int sum = 0;
        again:
        sum ^= n * 7;
        if (++n < 5_000)
            goto again;
        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> LabelBeforeALoopAndTwoWaysToIt(Probe p)
    {
        int rounds = 0;
        start:
        rounds++;
        for (int i = 0; i < 3; i++)
        {
            if (rounds == 1 && i == 1)
            {
                goto start;
            }

            if (rounds == 2 && await p.Int(i) == 2)
            {
                goto start;
            }
        }

        return $"{rounds}";
    }
}
