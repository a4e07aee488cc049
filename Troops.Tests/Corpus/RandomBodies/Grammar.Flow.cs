namespace Troops.Tests.Corpus.RandomBodies;

/// <content>Loops, handlers, tasks: the statements that hold others.</content>
internal static partial class Grammar
{
    private static Construct[] Loops =>
        [
            Does("for", "for (int #i = 0; #i < 3; #i++)\n«block loop=3 int:#i»", weight: 20),
            Does(
                "for, all parts awaited",
                "for (int #i = await p.Int(0); #i < await p.Int(3) && «bool int:#i»; #i += await p.Int(1))\n«block loop=3 int:#i»",
                Needs.Await,
                8
            ),
            Does("for, two variables", "for (int #i = 0, #j = «int,»; #i < 2; #i++, #j += «int,»)\n«block loop=2 int:#i int:#j=»", weight: 5),
            Does(
                "for, empty parts",
                "{\n    int #i = 0;\n    for (; ; )\n    {\n        if (#i++ > 1)\n        {\n            break;\n        }\n\n        «statements loop=2 int:#i»\n    }\n}",
                weight: 5
            ),
            Does("while", "{\n    int #n = 0;\n    while (#n++ < 3 && «bool int:#n»)\n    «block loop=3 int:#n»\n}", weight: 15),
            Does("do", "{\n    int #n = 0;\n    do\n    «block loop=3 int:#n»\n    while (#n++ < 2 && «bool»);\n}", weight: 15),
            Does("foreach", "foreach (int #x in «list,»)\n«block loop=3 int:#x»", weight: 10),
            Does("foreach over an array", "foreach (int #x in «array,»)\n«block loop=4 int:#x»", weight: 8),
            Does("foreach, deconstructed", "foreach ((int #x, string #s) in new[] { «pair,», «pair,» })\n«block loop=2 int:#x string:#s»", weight: 5),
            Does("foreach over a string", "foreach (char #c in «string,»)\n«block loop=2»", weight: 4),
            Does("loop of one statement", "for (int #i = 0; #i < 2; #i++)\n    «int= int:#i» += «int, int:#i»;", weight: 8),
            Does(
                "loops without braces",
                "foreach (int #x in «list,»)\n    for (int #i = 0; #i < 2; #i++)\n        if («bool, int:#x int:#i»)\n            p.Say(«int, int:#x int:#i»);",
                weight: 4
            ),
            Does("await foreach", "await foreach (int #x in p.Items(2))\n«block loop=2 int:#x»", Needs.Await | Needs.Foreign, 25),
            Does(
                "await foreach over an iterator",
                "{\n    async IAsyncEnumerable<int> #s(int #k)\n    {\n        for (int #i = 0; #i < 2; #i++)\n        {\n            «statements fn async own rounds=2 int:#k=»\n            yield return «int, fn async own int:#k=»;\n        }\n    }\n\n    await foreach (int #x in #s(«int,»))\n    «block loop=2 int:#x»\n}",
                // Such a function is no task: what it awaits of the platform leads it out of its thread, and when it calls back is no business of siblings.
                Needs.Await | Needs.Foreign,
                8
            ),
            Does(
                "foreach over an iterator",
                "{\n    IEnumerable<int> #s(int #k)\n    {\n        «statements fn sync int:#k=»\n        yield return «int, fn sync int:#k=»;\n        yield return #k;\n    }\n\n    foreach (int #x in #s(«int,»))\n    «block loop=2 int:#x»\n}",
                weight: 6
            ),
            Does("long spin", "for (int #i = 0; #i < 3_000; #i++)\n{\n    «int=» += #i & 3;\n}", weight: 3),
            Does("long spin with an await", "for (int #i = 0; #i < 1_000; #i++)\n{\n    box.A += await TroopTask.FromResult(#i & 1);\n}", Needs.Await, 2),
            Does("goto back", "{\n    int #n = 0;\n    #l:\n    «block rounds=3 label=#l:#n»\n    if (#n++ < 2 && «bool»)\n        goto #l;\n}", weight: 10),
            Does("goto ahead", "{\n    «block label=#l»\n    «block label=#l»\n    #l:\n    p.Say(«int,»);\n}", weight: 8),
        ];

