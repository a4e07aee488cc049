namespace Corpus;

/// <summary>Awaits of what is not ours, and cancellation.</summary>
public static partial class Foreign
{
    [TroopTask]
    public static async TroopTask<string> Tasks(Probe p)
    {
        int a = await p.Foreign(1);
        await p.Foreign("x").ConfigureAwait(false);
        await Task.CompletedTask;
        await Task.Yield();
        return $"{a}{await Task.FromResult(2)}";
    }

    [TroopTask]
    public static async TroopTask<string> ValueTasks(Probe p) => $"{await p.Value(1) + await p.Value(2).ConfigureAwait(false)}{await new ValueTask<int>(3)}";

    [TroopTask]
    public static async TroopTask<string> AsyncMethodsOfThePlatform(Probe p)
    {
        return await AsTask() + await AsValueTask();

        async Task<string> AsTask()
        {
            int n = 0;
            for (int i = 0; i < 3; i++)
            {
                n += await p.Foreign(i);
            }

            return $"{n}";
        }

        async ValueTask<string> AsValueTask() => await p.Value("v");
    }

    [TroopTask]
    public static async TroopTask<string> FaultedTask(Probe p)
    {
        Task failed = Task.FromException(new FormatException("foreign"));
        await failed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await p.Foreign(1);
            await failed;
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> CustomClass(Probe p) => $"{await p.Custom(1) + await p.Custom(2)}";

    [TroopTask]
    public static async TroopTask<string> CustomStruct(Probe p)
    {
        int sum = 0;
        for (int i = 0; i < 3; i++)
        {
            sum += await p.CustomStruct(i);
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> CustomInOperands(Probe p) =>
        p.Note("a") + await p.Custom("b") + await p.Step("c") + await p.CustomStruct("d") + p.Note("e");

    [TroopTask]
    public static async TroopTask<string> AwaitThatGivesATask(Probe p)
    {
        Task<TroopTask<int>> outer = Task.FromResult(p.Int(3));
        return $"{await await outer}";
    }

    [TroopTask]
    public static async TroopTask<string> TaskWhenAllOfForeign(Probe p)
    {
        int[] all = await Task.WhenAll(p.Foreign(1), p.Foreign(2));
        Task<int> first = await Task.WhenAny(Task.FromResult(5), Task.FromResult(6));
        return $"{string.Join(",", all)} {await first}";
    }

    [TroopTask]
    public static async TroopTask<string> CompletionSource(Probe p)
    {
        TaskCompletionSource<int> source = new();
        TroopTask<int> waiter = Wait();
        try
        {
            await p.Step("before");
        }
        finally
        {
            // A waiter that nobody releases would keep its thread from ending.
            source.SetResult(4);
        }

        return $"{await waiter}";

        async TroopTask<int> Wait() => await source.Task;
    }

    [TroopTask]
    public static async TroopTask<string> TokenIsAskedBetweenSteps(Probe p)
    {
        int steps = 0;
        for (int i = 0; i < 5; i++)
        {
            p.Token.ThrowIfCancellationRequested();
            steps += await p.Int(1);
        }

        return $"{steps}";
    }

    [TroopTask]
    public static async TroopTask<string> CancellationIsCaught(Probe p)
    {
        int n = 0;
        try
        {
            while (n < 6)
            {
                n += await p.Int(1);
            }
        }
        catch (OperationCanceledException e) when (e.CancellationToken == p.Token)
        {
            return $"cancelled after {n} {p.Token.IsCancellationRequested}";
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> CancellationRunsFinally(Probe p)
    {
        using CancellationTokenSource source = new();
        try
        {
            await using AsyncDisposing a = p.UseAsync("a");
            await Cancel();
            source.Token.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException e)
        {
            return $"{e.CancellationToken == source.Token} {await p.Step("caught")}";
        }
        finally
        {
            await p.Step("finally");
        }

        return "no";

        async TroopTask Cancel()
        {
            await p.Pause();
            source.Cancel();
        }
    }

    [TroopTask]
    public static async TroopTask<string> LinkedTokensAndRegistrations(Probe p)
    {
        using CancellationTokenSource inner = CancellationTokenSource.CreateLinkedTokenSource(p.Token);
        string seen = "";
        using CancellationTokenRegistration registration = inner.Token.Register(() => seen += "called");
        await p.Step("a");
        inner.Cancel();
        return seen + await p.Step("b");
    }

    [TroopTask]
    public static async TroopTask<string> DelayOfNothing(Probe p)
    {
        await TroopTask.Delay(TimeSpan.Zero);
        p.Say("no time");
        try
        {
            await TroopTask.Delay(TimeSpan.FromHours(1), new CancellationToken(true));
        }
        catch (OperationCanceledException)
        {
            return await p.Step("cancelled");
        }

        return "no";
    }
}
