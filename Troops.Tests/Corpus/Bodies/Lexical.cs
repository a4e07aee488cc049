#define CORPUS_ON

namespace Corpus;

using static System.Math;
using Two = (int First, string Second);
using Alias = System.Collections.Generic.Dictionary<string, int>;

/// <summary>How things are written: directives, comments, names, nullable contexts.</summary>
public static partial class Lexical
{
    [TroopTask]
    public static async TroopTask<string> LoopsWithoutBraces(Probe p)
    {
        int n = await p.Int(3);
        if (n == 3) for (int i = 0; i < 4; i++) n += i; else while (n > 0) n--;
        if (n == 3)
            for (int i = 0; i < 4; i++)
                if (i > 1)
                    n += i;
                else
                    n -= i;
        else
            while (n > 4) if (n % 2 == 0) n /= 2; else n--;
        for (int i = 0; i < 3; i++) while (n < i * 10) n++; do n++; while (n < 30); { n++; } while (n < 40) { n++; } return $"{n}"; // the end
    }

    [TroopTask]
    public static async TroopTask<string> LoopsWithCommentsAndDirectives(Probe p)
    {
        int n = await p.Int(0);
        for (int i = 0; i < 4; i++) // steps
        {
#if NEVER
            n = 100;
#else
            n += i; /* up */
#endif
        }

        for (
            int i = 0; // from
            /* to */i < 4 /* here */
            ; // by
            i++ /* one */
        ) /* each */
        {
            // nothing
            n += i;
        } // done

        while /* as long as */ (n < 30) n++; return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> ConditionalCompilation(Probe p)
    {
        string seen = "";
#if CORPUS_ON
        seen += await p.Step("on");
#else
        seen += await p.Step("off") + this is not C#
#endif
#if DEBUG_OF_NOBODY
        return "no";
#elif CORPUS_ON && !DEBUG_OF_NOBODY
        for (int i = 0; i < 2; i++)
#endif
        {
            seen += await p.Int(1);
        }

        return seen;
    }

    [TroopTask]
    public static async TroopTask<string> RegionsAndPragmas(Probe p)
    {
        #region first
        int n = await p.Int(1);
#pragma warning disable CS0219 // assigned and never used
        int unused = 5;
#pragma warning restore CS0219
        #endregion
        #region loop
        while (n < 3)
        {
            n++;
        #endregion
            await p.Pause();
        }

#line 1000 "elsewhere.cs"
        n += await p.Int(1);
#line default
#line hidden
        n++;
#line default
        return $"{n}";
    }

    [TroopTask]
    public static async TroopTask<string> CommentsInOddPlaces(Probe p /* the only one */) // after the parameters
    {
        for /* a */(int i /* b */ = 0; /* c */i < 2; // d
            i++ /* e */
        ) /* f */
        {
            // g
            if (/* h */i == 0)
            /* i */{
                continue; /* j */
            } // k
            /* l */
            p.Note(i); // } a brace in a comment {
        }
        /* before the end */
        return /* m */
            await /* n */ p /* o */.Step( /* p */"x") /* q */
        ; // r
    }

    [TroopTask]
    public static async TroopTask<string> KeywordsAsNames(Probe p)
    {
        int @class = await p.Int(1);
        string @for = "f";
        foreach (int @int in new[] { @class, 2 })
        {
            @for += await p.Int(@int);
        }

        return await @while(@for) + nameof(@class);

        async TroopTask<string> @while(string @return) => await p.Step(@return);
    }

    [TroopTask]
    public static async TroopTask<string> @switch(Probe p) => await @event(p, @params: await p.Int(1));

    [TroopTask]
    public static async TroopTask<string> UnicodeNames(Probe p)
    {
        int größe = await p.Int(1);
        int \u00e4rger = 2;
        string naïve = $"{größe}{ärger}";
        for (int Ωmega = 0; Ωmega < 2; Ωmega++)
        {
            naïve += await p.Int(Ωmega);
        }

        return naïve;
    }

    [TroopTask]
    public static async TroopTask<string> ContextualKeywordsAsNames(Probe p)
    {
        int var = await p.Int(1),
            dynamic = 2,
            value = 3,
            get = 4,
            from = 5,
            select = 6,
            yield = 7,
            nameof = 8,
            when = 9,
            async = 10,
            record = 11,
            partial = 12,
            where = 13;
        int sum = var + dynamic + value + get + from + select + yield + nameof + when + async + record + partial + where;
        string args = "args",
            field = "field",
            file = "file",
            required = "required",
            scoped = "scoped",
            _ = "_";
        return $"{await p.Int(sum)}{args}{field}{file}{required}{scoped}{_}";
    }

    [TroopTask]
    public static async TroopTask<string> Aliases(Probe p)
    {
        Alias map = new() { ["k"] = Max(await p.Int(1), 2) };
        Two two = (map["k"], "s");
        global::System.Text.StringBuilder text = new();
        text.Append(await p.Int(two.First)).Append(two.Second);
        return text.ToString();
    }

    [TroopTask]
    public static async TroopTask<string> NamesThatOursMightUse(Probe p)
    {
        int worker = await p.Int(1),
            frame = 2,
            state = 3,
            result = 4,
            fuel = 5,
            awaiter = 6,
            builder = 7,
            __troop = 8,
            site = 9,
            task = 10,
            thread = 11;
        int Fuel() => fuel;
        for (int Worker = 0; Worker < 2; Worker++)
        {
            result += await p.Int(worker + frame + state + Fuel() + awaiter + builder + __troop + site + task + thread + Worker);
        }

        return $"{result}";
    }

    [TroopTask]
    public static async TroopTask<string> TypesThatHideOurs(Probe p)
    {
        Worker a = new();
        Systems.System c = new();
        return $"{a.Name}{c.Name}{await p.Int(1)}";
    }

    [TroopTask] public static async TroopTask<string> OneLine(Probe p) { int n = 0; for (int i = 0; i < 3; i++) { if (i == 1) continue; n += await p.Int(i); } return $"{n}"; }

    [TroopTask]
    public static async TroopTask<string> WithoutBraces(Probe p)
    {
        int n = 0;
        for (int i = 0; i < 4; i++)
            if (i % 2 == 0)
                n += await p.Int(i);
            else
                while (n < i)
                    n++;
        foreach (int j in new[] { 1, 2 })
        foreach (int k in new[] { 3, 4 })
            if (j + k != 5)
                n += await p.Int(j * k);
        do n--;
        while (n > 20);
        return $"{n}";
    }

#nullable disable
    [TroopTask]
    public static async TroopTask<string> NullableOff(Probe p)
    {
        string none = null;
        none = await p.Give<string>(null);
        List<string> items = [none, await p.Step("x")];
        return await Null(p, none) + items.Count;
    }

    [TroopTask]
    private static async TroopTask<string> Null(Probe p, string text) => text ?? await p.Give<string>("was null");

#nullable enable
    [TroopTask]
    public static async TroopTask<string> NullableOn(Probe p)
    {
        string? none = await p.Give<string?>(null);
        List<string?> items = [none, await p.Step("x")];
        Dictionary<string, List<string?>?>? map = new() { ["k"] = items };
        return $"{map?["k"]?[0]?.Length}{map!["k"]![1]!.Length}{await OrDefault<string>(p, null)}";
    }

#nullable restore
    [TroopTask]
    private static async TroopTask<T?> OrDefault<T>(Probe p, T? value)
        where T : class => await p.Give(value) ?? default(T?);

    [TroopTask]
    private static async TroopTask<string> @event(Probe p, int @params) => $"{await p.Int(@params)}{nameof(@params)}";

    private sealed class Worker
    {
        public string Name => "mine";
    }

    private static class Systems
    {
        public sealed class System
        {
            public string Name => "also mine";
        }
    }
}
