namespace Corpus;

/// <summary>Where such loops stand, and what stands in them: handlers, switches, labels, other loops.</summary>
public static partial class OutlinedPlaces
{
    private const int Long = 3_000;

    [TroopTask]
    public static async TroopTask<string> LocalsAreSeenByAHandler(Probe p)
    {
        int i = await p.Int(0);
        string seen = "";
        int[] numbers = [1, 2, 3];
        try
        {
            while (true)
            {
                seen += p.Note(numbers[i]);
                i++;
            }
        }
        catch (IndexOutOfRangeException) when (i == 3)
        {
            return $"{seen} {i}";
        }
        finally
        {
            p.Say($"{seen}{i}");
        }
    }

    [TroopTask]
    public static async TroopTask<string> LocalsAreSeenByAHandlerFarOut(Probe p)
    {
        int i = 0;
        try
        {
            for (int round = await p.Int(0); round < 3; round++)
            {
                for (; i < Long; i++)
                {
                    if (round == 1 && i == 5)
                    {
                        throw new FormatException();
                    }
                }

                i = round;
            }
        }
        catch (FormatException)
        {
            return $"{i} {await p.Int(i)}";
        }

        return "no fault";
    }

    [TroopTask]
    public static async TroopTask<string> HandlersInTheLoop(Probe p)
    {
        string seen = await p.Step("");
        for (int i = 0; i < 6; i++)
        {
            try
            {
                if (i % 2 == 1)
                {
                    throw new FormatException($"f{i}");
                }

                if (i == 4)
                {
                    break;
                }

                seen += i;
            }
            catch (FormatException fault) when (i > 0)
            {
                seen += fault.Message;
                continue;
            }
            finally
            {
                seen += ';';
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> UsingAndLockInTheLoop(Probe p)
    {
        object gate = new();
        int n = await p.Int(0);
        while (n < 3)
        {
            using Disposing item = p.Use($"u{n}");
            using (p.Use($"v{n}"))
            {
                lock (gate)
                {
                    n++;
                }
            }
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> SwitchesInTheLoop(Probe p)
    {
        string seen = await p.Step("");
        for (int i = 0; i < 9; i++)
        {
            switch (i % 4)
            {
                case 0:
                    continue;
                case 1 when i > 4:
                    seen += "!";
                    break;
                case 2:
                    seen += i;
                    break;
                default:
                    if (i == 7)
                        goto case 2;
                    break;
            }

            seen += i switch
            {
                < 3 => "s",
                8 => throw new FormatException(seen),
                _ => "l",
            };
            if (seen.Length > 12)
            {
                break;
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> SwitchInTheLoopWithoutJumps(Probe p)
    {
        int state = await p.Int(0);
        int n = 0;
        while (state != 3)
        {
            switch (state)
            {
                case 0:
                    state = ++n > 4 ? 2 : 1;
                    continue;
                case 1:
                    n += 2;
                    state = 0;
                    break;
                default:
                    state++;
                    break;
            }

            n++;
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> InASwitch(Probe p)
    {
        int n = await p.Int(2);
        switch (n)
        {
            case 1:
                while (n < 10)
                    n++;
                break;
            case 2:
                int shared = 0;
                for (int i = 0; i < 5; i++)
                    shared += i;
                n += shared;
                goto case 3;
            case 3:
                shared = 1;
                do shared *= 2;
                while (shared < 100);
                n += shared;
                break;
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> BehindALabel(Probe p)
    {
        int n = await p.Int(0);
        int rounds = 0;
        again:
        while (n < 5)
            n++;
        if (rounds++ < 2)
        {
            n = rounds;
            goto again;
        }

        return $"{n} {rounds}";
    }

    [TroopTask]
    public static async TroopTask<string> JumpsOutOfTheLoop(Probe p)
    {
        int n = await p.Int(0);
        while (true)
        {
            if (n++ > 4)
            {
                goto found;
            }
        }

        found:
        for (int i = 0; ; i++)
        {
            if (i * n > 40)
            {
                return $"{i} {n}";
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> Checked(Probe p)
    {
        int n = await p.Int(1_000_000_000);
        string seen = "";
        try
        {
            checked
            {
                for (int i = 0; i < 3; i++)
                {
                    n += 1_000_000_000;
                    seen += i;
                }
            }
        }
        catch (OverflowException)
        {
            seen += "over";
        }

        int m = n;
        unchecked
        {
            while (m > 0)
                m += 1_000_000_000;
        }
        checked
        {
            unchecked
            {
                do m += 999_999_999;
                while (m < 0);
            }
        }

        return $"{n} {seen} {m}";
    }

    [TroopTask]
    public static async TroopTask<string> CheckedOutsideOfAnyTry(Probe p)
    {
        try
        {
            return await Raise(p);
        }
        catch (OverflowException)
        {
            return "over";
        }
    }

    [TroopTask]
    private static async TroopTask<string> Raise(Probe p)
    {
        byte small = (byte)await p.Int(250);
        checked
        {
            while (small > 1)
            {
                small++;
            }
        }

        return $"{small}";
    }

    [TroopTask]
    public static async TroopTask<string> InHandlersThatAwait(Probe p)
    {
        int n = 0;
        try
        {
            await p.Fail("x");
        }
        catch (FormatException)
        {
            for (int i = 0; i < Long; i++)
            {
                n += i % 2;
            }

            await p.Pause();
        }
        finally
        {
            while (n > 100)
            {
                n--;
            }

            await p.Pause();
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> InAsyncLambdasAndLocalFunctions(Probe p)
    {
        Func<int, TroopTask<int>> lambda = async n =>
        {
            int sum = await p.Int(n);
            for (int i = 0; i < Long; i++)
            {
                sum += i;
            }

            return sum;
        };
        return $"{await lambda(1)} {await Local(2)} {await Static(p, 3)}";

        async TroopTask<int> Local(int n)
        {
            await p.Pause();
            while (n < Long)
            {
                n += 2;
            }

            return n;
        }

        static async TroopTask<int> Static(Probe p, int n)
        {
            await p.Pause();
            do
            {
                n *= 3;
            } while (n < Long);
            return n;
        }
    }

    [TroopTask]
    public static async TroopTask<string> StartsTasksInTheLoop(Probe p)
    {
        List<TroopTask<int>> started = [];
        List<int> order = [];
        for (int i = 0; i < 4; i++)
        {
            started.Add(Step(i));
        }

        int sum = 0;
        foreach (TroopTask<int> task in started)
        {
            sum += await task;
        }

        return $"{sum} {string.Join(',', order)}";

        async TroopTask<int> Step(int n)
        {
            order.Add(n);
            await TroopTask.Yield();
            order.Add(n + 10);
            return await p.Int(n);
        }
    }

    [TroopTask]
    public static async TroopTask<string> InnermostOfThree(Probe p)
    {
        int[,] grid = new int[12, 13];
        int rounds = await p.Int(0);
        for (int i = 0; i < 12; i++)
        {
            int row = i * 100;
            for (int j = 0; j < 13; j++)
            {
                int k = 0;
                while (k < j)
                {
                    grid[i, j] += row + k++;
                    rounds++;
                }

                if (j == 11)
                {
                    break;
                }
            }
        }

        return $"{grid[11, 11]} {grid[11, 12]} {grid[3, 4]} {rounds}";
    }

    [TroopTask]
    public static async TroopTask<string> OfTheIterationVariableAround(Probe p)
    {
        int sum = 0;
        foreach (string word in new[] { "a", "bcd", await p.Step("efghi") })
        {
            for (int i = 0; i < word.Length; i++)
            {
                sum = (sum * 31) + word[i];
            }

            foreach ((int a, char b) in new[] { (1, 'x'), (2, 'y') })
            {
                int n = a;
                while (n < 5)
                {
                    n += a;
                    sum += b;
                }
            }

            await p.Pause();
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> SharedByTwoLoopsAndBetween(Probe p)
    {
        int n = 0;
        string text = "";
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < 1_100; i++)
            {
                n += i;
            }

            text += await p.Int(n);
            while (n > 10)
            {
                n /= 2;
                text += n % 2;
            }
        }

        return text;
    }
}
