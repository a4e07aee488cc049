namespace Corpus;

/// <summary>for, while, do: what is evaluated how often, and where <c>continue</c> goes.</summary>
public static partial class Loops
{
    [TroopTask]
    public static async TroopTask<string> ForContinueRunsTheIncrement(Probe p)
    {
        int sum = 0;
        for (int i = 0; i < 6; i += p.Note(1))
        {
            if (i % 2 == 0)
            {
                continue;
            }

            sum += await p.Int(i);
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> ForAwaitsInAllThreeParts(Probe p)
    {
        string seen = "";
        for (int i = await p.Int(1); i < await p.Int(4); i += await p.Int(1))
        {
            seen += i;
            if (i == 2)
            {
                continue;
            }

            seen += ".";
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ForWithSeveralVariables(Probe p)
    {
        int last = -1;
        for (int i = 0, j = 10; i < j; i++, j -= 2, p.Say($"{i}:{j}"))
        {
            last = await p.Int(i * j);
            if (last == 8)
            {
                continue;
            }
        }

        return $"{last}";
    }

    [TroopTask]
    public static async TroopTask<string> ForWithoutAnything(Probe p)
    {
        int i = 0;
        for (; ; )
        {
            if (await p.Int(i++) == 3)
            {
                break;
            }
        }

        return $"{i}";
    }

    [TroopTask]
    public static async TroopTask<string> ForWithExpressionsAsInitializers(Probe p)
    {
        int i;
        int j;
        for (i = 0, j = p.Note(5); i < 3; ++i, j = await p.Int(j - 1))
        {
            p.Say(j);
        }

        return $"{i} {j}";
    }

    [TroopTask]
    public static async TroopTask<string> ForCapturesOneVariableForAllRounds(Probe p)
    {
        List<Func<int>> later = [];
        for (int i = 0; i < 3; i++)
        {
            int mine = i;
            later.Add(() => (i * 10) + mine);
            await p.Pause();
        }

        return string.Join(",", later.Select(static f => f()));
    }

    [TroopTask]
    public static async TroopTask<string> ForCapturedVariableIsChangedByTheLambda(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 10; i++)
        {
            Action skip = () => i += 2;
            seen += i;
            skip();
            await p.Pause();
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> WhileCapturesAFreshVariableEachRound(Probe p)
    {
        List<Func<int>> later = [];
        int n = 0;
        while (n < 3)
        {
            int fresh = n++;
            later.Add(() => fresh++);
            await p.Int(later[^1]());
        }

        return string.Join(",", later.Select(static f => f()));
    }

    [TroopTask]
    public static async TroopTask<string> WhileContinueAsksTheConditionAgain(Probe p)
    {
        int n = 0;
        while (await p.Bool(n < 4))
        {
            n++;
            if (n == 2)
            {
                continue;
            }

            p.Say($"n{n}");
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> DoContinueGoesToTheCondition(Probe p)
    {
        int n = 0;
        do
        {
            n++;
            if (n < 3)
            {
                continue;
            }

            await p.Step("late");
        } while (p.Note(n) < 4);
        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> DoRunsOnceAtLeast(Probe p)
    {
        int n = 5;
        do
        {
            n += await p.Int(1);
        } while (await p.Bool(false));
        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> WhileTrueLeftByReturn(Probe p)
    {
        int n = 0;
        while (true)
        {
            if (await p.Int(n) == 2)
            {
                return $"left at {n}";
            }

            n++;
        }
    }

    [TroopTask]
    public static async TroopTask<string> NestedBreaksAndContinues(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                if (j == i)
                {
                    break;
                }

                if ((i + j) % 2 == 0)
                {
                    continue;
                }

                seen += $"{i}{await p.Int(j)} ";
            }

            if (i == 2)
            {
                continue;
            }

            seen += "| ";
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> VariableDeclaredInTheBodyIsFreshEachRound(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 3; i++)
        {
            int x = default;
            if (i == 1)
            {
                x = await p.Int(7);
            }

            seen += x;
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> SameNameInTwoSiblingLoops(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 2; i++)
        {
            string text = "a" + i;
            seen += await p.Step(text);
        }

        for (long i = 10; i < 12; i++)
        {
            long text = i;
            seen += await p.Give(text);
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> SpinsLongWithoutAwait(Probe p)
    {
        int sum = 0;
        for (int i = 0; i < 5_000; i++)
        {
            sum = (sum * 31) + i;
        }

        await p.Pause();
        for (int i = 0; i < 5_000; i++)
        {
            if (i % 3 == 0)
            {
                continue;
            }

            sum ^= i;
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> SpinsInAWhileWithBreak(Probe p)
    {
        uint state = 1;
        int steps = 0;
        while (true)
        {
            state = unchecked((state * 1664525) + 1013904223);
            if (++steps == 5_000)
            {
                break;
            }
        }

        return $"{await p.Give(state)} {steps}";
    }

    [TroopTask]
    public static async TroopTask<string> InnermostLoopChangesManyLocals(Probe p)
    {
        int a = 1;
        long b = 2;
        double c = 3;
        string d = "";
        int[] e = new int[4];
        for (int i = 0; i < 100; i++)
        {
            a += i;
            b ^= a;
            c += 0.5;
            d = i % 10 == 0 ? d + i : d;
            e[i % 4]++;
        }

        await p.Pause();
        return $"{a} {b} {c} {d} {string.Join('-', e)}";
    }

    [TroopTask]
    public static async TroopTask<string> InnermostLoopReturnsFromTheMethod(Probe p)
    {
        int start = await p.Int(3);
        for (int i = start; ; i++)
        {
            for (int j = 0; j < 100; j++)
            {
                if (i * j == 84)
                {
                    return $"{i} {j}";
                }
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> InnermostLoopThrows(Probe p)
    {
        int[] numbers = new int[3];
        int i = await p.Int(0);
        try
        {
            while (true)
            {
                numbers[i] = i;
                i++;
            }
        }
        catch (IndexOutOfRangeException)
        {
            return $"{i} {await p.Int(numbers[2])}";
        }
    }

    [TroopTask]
    public static async TroopTask<string> ParameterIsTheLoopVariable(Probe p)
    {
        return await Down(p, 3) + await Down(p, 0);

        static async TroopTask<string> Down(Probe p, int n)
        {
            string seen = "";
            for (; n > 0; n--)
            {
                seen += await p.Int(n);
            }

            return $"{seen}={n};";
        }
    }

    [TroopTask]
    public static async TroopTask<string> LoopConditionAssigns(Probe p)
    {
        Queue<string> words = new(["a", "bb", "", "c"]);
        string? word;
        int total = 0;
        while ((word = await p.Step(words.Dequeue())) is { Length: > 0 })
        {
            total += word.Length;
        }

        return $"{total} '{word}' {words.Count}";
    }

    [TroopTask]
    public static async TroopTask<string> EmptyStatementsAndBlocks(Probe p)
    {
        int n = 0;
        for (; n < 3; n++)
            ;
        while (n-- > 1) { }
        ;
        {
            {
                n += await p.Int(1);
            }
        }

        return $"{n}";
    }
}
