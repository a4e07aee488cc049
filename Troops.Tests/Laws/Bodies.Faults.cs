namespace Troops.Tests.Laws;

/// <content>Exceptions, finally, using.</content>
internal static partial class Bodies
{
    public static async TroopTask<object?> NestedFinally(List<string> trace)
    {
        try
        {
            try
            {
                trace.Add("body");
                await Late(0);
            }
            finally
            {
                await Late(0);
                trace.Add("inner finally");
            }
        }
        finally
        {
            trace.Add("outer finally");
            await Inline(0);
        }

        return "after";
    }

    public static async TroopTask<object?> ReturnFromTry(List<string> trace)
    {
        foreach (int i in new[] { 1, 2, 3 })
        {
            try
            {
                if (await Late(i) == 2)
                {
                    return $"left at {i}";
                }
            }
            finally
            {
                trace.Add($"finally {i}");
                await Late(0);
            }
        }

        return "not here";
    }

    public static async TroopTask<object?> CatchAndAwait(List<string> trace)
    {
        try
        {
            await Throws("one", late: true);
        }
        catch (FormatException e) when (Note(trace, "filter") == "filter" && e.Message == "one")
        {
            trace.Add(await Late("in catch"));
        }

        try
        {
            await Throws("two", late: false);
        }
        catch (Exception e)
        {
            trace.Add(e.GetType().Name + await Late(e.Message));
        }
        finally
        {
            trace.Add(await Late("in finally"));
        }

        return trace.Count;
    }

    public static async TroopTask<object?> RethrowFromCatch(List<string> trace)
    {
        try
        {
            await Throws("deep", late: true);
        }
        catch (FormatException)
        {
            trace.Add("seen");
            await Late(0);
            throw;
        }

        return null;
    }

    public static async TroopTask<object?> ThrowBeforeSuspension(List<string> trace)
    {
        trace.Add("start");
        if (trace.Count == 1)
        {
            throw new InvalidOperationException("at once");
        }

        return await Late(0);
    }

    public static async TroopTask<object?> ThrowFromFinally(List<string> trace)
    {
        try
        {
            await Throws("lost", late: false);
        }
        finally
        {
            trace.Add("finally");
            await Late(0);
            await Throws("wins", late: true);
        }

        return null;
    }

    public static async TroopTask<object?> FilterThatIsFalse(List<string> trace)
    {
        try
        {
            try
            {
                await Throws("x", late: true);
            }
            catch (FormatException) when (Note(trace, "asked") == "no")
            {
                trace.Add("not here");
            }
        }
        catch (FormatException)
        {
            trace.Add("outer");
        }

        return trace.Count;
    }

    public static async TroopTask<object?> Cancellation(List<string> trace)
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        try
        {
            await Check(source.Token);
        }
        catch (OperationCanceledException e)
        {
            trace.Add($"cancelled {e.CancellationToken == source.Token}");
        }

        await Check(source.Token);
        return null;

        static async TroopTask Check(CancellationToken token)
        {
            await Late(0);
            token.ThrowIfCancellationRequested();
        }
    }

    public static async TroopTask<object?> Usings(List<string> trace)
    {
        using Noted outer = new(trace, "outer");
        await using (new Noted(trace, "block"))
        {
            trace.Add(await Late("inside"));
        }

        await using Noted last = new(trace, "last");
        return await Late("returned");
    }

    public static async TroopTask<object?> UsingAndException(List<string> trace)
    {
        await using Noted outer = new(trace, "outer");
        using Noted inner = new(trace, "inner");
        await Throws("through usings", late: true);
        return null;
    }
}
