namespace Troops.Tests.Corpus.RandomBodies;

/// <content>Statements without loops, handlers and tasks.</content>
internal static partial class Grammar
{
    private static Construct[] Assignments =>
        [
            new("field of the shared cell", "int=", "«cell.».A", weight: 10),
            new("property", "int=", "«cell.».Property", weight: 5),
            new("indexer as target", "int=", "«cell.»[«int,»]"),
            new("element as target", "int=", "«array.»[«int» & 3]"),
            new("element of a list as target", "int=", "box.Items[«int» & 1]", weight: 5),
            new("field of a struct as target", "int=", "«Ticker&.».N"),
            new("reference to a field", "int&", "«cell.».A"),
            new("reference to an element", "int&", "«array.»[«int» & 3]"),
            new("reference to a field of a struct", "int&", "«Ticker&.».N", weight: 5),
            new("struct in a field", "Ticker&", "«cell.».Ticker"),
            new("text of a cell as target", "string=", "«cell.».Text"),
            new("assignment as a value", "int", "(«int=» = «int,»)", weight: 5),
            new("increment as a value", "int", "«int=»++", weight: 5),
            new("compound assignment as a value", "int", "(«int=» += «int,»)", weight: 5),
            new("coalescing assignment as a value", "string", "(«string=» ??= «string,»)", weight: 3),
        ];

    private static Construct[] Simple =>
        [
            Does("say", "p.Say(«int,»);", weight: 15),
            Does("say", "p.Say(«string,»);"),
            Does("assign", "«int=» = «int,»;", weight: 25),
            Does("assign", "«string=» = «string,»;"),
            Does("compound assignment", "«int=» += «int,»;", weight: 25),
            Does("compound assignment, other", "«int=» ^= «int,»;", weight: 10),
            Does("compound assignment of text", "«string=» += «string,»;"),
            Does("coalescing assignment", "«string=» ??= «string,»;", weight: 5),
            Does("conditional assignment", "box.Next?.Property += «int,»;", weight: 3),
            Does("deconstruction", "(«int=», «string=») = «pair,»;"),
            Does("swap", "(«int=», «int=») = («int,», «int,»);"),
            Does("deconstruction by extension", "(«int=», int #x) = «int,»;\np.Say(#x);", weight: 5),
            Does("discard", "_ = «int,»;", weight: 5),
            Does("struct that changes itself, statement", "«Ticker&.».Tick(«int,»);"),
            Does("closure for later", "box.Later.Add(() => «int, fn sync»);", weight: 15),
            Does("add to a list", "«list.».Add(«int,»);", weight: 5),
            Does("subscribe", "«cell.».Changed += #v => p.Say(«int, fn sync int:#v=»);", weight: 3),
            Does("set what may be null", "box.Next = «cell,»;", weight: 5),
            Does("set to null", "box.Text = null!;", weight: 2),
            Does("await, result unused", "await p.Pause();", Needs.Await, 15),
            Does("yield", "await TroopTask.Yield();", Needs.Await, 20),
            Does("await what is complete", "await TroopTask.CompletedTask;", Needs.Await, 3),
            Does("platform yield", "await Task.Yield();", Needs.Await | Needs.Foreign, 5),
            Does("configured", "await p.Foreign(1).ConfigureAwait(false);", Needs.Await | Needs.Foreign, 5),
            Does("cancellation asked for", "p.Token.ThrowIfCancellationRequested();", weight: 3),
            Does("throw", "if («bool,»)\n{\n    throw new FormatException(«string,»);\n}", weight: 6),
            Does("throw within a note", "if (await p.Bool(false))\n    await p.Fail(«string,»);", Needs.Await, 3),
            Does("return", "if («bool,»)\n{\n    return «ret,»;\n}", Needs.Return, 12),
            Does("break", "if («bool,»)\n    break;", Needs.Loop, 40),
            Does("continue", "if («bool,»)\n    continue;", Needs.Loop, 50),
            Does("continue, unbraced else", "if («bool,»)\n    p.Say(«int,»);\nelse\n    continue;", Needs.Loop, 20),
            Does("rethrow", "if («bool,»)\n{\n    throw;\n}", Needs.Catch, 60),
        ];

