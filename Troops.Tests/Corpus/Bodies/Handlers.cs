namespace Corpus;

/// <summary>Handlers that loop and await nothing: they run when C# says, after the filters further out.</summary>
public static partial class Handlers
{
    [TroopTask]
    public static async TroopTask<string> FinallyLoopsAfterTheFilter(Probe p)
    {
        string trace = await p.Step("begin");
        try
        {
            try
            {
                throw new InvalidOperationException("x");
            }
            finally
            {
                for (int i = 0; i < 2; i++)
                {
                    trace += $" fin{i}";
                }
            }
        }
        catch (InvalidOperationException) when (Note(ref trace, "filter"))
        {
            trace += " catch";
        }

        return trace;
    }

    [TroopTask]
    public static async TroopTask<string> CatchLoopsAndRethrows(Probe p)
    {
        string trace = await p.Step("begin");
        try
        {
            try
            {
                throw new InvalidOperationException("x");
            }
            catch (InvalidOperationException)
            {
                int n = 0;
                while (n < 3)
                {
                    n++;
                }

                trace += $" inner{n}";
                throw;
            }
        }
        catch (InvalidOperationException fault)
        {
            trace += $" outer {fault.StackTrace!.Split('\n').Length}";
        }

        return trace;
    }

    [TroopTask]
    public static async TroopTask<string> FinallyThatAwaitsMayLoop(Probe p)
    {
        string trace = "";
        try
        {
            trace += await p.Step("body");
        }
        finally
        {
            for (int i = 0; i < 2; i++)
            {
                trace += await p.Step($"fin{i}");
            }
        }

        return trace;
    }

    [TroopTask]
    public static async TroopTask<string> LoopInALambdaOfAQuery(Probe p)
    {
        int[] numbers = [await p.Int(1), 2, 3];
        IEnumerable<int> query =
            from n in numbers
            where
                new Func<bool>(() =>
                {
                    int i = 0;
                    while (i < n)
                    {
                        i++;
                    }

                    return i == n;
                })()
            select n * 2;
        return string.Join(',', query);
    }

    [TroopTask]
    public static async TroopTask<string> AwaitableThatChangesItself(Probe p)
    {
        string trace = await p.Step("begin");
        Changing changing = default;
        trace += await changing;
        trace += await changing;
        return trace + changing.Count;
    }

    private static bool Note(ref string trace, string text)
    {
        trace += $" {text}";
        return true;
    }

    private struct Changing
    {
        internal int Count;

        public TaskAwaiter<int> GetAwaiter()
        {
            Count++;
            return System.Threading.Tasks.Task.FromResult(Count).GetAwaiter();
        }
    }
}
