namespace Troops.Tests.Laws;

/// <content>Loops, switches, streams, foreign tasks.</content>
internal static partial class Bodies
{
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
}
