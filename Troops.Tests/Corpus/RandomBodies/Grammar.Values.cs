namespace Troops.Tests.Corpus.RandomBodies;

/// <content>Expressions that make something, or call something.</content>
internal static partial class Grammar
{
    private static Construct[] Creations =>
        [
            new("object initializer", "cell", "new Cell { A = «int,», Text = «string,», Property = «int,» }"),
            new("object initializer, nested", "cell", "new Cell { Next = new Cell { B = «int,» }, Items = { «int,», «int,» }, [«int,»] = «int,» }"),
            new("collection initializer", "list", "new List<int> { «int,», «int,», «int,» }"),
            new("dictionary initializer", "int", "new Dictionary<string, int> { [«string,» ?? \"k\"] = «int,», [\"z\"] = «int,» }.Count", weight: 5),
            new("collection expression", "list", "(List<int>)[«int,», .. «list,», «int,»]", Needs.NoFilter),
            new("collection expression", "array", "(int[])[.. «array,», «int,», «int,», 1, 2]", Needs.NoFilter),
            new("array", "array", "new[] { «int,», «int,», «int,», «int,» }"),
            new("tuple", "pair", "(«int,», «string,»)", weight: 20),
            new("with", "Ticker", "«Ticker» with { N = «int,» }"),
            new("struct with an argument", "Ticker", "new Ticker(«int,»)"),
            new("anonymous type", "int", "new { First = «int,», Second = «int,» }.Second", weight: 5),
            new("delegate in an array", "int", "new[] { «F,», «F,» }[«int» & 1](«int,»)", weight: 5),
        ];

    private static Construct[] Texts =>
        [
            new("interpolation", "string", "$\"{«int»}:{«string»}\"", weight: 20),
            new("interpolation with format", "string", "$\"{«int»:X2}|{«bool»,6}|{«Ticker»}\""),
            new("interpolation, nested", "string", "$\"<{$\"{«int»}{«string»}\"}>\"", weight: 5),
            new("concatenation", "string", "«string» + «int»"),
            new("number to text", "string", "«int.».ToString()", weight: 5),
            new("joined", "string", "string.Join(«string,», «list,»)", weight: 5),
        ];

    private static Construct[] Calls =>
        [
            new("synchronous event of anything", "int", "p.Note(«int,»)"),
            new("named and optional arguments", "int", "Applying.Join(b: «int,», a: «int,»)"),
            new("params", "int", "Applying.Join(«int,», «int,», «int,», «int,»)"),
            new("ref argument", "int", "Applying.Swap(ref «int&,», «int,»)"),
            new("ref argument behind an await", "int", "Applying.Swap(b: «int,», a: ref «int&,»)", weight: 5),
            new("out arguments", "int", "(Applying.Split(«int,», out int #x, out «int&,») > 2 ? #x : «int int:#x»)"),
            new("struct that changes itself", "int", "«Ticker&.».Tick(«int,»)", weight: 20),
            new("event", "int", "«cell.».Raise(«int,»)", weight: 5),
            new("call of a function", "int", "«F.»(«int,»)", weight: 15),
            new("call through a helper", "int", "Applying.Twice(«F,», «int,»)", weight: 5),
            new("await of a function's task", "int", "await «A.»(«int,»)", Needs.Await, 25),
            new("task of a function", "T", "«A.»(«int,»)", weight: 20),
            new("task given a function", "T", "Applying.Apply(p, «A,», «int,»)"),
            new("task with params", "T", "Applying.Sum(p, «int,», «int,»)"),
            new("task that is ready", "T", "TroopTask.FromResult(«int,»)", weight: 5),
            new("task chosen", "T", "(«bool,» ? «T» : «T»)", weight: 5),
            new("query", "int", "(from #x in «list,» where #x > «int fn sync int:#x» select #x + «int fn sync int:#x»).Sum()", weight: 5),
            new("lambdas given to LINQ", "int", "«list.».Where(#x => «bool, fn sync int:#x=»).Select(#x => «int, fn sync int:#x=»).Sum()", weight: 5),
        ];

    private static Construct[] Functions =>
        [
            new("lambda", "F", "((Func<int, int>)(#x => «int, fn sync int:#x=»))"),
            new("lambda with statements", "F", "((Func<int, int>)(#x =>\n{\n    «statements fn sync returns=int int:#x=»\n    return #x;\n}))"),
            new("anonymous method", "F", "((Func<int, int>)delegate(int #x)\n{\n    «statements fn sync returns=int int:#x=»\n    return #x;\n})", weight: 3),
            new("async lambda", "A", "((Func<int, TroopTask<int>>)(async #x => «int, fn async int:#x=»))"),
            new(
                "async lambda with statements",
                "A",
                "((Func<int, TroopTask<int>>)(async #x =>\n{\n    «statements fn async returns=int int:#x=»\n    return «int, fn async int:#x=»;\n}))"
            ),
            new("lambda that passes a task on", "A", "((Func<int, TroopTask<int>>)(#x => «T, fn sync int:#x=»))", weight: 5),
        ];
}