    private static Construct[] Handlers =>
        [
            Does("try, catch", "try\n«block»\ncatch (ProbeException #e)\n{\n    p.Say(#e.Message);\n    «statements catch»\n}", weight: 15),
            Does("try, catch all", "try\n«block»\ncatch (Exception #e)\n{\n    p.Say(#e.GetType().Name);\n    «statements catch»\n}", weight: 20),
            Does("try, filter", "try\n«block»\ncatch (Exception #e) when («bool sync filter» && #e.Message.Length > 1)\n«block catch»", weight: 12),
            Does("try, two handlers", "try\n«block»\ncatch (FormatException) when («bool, sync filter»)\n«block catch»\ncatch\n«block catch»", weight: 8),
            Does("try, finally", "try\n«block»\nfinally\n«block finally»", weight: 25),
            Does("try, catch, finally", "try\n«block»\ncatch (OperationCanceledException)\n«block catch»\nfinally\n«block finally»", weight: 15),
            // A variable of each round, which a function holds that runs when a fault leaves the block.
            Does(
                "try, finally around a goto back",
                "{\n    int #n = 0;\n    Func<int> #f = () => #n;\n    try\n    {\n        #l:\n        p.Say(#n);\n        int #g = await (#n > 0 && «bool,» ? p.Fail<int>(«string,») : «T,»);\n        #f = () => #g++;\n        «block rounds=3 int:#g label=#l:#n»\n        if (#n++ < 2 && «bool»)\n            goto #l;\n    }\n    finally\n    {\n        p.Say(#f());\n        «statements finally»\n    }\n}",
                Needs.Await,
                12
            ),
            Does("using", "using (p.Use(«string,»))\n«block»", weight: 8),
            Does("await using", "await using (p.UseAsync(«string,»))\n«block»", Needs.Await | Needs.Foreign, 10),
            Does("await using of ours", "await using (new TaskDisposing(p, «string,»))\n«block»", Needs.Await, 6),
        ];

    private static Construct[] Tasks =>
        [
            Does("started, awaited later", "{\n    TroopTask<int> #t = «T,»;\n    «statements»\n    «int=» += await #t;\n}", Needs.Await | Needs.Siblings, 40),
            Does(
                "two started, awaited in the other order",
                "{\n    TroopTask<int> #t = «T,»;\n    TroopTask<int> #u = «T,»;\n    «statements»\n    «int=» += await #u;\n    «int=» ^= await #t;\n}",
                Needs.Await | Needs.Siblings,
                30
            ),
            Does(
                "tasks in an array",
                "foreach (TroopTask<int> #t in new[] { «T,», «T,», «T,» })\n{\n    «int=» += await #t;\n}",
                Needs.Await | Needs.Siblings,
                15
            ),
            Does("WhenAll", "(«int=», «int=») = await TroopTask.WhenAll(«T,», «T,»);", Needs.Await | Needs.Siblings, 15),
            Does("WhenAll of several", "p.Say(string.Join('+', await TroopTask.WhenAll(«T,», «T,», «T,»)));", Needs.Await | Needs.Siblings, 10),
            Does(
                "WhenAny",
                "{\n    TroopTask<int> #t = «T,», #u = «T,»;\n    p.Say(await TroopTask.WhenAny(#t, #u));\n    p.Say(await #t - await #u);\n}",
                Needs.Await | Needs.Siblings,
                10
            ),
            Does(
                "sibling that watches",
                "{\n    async TroopTask<int> #w()\n    {\n        for (int #i = 0; #i < 4; #i++)\n        {\n            p.Say($\"{box.A},{«int fn sync»}\");\n            await TroopTask.Yield();\n        }\n\n        return 1;\n    }\n\n    TroopTask<int> #t = #w();\n    «statements»\n    await #t;\n}",
                Needs.Await | Needs.Siblings,
                40
            ),
        ];
}
