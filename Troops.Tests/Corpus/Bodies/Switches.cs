namespace Corpus;

/// <summary>switch statements and expressions.</summary>
public static partial class Switches
{
    [TroopTask]
    public static async TroopTask<string> ContinueInASwitchInALoop(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 5; i++)
        {
            switch (await p.Int(i))
            {
                case 1:
                    continue;
                case 3:
                    break;
                default:
                    seen += i;
                    break;
            }

            seen += ";";
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> StackedLabels(Probe p)
    {
        string seen = "";
        foreach (int i in new[] { 0, 1, 2, 3 })
        {
            switch (i)
            {
                case 0:
                case 2:
                    seen += "even" + await p.Int(i);
                    break;
                case 1:
                default:
                    seen += "odd" + await p.Int(i);
                    break;
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> PatternsWithGuards(Probe p)
    {
        string seen = "";
        foreach (object? o in new object?[] { 1, -1, "x", "long", null, 2.5, new[] { 1, 2 } })
        {
            switch (o)
            {
                case int n when p.Note(n) > 0:
                    seen += "+" + await p.Int(n);
                    break;
                case int n:
                    seen += "-" + await p.Int(n);
                    break;
                case string { Length: > 1 } s:
                    seen += await p.Step(s);
                    break;
                case string s when p.Note(s) == "x":
                    seen += s;
                    break;
                case null:
                    seen += "null";
                    break;
                case int[] and [var first, ..]:
                    seen += $"[{await p.Int(first)}";
                    break;
                case var other:
                    seen += other;
                    break;
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> VariablesOfAllSectionsShareAScope(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 2; i++)
        {
            switch (i)
            {
                case 0:
                    int shared = await p.Int(5);
                    seen += shared;
                    break;
                case 1:
                    shared = await p.Int(6);
                    seen += shared;
                    break;
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> OnTuples(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 4; i++)
        {
            switch (i % 2 == 0, await p.Int(i))
            {
                case (true, 0):
                    seen += "a";
                    break;
                case (false, > 1):
                    seen += "b";
                    break;
                case (_, var n):
                    seen += n;
                    break;
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ReturnFromEachSection(Probe p)
    {
        return await Of(1) + await Of(2) + await Of(3);

        async TroopTask<string> Of(int n)
        {
            switch (n)
            {
                case 1:
                    return await p.Step("one");
                case 2:
                    return "two";
            }

            return await p.Step("many");
        }
    }

    [TroopTask]
    public static async TroopTask<string> ExpressionWithAwaitsEverywhere(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 4; i++)
        {
            seen += await p.Int(i) switch
            {
                0 => "zero",
                1 => await p.Step("one"),
                var n when p.Note(n) == 2 => await p.Step("two") + await p.Int(n),
                _ => await p.Step("many"),
            };
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ExpressionWithAwaitInTheGuard(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 3; i++)
        {
            seen += i switch
            {
                < 2 when await p.Bool(i == 1) => "guarded",
                var n when await p.Int(n) == 0 => "zero",
                _ => "rest",
            };
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> StatementWithAwaitInTheGuard(Probe p)
    {
        string seen = "";
        foreach (string word in new[] { "a", "bb", "ccc" })
        {
            switch (word)
            {
                case { Length: var n } when await p.Int(n) == 2:
                    seen += $"two {n}";
                    break;
                case "a" when await p.Bool(false):
                    seen += "never";
                    break;
                case "a":
                    seen += "a";
                    break;
                default:
                    seen += word;
                    break;
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ExpressionThatMatchesNothing(Probe p)
    {
        try
        {
            return await p.Int(3) switch
            {
                1 => "one",
                2 => "two",
            };
        }
        catch (SwitchExpressionException e)
        {
            return $"unmatched {e.UnmatchedValue}";
        }
    }

    [TroopTask]
    public static async TroopTask<string> NestedExpressions(Probe p) =>
        (await p.Int(1), await p.Step("x")) switch
        {
            (1, var s) => s switch
            {
                "x" => await p.Step("inner") + s,
                _ => "other",
            },
            _ => "none",
        };

    [TroopTask]
    public static async TroopTask<string> ExpressionAsAnOperand(Probe p) =>
        p.Note("first")
        + await p.Int(2) switch
        {
            2 => await p.Step("two"),
            _ => "other",
        }
        + p.Note("last");

    [TroopTask]
    public static async TroopTask<string> ExpressionThatThrowsInAnArm(Probe p)
    {
        try
        {
            return await p.Int(7) switch
            {
                0 => "zero",
                var n => throw new ArgumentException($"no {n}"),
            };
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    [TroopTask]
    public static async TroopTask<string> OnAnEnum(Probe p)
    {
        string seen = "";
        foreach (DayOfWeek day in Enum.GetValues<DayOfWeek>())
        {
            seen += day switch
            {
                DayOfWeek.Saturday or DayOfWeek.Sunday => "w",
                DayOfWeek.Friday => await p.Step("f"),
                not DayOfWeek.Monday => "d",
                _ => await p.Step("m"),
            };
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> EmptySwitch(Probe p)
    {
#pragma warning disable CS1522
        switch (await p.Int(1)) { }
#pragma warning restore CS1522
        return "after";
    }
}
