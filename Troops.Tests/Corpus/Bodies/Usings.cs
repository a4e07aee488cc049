namespace Corpus;

/// <summary>using, await using, lock.</summary>
public static partial class Usings
{
    [TroopTask]
    public static async TroopTask<string> Statement(Probe p)
    {
        using (Disposing a = p.Use("a"))
        {
            await p.Step(a.Name);
        }

        return await p.Step("after");
    }

    [TroopTask]
    public static async TroopTask<string> DeclarationBehindALabel(Probe p)
    {
        if (p.Note(1) > 5)
        {
            goto here;
        }

        here:
        using Disposing a = p.Use("a");
        return await LabelledStep(p, a.Name) + await LabelledWait(p);
    }

    [TroopTask]
    private static async TroopTask<string> LabelledStep(Probe p, string text) => await p.Step(text);

    [TroopTask]
    private static async TroopTask<string> LabelledWait(Probe p)
    {
        switch (p.Note(2))
        {
            case 2:
            {
                if (p.Note(3) > 5)
                {
                    goto second;
                }

                first:
                second:
                await using AsyncDisposing b = p.UseAsync("b");
                return await LabelledStep(p, b.Name);
            }
        }

        return "none";
    }

    [TroopTask]
    public static async TroopTask<string> StatementWithAnExpression(Probe p)
    {
        using (p.Use("a"))
        using (p.Use("b"))
        {
            await p.Pause();
        }

        return "after";
    }

    [TroopTask]
    public static async TroopTask<string> SeveralInOne(Probe p)
    {
        using (
            Disposing a = p.Use("a"),
                b = p.Use("b")
        )
        {
            return await p.Step(a.Name + b.Name);
        }
    }

    [TroopTask]
    public static async TroopTask<string> DeclarationsAreDisposedInReverse(Probe p)
    {
        using Disposing a = p.Use("a");
        await p.Pause();
        using Disposing b = p.Use("b");
        return await p.Step(a.Name + b.Name);
    }

    [TroopTask]
    public static async TroopTask<string> DeclarationInALoop(Probe p)
    {
        for (int i = 0; i < 3; i++)
        {
            using Disposing a = p.Use($"{i}");
            if (i == 1)
            {
                continue;
            }

            await p.Step("body");
        }

        return "after";
    }

    [TroopTask]
    public static async TroopTask<string> DeclarationInABlock(Probe p)
    {
        {
            using var a = p.Use("a");
            await p.Pause();
        }

        {
            using var a = p.Use("again");
            await p.Pause();
        }

        return "after";
    }

    [TroopTask]
    public static async TroopTask<string> AwaitUsingStatement(Probe p)
    {
        await using (AsyncDisposing a = p.UseAsync("a"))
        {
            await p.Step(a.Name);
        }

        return "after";
    }

    [TroopTask]
    public static async TroopTask<string> AwaitUsingDeclarations(Probe p)
    {
        await using AsyncDisposing a = p.UseAsync("a");
        await using AsyncDisposing b = p.UseAsync("b");
        return await p.Step("returned");
    }

    [TroopTask]
    public static async TroopTask<string> AwaitUsingConfigured(Probe p)
    {
        AsyncDisposing a = p.UseAsync("a");
        await using (a.ConfigureAwait(false))
        {
            await p.Step("body");
        }

        return a.Name;
    }

    [TroopTask]
    public static async TroopTask<string> MixedWithAThrow(Probe p)
    {
        try
        {
            await using AsyncDisposing a = p.UseAsync("a");
            using Disposing b = p.Use("b");
            await p.Fail("x");
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> ResourceIsNull(Probe p)
    {
        using (Disposing? a = await p.Give<Disposing?>(null))
        {
            await p.Step("body");
        }

        await using (AsyncDisposing? b = await p.Give<AsyncDisposing?>(null))
        {
            await p.Step("body");
        }

        return "after";
    }

    [TroopTask]
    public static async TroopTask<string> ResourceIsAwaited(Probe p)
    {
        using Disposing a = await p.Give(p.Use("a"));
        return a.Name + await p.Step("body");
    }

    [TroopTask]
    public static async TroopTask<string> ResourceIsAStruct(Probe p)
    {
        using (CountedUse a = new(p))
        {
            await p.Int(a.Touch());
            await p.Int(a.Touch());
        }

        return "after";
    }

    [TroopTask]
    public static async TroopTask<string> ResourceIsARefStruct(Probe p)
    {
        await p.Pause();
        using (RefUse a = new(p))
        {
            p.Say(a.Name);
        }

        return await p.Step("after");
    }

    [TroopTask]
    public static async TroopTask<string> AwaitUsingByPattern(Probe p)
    {
        await using PatternUse a = new(p);
        return await p.Step("body");
    }

    [TroopTask]
    public static async TroopTask<string> DisposeInsideALocalFunction(Probe p)
    {
        return await Read() + await Read();

        async TroopTask<string> Read()
        {
            using Disposing a = p.Use("r");
            await using AsyncDisposing b = p.UseAsync("s");
            return await p.Step(a.Name + b.Name);
        }
    }

    [TroopTask]
    public static async TroopTask<string> Lock(Probe p)
    {
        object gate = new();
        int n = await p.Int(1);
        lock (gate)
        {
            n += Monitor.IsEntered(gate) ? 10 : 0;
            for (int i = 0; i < 3; i++)
            {
                n++;
            }
        }

        return $"{await p.Int(n)} {Monitor.IsEntered(gate)}";
    }

    [TroopTask]
    public static async TroopTask<string> LockWithReturnAndThrow(Probe p)
    {
        Lock gate = new();
        try
        {
            lock (gate)
            {
                if (gate.IsHeldByCurrentThread)
                {
                    throw new FormatException("held");
                }
            }
        }
        catch (FormatException e)
        {
            await p.Step(e.Message);
        }

        lock (gate)
        {
            return $"{gate.IsHeldByCurrentThread}";
        }
    }

    [TroopTask]
    public static async TroopTask<string> LockOnAnAwaitedObject(Probe p)
    {
        object gate = new();
        string seen = "";
        lock (await p.Give(gate))
        {
            seen += Monitor.IsEntered(gate);
        }

        return seen + Monitor.IsEntered(gate);
    }

    [TroopTask]
    public static async TroopTask<string> LockSpinsLong(Probe p)
    {
        object gate = new();
        int sum = await p.Int(0);
        lock (gate)
        {
            for (int i = 0; i < 5_000; i++)
            {
                sum += i & 3;
            }
        }

        return $"{sum}";
    }

    private struct CountedUse(Probe p) : IDisposable
    {
        private int touched;

        public int Touch() => ++touched;

        public readonly void Dispose() => p.Note($"touched {touched}");
    }

    private ref struct RefUse(Probe p)
    {
        public readonly string Name => "ref";

        public readonly void Dispose() => p.Note("ref closed");
    }

    private readonly struct PatternUse(Probe p)
    {
        public async TroopTask DisposeAsync() => await p.Step("pattern closed");
    }
}
