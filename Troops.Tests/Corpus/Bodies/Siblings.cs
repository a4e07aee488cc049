namespace Corpus;

/// <summary>Tasks that are started and awaited later: who runs when, and what each sees of the others.</summary>
public static partial class Siblings
{
    [TroopTask]
    public static async TroopTask<string> StartedRunsAtOnceUpToItsFirstSuspension(Probe p)
    {
        p.Say("before");
        TroopTask task = Work();
        p.Say("after");
        await task;
        return "end";

        async TroopTask Work()
        {
            p.Say("in");
            await TroopTask.Yield();
            p.Say("later");
        }
    }

    [TroopTask]
    public static async TroopTask<string> TwoTakeTurns(Probe p)
    {
        TroopTask a = Count("a");
        TroopTask b = Count("b");
        p.Say("both started");
        await a;
        await b;
        return "end";

        async TroopTask Count(string name)
        {
            for (int i = 0; i < 3; i++)
            {
                p.Say($"{name}{i}");
                await TroopTask.Yield();
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> AwaitedInTheOtherOrder(Probe p)
    {
        TroopTask<int> a = p.Int(1);
        TroopTask<int> b = p.Int(2);
        TroopTask<int> c = p.Int(3);
        return $"{await c}{await a}{await b}";
    }

    [TroopTask]
    public static async TroopTask<string> NobodySeesAHalfDoneChange(Probe p)
    {
        int a = 0;
        int b = 0;
        TroopTask watcher = Watch();
        for (int i = 0; i < 3; i++)
        {
            // Long enough for a slice's fuel: the thread may be preempted here, the sibling must not run.
            for (int j = 0; j < 5_000; j++)
            {
                a++;
            }

            b += 5_000;
            await TroopTask.Yield();
        }

        await watcher;
        return $"{a} {b}";

        async TroopTask Watch()
        {
            for (int i = 0; i < 3; i++)
            {
                p.Say(a == b ? "same" : "torn");
                await TroopTask.Yield();
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> ReadyAwaitIsNoSwitchPoint(Probe p)
    {
        bool other = false;
        TroopTask task = Other();
        int sum = 0;
        for (int i = 0; i < 5_000; i++)
        {
            sum += await TroopTask.FromResult(1);
            await TroopTask.CompletedTask;
            await Nothing();
        }

        p.Say(other ? "switched" : "alone");
        await task;
        return $"{sum} {other}";

        async TroopTask Other()
        {
            await TroopTask.Yield();
            other = true;
        }

        static async TroopTask Nothing() { }
    }

    [TroopTask]
    public static async TroopTask<string> CompletingRunsNobody(Probe p)
    {
        TroopTask<string> inner = Inner();
        TroopTask outer = Outer(inner);
        await outer;
        return "end";

        async TroopTask<string> Inner()
        {
            await TroopTask.Yield();
            p.Say("inner ends");
            return "value";
        }

        async TroopTask Outer(TroopTask<string> task)
        {
            p.Say("outer waits");
            p.Say(await task);
            p.Say("outer ends");
        }
    }

    [TroopTask]
    public static async TroopTask<string> PingPong(Probe p)
    {
        int turn = 0;
        TroopTask ping = Player("ping", 0);
        TroopTask pong = Player("pong", 1);
        await TroopTask.WhenAll(ping, pong);
        return $"{turn}";

        async TroopTask Player(string name, int mine)
        {
            while (turn < 6)
            {
                if (turn % 2 == mine)
                {
                    p.Say(name);
                    turn++;
                }

                await TroopTask.Yield();
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> WhenAllWithResults(Probe p)
    {
        int[] all = await TroopTask.WhenAll([p.Int(1), p.Int(2), p.Int(3)]);
        var (a, b) = await TroopTask.WhenAll(p.Int(4), p.Step("five"));
        var three = await TroopTask.WhenAll(p.Int(6), p.Step("7"), p.Bool(true));
        return $"{string.Join(",", all)} {a} {b} {three}";
    }

    [TroopTask]
    public static async TroopTask<string> WhenAllOfAList(Probe p)
    {
        List<TroopTask> tasks = [];
        int sum = 0;
        for (int i = 0; i < 4; i++)
        {
            int mine = i;
            tasks.Add(Add());

            async TroopTask Add()
            {
                await p.Pause();
                sum += mine;
            }
        }

        await TroopTask.WhenAll([.. tasks]);
        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> WhenAllThrowsTheFirstInOrder(Probe p)
    {
        try
        {
            await TroopTask.WhenAll(p.Pause(), p.Fail("first"), p.Pause());
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> WhenAnyGivesTheIndex(Probe p)
    {
        TroopTask slow = Slow();
        TroopTask quick = Quick();
        int first = await TroopTask.WhenAny(slow, quick);
        p.Say(first);
        await quick;
        await slow;
        return $"{first}";

        async TroopTask Slow()
        {
            for (int i = 0; i < 5; i++)
            {
                await TroopTask.Yield();
            }
        }

        static async TroopTask Quick() => await TroopTask.Yield();
    }

    [TroopTask]
    public static async TroopTask<string> FaultIsKeptUntilTheAwait(Probe p)
    {
        TroopTask failing = p.Fail("kept");
        p.Say("goes on");
        await TroopTask.Yield();
        await TroopTask.Yield();
        try
        {
            await failing;
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        return "no";
    }

    [TroopTask]
    public static async TroopTask<string> Forgotten(Probe p)
    {
        bool ran = false;
        Later().Forget();
        p.Say($"{ran}");
        while (!ran)
        {
            await TroopTask.Yield();
        }

        return "ran";

        async TroopTask Later()
        {
            await TroopTask.Yield();
            ran = true;
        }
    }

    [TroopTask]
    public static async TroopTask<string> ForgottenGoesOnAfterTheBody(Probe p)
    {
        Later().Forget();
        return await p.Step("returned");

        async TroopTask Later()
        {
            for (int i = 0; i < 4; i++)
            {
                await TroopTask.Yield();
                p.Say($"later{i}");
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> StartedInAnExpressionAndAwaitedInAnother(Probe p)
    {
        (TroopTask<int> a, TroopTask<string> b) = (p.Int(p.Note(1)), p.Step(p.Note("b")));
        p.Say("between");
        return await b + await a;
    }

    [TroopTask]
    public static async TroopTask<string> KeptInAFieldAndInAList(Probe p)
    {
        Holder holder = new() { Task = p.Int(1) };
        Dictionary<string, TroopTask<int>> tasks = new() { ["a"] = p.Int(2), ["b"] = p.Int(3) };
        int sum = await holder.Task;
        foreach (var (name, task) in tasks)
        {
            sum += await task;
            p.Say(name);
        }

        return $"{sum}";
    }

    [TroopTask]
    public static async TroopTask<string> PassedAsAnArgument(Probe p)
    {
        return await Sum(p.Int(1), p.Int(2)) + await Sum(p.Int(3), Nested());

        static async TroopTask<string> Sum(TroopTask<int> a, TroopTask<int> b) => $"{await a + await b};";

        async TroopTask<int> Nested() => await p.Int(await p.Int(4));
    }

    [TroopTask]
    public static async TroopTask<string> ProducerAndConsumer(Probe p)
    {
        Queue<int> queue = [];
        bool done = false;
        TroopTask producer = Produce();
        string seen = "";
        while (!done || queue.Count > 0)
        {
            while (queue.TryDequeue(out int item))
            {
                seen += item;
            }

            await TroopTask.Yield();
        }

        await producer;
        return seen;

        async TroopTask Produce()
        {
            for (int i = 0; i < 6; i++)
            {
                queue.Enqueue(i);
                p.Say(queue.Count);
                if (i % 2 == 1)
                {
                    await TroopTask.Yield();
                }
            }

            done = true;
        }
    }

    [TroopTask]
    public static async TroopTask<string> ChildOfAStartedTaskIsStartedToo(Probe p)
    {
        TroopTask<string> parent = Parent();
        p.Say("main");
        return await parent;

        async TroopTask<string> Parent()
        {
            TroopTask<int> child = Child(1);
            p.Say("parent");
            int direct = await Child(2);
            return $"{await child}{direct}";
        }

        async TroopTask<int> Child(int n)
        {
            p.Say($"child{n}");
            await TroopTask.Yield();
            p.Say($"child{n}'");
            return n;
        }
    }

    [TroopTask]
    public static async TroopTask<string> DiscardedTask(Probe p)
    {
        int n = 0;
        _ = Up();
        p.Say(n);
        await TroopTask.Yield();
        await TroopTask.Yield();
        return $"{n}";

        async TroopTask Up()
        {
            n++;
            await TroopTask.Yield();
            n++;
        }
    }

    [TroopTask]
    public static async TroopTask<string> IsCompletedIsAsked(Probe p)
    {
        TroopTask task = Twice();
        int rounds = 0;
        while (!task.IsCompleted)
        {
            rounds++;
            await TroopTask.Yield();
        }

        await task;
        return $"{rounds}";

        static async TroopTask Twice()
        {
            await TroopTask.Yield();
            await TroopTask.Yield();
        }
    }

    private sealed class Holder
    {
        public required TroopTask<int> Task;
    }
}
