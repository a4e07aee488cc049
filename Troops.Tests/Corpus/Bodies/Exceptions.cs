namespace Corpus;

/// <summary>try, catch, filters, throw.</summary>
public static partial class Exceptions
{
    [TroopTask]
    public static async TroopTask<string> CatchAndGoOn(Probe p)
    {
        int n = 0;
        try
        {
            n = await p.Int(1);
            await p.Fail("x");
            n = 99;
        }
        catch (FormatException e)
        {
            n += await p.Int(e.Message.Length);
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> RethrowKeepsTheException(Probe p)
    {
        FormatException? first = null;
        try
        {
            try
            {
                await p.Fail("deep");
            }
            catch (FormatException e)
            {
                first = e;
                await p.Step("seen");
                throw;
            }
        }
        catch (Exception e)
        {
            return $"{ReferenceEquals(first, e)} {e.Message}";
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> ThrowAnotherWithInner(Probe p)
    {
        try
        {
            await p.Fail("inner");
        }
        catch (FormatException e)
        {
            await p.Pause();
            throw new InvalidOperationException("outer", e);
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> FiltersAreAskedInOrder(Probe p)
    {
        try
        {
            await p.Fail("b");
        }
        catch (FormatException e) when (p.Note(e.Message) == "a")
        {
            return "a";
        }
        catch (FormatException e) when (p.Note(e.Message.Length) == 1)
        {
            return await p.Step("length");
        }
        catch (Exception)
        {
            return "any";
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> FilterRunsBeforeTheInnerFinally(Probe p)
    {
        // Synchronous: two-pass exception handling shows.
        try
        {
            try
            {
                p.Say("throw");
                throw new FormatException("x");
            }
            finally
            {
                p.Say("finally");
            }
        }
        catch (FormatException) when (Asked(p))
        {
            await p.Pause();
        }

        return "end";

        static bool Asked(Probe p)
        {
            p.Say("filter");
            return true;
        }
    }

    [TroopTask]
    public static async TroopTask<string> FilterThatThrowsIsFalse(Probe p)
    {
        try
        {
            await p.Fail("x");
        }
        catch (FormatException) when (Throws())
        {
            return "filtered";
        }
        catch (FormatException)
        {
            return await p.Step("second");
        }

        return "no";

        static bool Throws() => throw new InvalidOperationException("in a filter");
    }

    [TroopTask]
    public static async TroopTask<string> FilterSeesAndChangesLocals(Probe p)
    {
        int n = 1;
        try
        {
            n = await p.Int(2);
            await p.Fail("x");
        }
        catch (FormatException) when (++n == 3)
        {
            n += await p.Int(10);
        }

        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> AwaitInCatchThatThrowsAgain(Probe p)
    {
        try
        {
            try
            {
                await p.Fail("first");
            }
            catch (FormatException)
            {
                await p.Fail("second");
            }
            finally
            {
                await p.Step("finally");
            }
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> NestedCatchesInCatch(Probe p)
    {
        try
        {
            await p.Fail("one");
        }
        catch (FormatException outer)
        {
            try
            {
                await p.Fail("two");
            }
            catch (FormatException inner)
            {
                await p.Pause();
                p.Say(outer.Message + inner.Message);
            }

            return await p.Step(outer.Message);
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> RethrowInNestedCatchIsTheInnermost(Probe p)
    {
        try
        {
            try
            {
                await p.Fail("outer");
            }
            catch (FormatException)
            {
                try
                {
                    await p.Fail("inner");
                }
                catch (FormatException)
                {
                    await p.Pause();
                    throw;
                }
            }
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> ThrowBeforeTheFirstAwait(Probe p)
    {
        p.Say("start");
        Throw();
        await p.Pause();
        return "no";

        static void Throw() => throw new NotSupportedException("at once");
    }

    [TroopTask]
    public static async TroopTask<string> ThrowExpressions(Probe p)
    {
        string seen = "";
        try
        {
            seen += await p.Step("a") ?? throw new FormatException("null");
            seen += await p.Bool(false) ? "b" : throw new FormatException("false");
        }
        catch (FormatException e)
        {
            seen += e.Message;
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> ThrowAwaited(Probe p)
    {
        throw await p.Give(new FormatException("given"));
    }

    [TroopTask]
    public static async TroopTask<string> ThrowOfNull(Probe p)
    {
        try
        {
            await p.Pause();
            throw null!;
        }
        catch (NullReferenceException)
        {
            return "null";
        }
    }

    [TroopTask]
    public static async TroopTask<string> CatchWithoutAType(Probe p)
    {
        try
        {
            await p.Fail("x");
        }
        catch
        {
            await p.Step("caught");
        }

        return "end";
    }

    [TroopTask]
    public static async TroopTask<string> CatchInALoopContinues(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 4; i++)
        {
            try
            {
                if (i % 2 == 1)
                {
                    await p.Fail($"{i}");
                }

                seen += "ok";
            }
            catch (FormatException e)
            {
                seen += e.Message;
                if (i == 1)
                {
                    continue;
                }

                break;
            }

            seen += ";";
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> CatchVariableIsCaptured(Probe p)
    {
        Func<string>? later = null;
        try
        {
            await p.Fail("kept");
        }
        catch (FormatException e)
        {
            later = () => e.Message;
            e = new FormatException("other");
            await p.Pause();
        }

        return later!();
    }

    [TroopTask]
    public static async TroopTask<string> GenericCatch(Probe p)
    {
        return await Catch<FormatException>() + await Catch<Exception>();

        async TroopTask<string> Catch<E>()
            where E : Exception
        {
            try
            {
                await p.Fail("x");
            }
            catch (E e) when (e is not ProbeException)
            {
                return typeof(E).Name + await p.Step(e.Message);
            }

            return "no";
        }
    }

    [TroopTask]
    public static async TroopTask<string> DefiniteAssignmentAcrossTry(Probe p)
    {
        int n;
        try
        {
            n = await p.Int(1);
        }
        catch (ProbeException)
        {
            n = -1;
        }

        int m = n;
        return $"{m}";
    }

    [TroopTask]
    public static async TroopTask<string> ValueAssignedBeforeTheThrowStays(Probe p)
    {
        int n = 0;
        int[] items = [0];
        try
        {
            n = 5;
            items[0] = await p.Int(1) + await p.Fail<int>("x");
        }
        catch (FormatException) { }

        return $"{n} {items[0]}";
    }

    [TroopTask]
    public static async TroopTask<string> AggregateKeepsItsShape(Probe p)
    {
        await p.Pause();
        throw new AggregateException("many", new FormatException("a"), new ArgumentException("b"));
    }
}