    private static Construct[] Branches =>
        [
            Does("if", "if («bool,»)\n«block»", weight: 10),
            Does("if, else", "if («bool,»)\n«block»\nelse\n«block»", weight: 10),
            Does("if with a pattern", "if («object» is int #x and > 1)\n«block int:#x»", weight: 5),
            Does("block", "«block»", weight: 3),
            Does(
                "switch",
                "switch («int,»)\n{\n    case 0:\n    case 1 when («bool,»):\n        «block»\n        break;\n    case > 4:\n        «block»\n        goto case 0;\n    case 3:\n        goto default;\n    default:\n        «block»\n        break;\n}",
                weight: 10
            ),
            Does(
                "switch on patterns",
                "switch («pair,»)\n{\n    case ( > 1, { Length: > 1 } #s):\n        «block string:#s»\n        break;\n    case (var #x, _) when («bool, int:#x»):\n        «block int:#x»\n        break;\n}",
                weight: 5
            ),
            Does("lock", "lock (box)\n«block sync»", weight: 6),
            Does("ref local", "{\n    ref int #r = ref «int& sync»;\n    «statements sync int:#r!»\n}", weight: 6),
            Does(
                "span",
                "{\n    Span<int> #s = stackalloc int[] { «int, sync», 2, 3 };\n    foreach (ref int #r in #s)\n    «block sync loop=3 int:#r!»\n    p.Say(#s[1]);\n}",
                Needs.NoHandler,
                5
            ),
            Does(
                "pinned",
                "unsafe\n{\n    fixed (int* #q = new[] { box.A, 2 })\n    {\n        for (int #i = 0; #i < 2; #i++)\n        {\n            box.B += #q[#i];\n        }\n    }\n}",
                weight: 3
            ),
        ];

    private static Construct[] Declarations =>
        [
            .. "int long string bool int? object Ticker list array pair cell".Split(' ').Select(static type => Declares(type)),
            Does("local function", "int #f(int #a)\n{\n    «statements fn sync returns=int int:#a=»\n    return «int, fn sync int:#a=»;\n}«+F #f»", weight: 10),
            Does("local function, static", "static int #f(int #a, Probe p, Cell box) => p.Note(#a) + box.A;\n«int=» = #f(«int,», p, box);", weight: 3),
            Does(
                "async local function",
                "async TroopTask<int> #f(int #a)\n{\n    «statements fn async returns=int int:#a=»\n    return «int, fn async int:#a=»;\n}«+A #f»",
                weight: 25
            ),
            Does("async local function, expression", "async TroopTask<int> #f(int #a) => «int, fn async int:#a=»;«+A #f»", weight: 10),
            Does(
                "async local function, recursive",
                "async TroopTask<int> #f(int #a) => #a is <= 0 or > 3 ? «int fn async int:#a=» : «int fn async int:#a» + await #f(#a - 1);«+A #f»",
                weight: 5
            ),
            Does("local function that passes a task on", "TroopTask<int> #f(int #a) => «T, fn sync int:#a=»;«+A #f»", weight: 5),
            Does("variable of a function", "Func<int, int> #f = «F,»;«+F #f»", weight: 8),
            Does("variable of an async function", "Func<int, TroopTask<int>> #f = «A,»;«+A #f»", weight: 10),
            Does("several at once", "int #x = «int,», #y = «int,»;«+int #x=»«+int #y=»", weight: 5),
            Does("deconstructing declaration", "(int #x, string #s) = «pair,»;«+int #x=»«+string #s=»", weight: 5),
            Does("using declaration", "using Disposing #d = p.Use(«string,»);", Needs.NoJumpAhead, 8),
            Does("await using declaration", "await using AsyncDisposing #d = p.UseAsync(«string,»);", Needs.Await | Needs.Foreign | Needs.NoJumpAhead, 10),
            Does("await using declaration of ours", "await using TaskDisposing #d = new(p, «string,»);", Needs.Await | Needs.NoJumpAhead, 10),
        ];

    private static Construct Declares(string type) =>
        Does($"declaration of {type}", $"{NameOf(type)} #v = «{type},»;«+{type} #v=»", weight: type == "int" ? 40 : 8);

    private static Construct Does(string name, string text, Needs needs = Needs.Nothing, int weight = 10) =>
        new(name, Construct.Statement, text, needs, weight);
}
