namespace Corpus;

/// <summary>Small programs, as users write them: many constructs in one body.</summary>
public static partial class Mixtures
{
    [TroopTask]
    public static async TroopTask<string> Retry(Probe p)
    {
        int attempts = 0;
        while (true)
        {
            try
            {
                attempts++;
                if (attempts < 3)
                {
                    await p.Fail($"attempt {attempts}");
                }

                return $"{await p.Step("done")} {attempts}";
            }
            catch (FormatException e) when (attempts < 3)
            {
                p.Say(e.Message);
                await p.Pause();
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> WordCount(Probe p)
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string line in new[] { "a b a", "b c", "" })
        {
            if (line is "")
            {
                continue;
            }

            foreach (string word in (await p.Step(line)).Split(' '))
            {
                counts[word] = counts.TryGetValue(word, out int n) ? n + 1 : 1;
            }
        }

        return string.Join(" ", from pair in counts orderby pair.Value descending, pair.Key select $"{pair.Key}={pair.Value}");
    }

    [TroopTask]
    public static async TroopTask<string> Tokenizer(Probe p)
    {
        string text = await p.Step("12+(3*4)-x");
        List<string> tokens = [];
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            switch (c)
            {
                case >= '0' and <= '9':
                    int start = i;
                    do
                    {
                        i++;
                    } while (i < text.Length && char.IsDigit(text[i]));
                    tokens.Add(text[start..i]);
                    continue;
                case '+' or '-' or '*':
                    tokens.Add($"op{c}");
                    break;
                case '(':
                case ')':
                    await p.Give(c);
                    goto default;
                default:
                    tokens.Add(c.ToString());
                    break;
            }

            i++;
        }

        return string.Join(" ", tokens);
    }

    [TroopTask]
    public static async TroopTask<string> TreeWalk(Probe p)
    {
        Node tree = new(1, new(2, null, new(4, null, null)), new(3, null, null));
        return $"{await Sum(tree)} {await Depth(tree)}";

        async TroopTask<int> Sum(Node? node) => node is null ? 0 : await p.Int(node.Value) + await Sum(node.Left) + await Sum(node.Right);

        static async TroopTask<int> Depth(Node? node) => node is { Left: var left, Right: var right } ? 1 + Math.Max(await Depth(left), await Depth(right)) : 0;
    }

    [TroopTask]
    public static async TroopTask<string> Sieve(Probe p)
    {
        const int Limit = 200;
        bool[] composite = new bool[Limit];
        int count = 0;
        for (int i = 2; i < Limit; i++)
        {
            if (composite[i])
            {
                continue;
            }

            count++;
            for (int j = i * i; j < Limit; j += i)
            {
                composite[j] = true;
            }

            if (i % 50 == 3)
            {
                await p.Int(i);
            }
        }

        return $"{count}";
    }

    [TroopTask]
    public static async TroopTask<string> Pipeline(Probe p)
    {
        Queue<int> first = [];
        Queue<int> second = [];
        bool closed = false;
        TroopTask source = Source();
        TroopTask middle = Middle();
        int sum = 0;
        while (!closed || second.Count > 0)
        {
            if (!second.TryDequeue(out int item))
            {
                await TroopTask.Yield();
                continue;
            }

            sum += item;
            p.Say(item);
        }

        await TroopTask.WhenAll(source, middle);
        return $"{sum}";

        async TroopTask Source()
        {
            for (int i = 1; i <= 4; i++)
            {
                first.Enqueue(i);
                await TroopTask.Yield();
            }

            first.Enqueue(-1);
        }

        async TroopTask Middle()
        {
            while (true)
            {
                while (first.Count == 0)
                {
                    await TroopTask.Yield();
                }

                int item = first.Dequeue();
                if (item < 0)
                {
                    closed = true;
                    return;
                }

                second.Enqueue(item * item);
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> StateMachineByHand(Probe p)
    {
        State state = State.Start;
        StringBuilder log = new();
        int budget = 10;
        while (state != State.Done && budget-- > 0)
        {
            log.Append(state.ToString()[0]);
            state = (state, await p.Int(log.Length)) switch
            {
                (State.Start, _) => State.Read,
                (State.Read, < 4) => State.Write,
                (State.Read, var n) when n % 2 == 0 => await p.Bool(true) ? State.Done : State.Start,
                (State.Write, _) => State.Read,
                _ => State.Read,
            };
        }

        return $"{log} {budget}";
    }

    [TroopTask]
    public static async TroopTask<string> Transaction(Probe p)
    {
        List<string> log = [];
        string outcome = "open";
        try
        {
            await using AsyncDisposing connection = p.UseAsync("connection");
            foreach (int step in new[] { 1, 2, 3 })
            {
                using Disposing scope = p.Use($"scope{step}");
                try
                {
                    log.Add($"do{await p.Int(step)}");
                    if (step == 2)
                    {
                        throw new FormatException("step 2");
                    }
                }
                catch (FormatException e) when (log.Count == 2)
                {
                    log.Add($"undo {await p.Step(e.Message)}");
                    continue;
                }
                finally
                {
                    log.Add($"f{step}");
                    await p.Pause();
                }

                log.Add("ok");
            }

            outcome = "committed";
        }
        catch (ProbeException e)
        {
            outcome = $"rolled back: {e.Message}";
        }

        return $"{outcome} {string.Join(" ", log)}";
    }

    [TroopTask]
    public static async TroopTask<string> ManyLocalsLiveAcrossAwaits(Probe p)
    {
        int a = 1,
            b = 2,
            c = 3;
        long d = 4;
        string e = "e";
        (int, string) f = (5, "f");
        int[] g = [6];
        decimal h = 7;
        char i = 'i';
        DayOfWeek j = DayOfWeek.Friday;
        int? k = null;
        object l = 8;
        Func<int> m = () => a + b;
        DateTime n = new(2020, 1, 1);
        await p.Pause();
        a += await p.Int(b);
        f.Item1 += await p.Int(c);
        (g[0], k) = (await p.Int(9), 10);
        e += $"{d}{f}{g[0]}{h}{i}{j}{k}{l}{m()}{n.Year}";
        await p.Pause();
        return e + a;
    }

    [TroopTask]
    public static async TroopTask<string> DeepNesting(Probe p)
    {
        string seen = "";
        for (int i = 0; i < 2; i++)
        {
            foreach (char c in "ab")
            {
                try
                {
                    using (p.Use($"{c}{i}"))
                    {
                        switch (c)
                        {
                            case 'a' when i == 0:
                                while (true)
                                {
                                    lock (seen)
                                    {
                                        seen += "l";
                                    }

                                    if (await p.Bool(seen.Length > 2))
                                    {
                                        break;
                                    }
                                }

                                break;
                            case 'b':
                                if (i == 1)
                                {
                                    goto end;
                                }

                                continue;
                        }

                        seen += c;
                    }
                }
                finally
                {
                    seen += await p.Int(i);
                }
            }
        }

        end:
        return seen;
    }

    private enum State
    {
        Start,
        Read,
        Write,
        Done,
    }

    private sealed record Node(int Value, Node? Left, Node? Right);
}
