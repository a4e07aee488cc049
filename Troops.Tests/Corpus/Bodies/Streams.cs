namespace Corpus;

/// <summary>await foreach and asynchronous iterators.</summary>
public static partial class Streams
{
    [TroopTask]
    public static async TroopTask<string> AllItems(Probe p)
    {
        int sum = 0;
        await foreach (int item in p.Items(4))
        {
            sum += item;
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> BreakClosesTheStream(Probe p)
    {
        await foreach (int item in p.Items(5))
        {
            if (await p.Int(item) == 1)
            {
                break;
            }
        }

        return "after";
    }

    [TroopTask]
    public static async TroopTask<string> ContinueAsksForTheNext(Probe p)
    {
        string seen = "";
        await foreach (int item in p.Items(4))
        {
            if (item == 1)
            {
                continue;
            }

            seen += item;
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ReturnClosesTheStream(Probe p)
    {
        await foreach (int item in p.Items(5))
        {
            if (item == 2)
            {
                return $"returned {item}";
            }
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> ThrowClosesTheStream(Probe p)
    {
        try
        {
            await foreach (int item in p.Items(5))
            {
                await p.Fail($"at {item}");
            }
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> ConfiguredWithAToken(Probe p)
    {
        int sum = 0;
        await foreach (int item in p.Items(3).WithCancellation(p.Token).ConfigureAwait(false))
        {
            sum += p.Note(item);
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> Nested(Probe p)
    {
        string seen = "";
        await foreach (int a in p.Items(2))
        {
            await foreach (int b in p.Items(2))
            {
                seen += $"{a}{b} ";
            }
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> IteratorOfOurOwn(Probe p)
    {
        string seen = "";
        await foreach (string item in Letters(p, 3))
        {
            seen += await p.Step(item);
        }

        return seen;

        static async IAsyncEnumerable<string> Letters(Probe p, int count, [EnumeratorCancellation] CancellationToken token = default)
        {
            for (int i = 0; i < count; i++)
            {
                yield return $"{(char)('a' + await p.Foreign(i))}";
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> IteratorWithFinally(Probe p)
    {
        await foreach (int item in Numbers())
        {
            if (item == 2)
            {
                break;
            }
        }

        return "after";

        async IAsyncEnumerable<int> Numbers()
        {
            try
            {
                yield return await p.Foreign(1);
                yield return 2;
                yield return 3;
            }
            finally
            {
                await p.Foreign("finally");
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> Deconstructed(Probe p)
    {
        string seen = "";
        await foreach ((int a, string b) in Pairs())
        {
            seen += $"{b}{a}";
            await p.Pause();
        }

        return seen;

        async IAsyncEnumerable<(int, string)> Pairs()
        {
            yield return (1, await p.Foreign("x"));
            yield return (2, "y");
        }
    }

    [TroopTask]
    public static async TroopTask<string> ItemIsCaptured(Probe p)
    {
        List<Func<int>> later = [];
        await foreach (int item in p.Items(3))
        {
            later.Add(() => item);
        }

        return string.Join(",", later.Select(static f => f()));
    }

    [TroopTask]
    public static async TroopTask<string> PatternBased(Probe p)
    {
        int sum = 0;
        await foreach (int item in new Ticks(p, 3))
        {
            sum += item;
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> EnumeratorByHand(Probe p)
    {
        await using IAsyncEnumerator<int> items = p.Items(3).GetAsyncEnumerator();
        int sum = 0;
        while (await items.MoveNextAsync())
        {
            sum += items.Current;
        }

        return $"{sum}";
    }
}

/// <summary>An asynchronous stream by shape alone, whose steps are tasks of ours.</summary>
public readonly struct Ticks(Probe p, int count)
{
    public Enumerator GetAsyncEnumerator() => new(p, count);

    public sealed class Enumerator(Probe p, int count)
    {
        public int Current { get; private set; }

        public TroopTask<bool> MoveNextAsync() => p.Bool(++Current <= count);
    }
}
