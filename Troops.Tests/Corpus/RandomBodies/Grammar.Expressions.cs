namespace Troops.Tests.Corpus.RandomBodies;

/// <content>Expressions that compute.</content>
internal static partial class Grammar
{
    private static Construct[] Leaves =>
        [
            Leaf("await ready or not", "int", "await p.Int(3)", Needs.Await, 30),
            Leaf("await of a string", "string", "await p.Step(\"w\")", Needs.Await, 30),
            Leaf("await of a bool", "bool", "await p.Bool(true)", Needs.Await, 20),
            Leaf("await of a bool", "bool", "await p.Bool(false)", Needs.Await, 10),
            Leaf("await of any type", "long", "await p.Give(8L)", Needs.Await, 20),
            Leaf("await of a struct", "Ticker", "await p.Give(new Ticker(2))", Needs.Await),
            Leaf("await of a list", "list", "await p.Give(new List<int> { 4, 5 })", Needs.Await),
            Leaf("await of an array", "array", "await p.Give(new[] { 6, 7, 8, 9 })", Needs.Await),
            Leaf("await of a pair", "pair", "await p.Give((9, \"p\"))", Needs.Await),
            Leaf("await of an object", "object", "await p.Give<object>(5)", Needs.Await),
            Leaf("await of a cell", "cell", "await p.Give(box)", Needs.Await, 3),
            Leaf("await of what may be null", "int?", "await p.Give((int?)null)", Needs.Await),
            Leaf("await of what may be null", "int?", "await p.Give((int?)4)", Needs.Await),
            Leaf("await of a platform task", "int", "await p.Foreign(2)", Needs.Await | Needs.Foreign, 10),
            Leaf("await of a ValueTask", "int", "await p.Value(2)", Needs.Await | Needs.Foreign, 10),
            Leaf("await of a custom awaitable", "int", "await p.Custom(2)", Needs.Await | Needs.Foreign, 10),
            Leaf("await of a custom struct", "int", "await p.CustomStruct(2)", Needs.Await | Needs.Foreign, 10),
            Leaf("await that always faults", "int", "await p.Fail<int>(\"f\")", Needs.Await, 2),
            Leaf("synchronous event", "int", "p.Note(1)", weight: 15),
            Leaf("synchronous event", "string", "p.Note(\"n\")", weight: 10),
            Leaf("synchronous event", "bool", "p.Note(true)", weight: 10),
            Leaf("synchronous event", "bool", "p.Note(false)", weight: 10),
            Leaf("shared field", "int", "box.A", weight: 15),
            Leaf("shared field", "string", "box.Text"),
            Leaf("shared property", "int", "box.Property", weight: 5),
            Leaf("token", "bool", "p.Token.IsCancellationRequested", weight: 3),
            Leaf("method group", "F", "((Func<int, int>)p.Note)", weight: 5),
            Leaf("method group of tasks", "A", "((Func<int, TroopTask<int>>)p.Int)", weight: 5),
            Leaf("task of the probe", "T", "p.Int(3)", weight: 15),
        ];

    private static Construct[] Operators =>
        [
            new("plus", "int", "«int» + «int»", weight: 30),
            new("minus, times", "int", "«int» - «int» * «int»"),
            new("divide", "int", "«int» / «int»", weight: 3),
            new("shift and mask", "int", "«int» << («int» & 3)"),
            new("checked", "int", "checked(«int» * «int»)", weight: 5),
            new("negate", "int", "-«int.»", weight: 5),
            new("cast", "int", "(int)«long.»"),
            new("widen", "long", "«int» + «long»", weight: 20),
            new("await in parentheses", "int", "await («T,»)", Needs.Await, 15),
            new("await of a call", "int", "await «T.»", Needs.Await, 40),
            new("conditional", "int", "«bool» ? «int» : «int»", weight: 15),
            new("conditional", "string", "«bool» ? «string» : «string»"),
            new("coalesce", "int", "«int?» ?? «int»", weight: 15),
            new("coalesce, throw", "int", "«int?» ?? throw new FormatException(«string,»)", weight: 3),
            new("coalesce", "string", "«string» ?? «string»", weight: 5),
            new("lifted", "int?", "«int?» + «int»"),
            new("access of what may be null", "int?", "box.Next?.Raise(«int,»)"),
            new("access of what may be null", "int?", "«string.»?.Length"),
            new("access of what may be null, chained", "int?", "«cell.»?.Items?[«int» & 1]"),
            new("comparison", "bool", "«int» > «int»", weight: 20),
            new("equality", "bool", "«string» == «string»", weight: 10),
            new("equality of tuples", "bool", "«pair» == («int,», «string,»)", weight: 5),
            new("and", "bool", "«bool» && «bool»", weight: 15),
            new("or", "bool", "«bool» || «bool»", weight: 15),
            new("eager and", "bool", "«bool» & «bool»", weight: 5),
            new("not", "bool", "!«bool.»", weight: 5),
            new("extension", "bool", "«int.».IsOdd()", weight: 5),
            new("pattern: relational", "bool", "«int» is > 2 and < 9 or 0"),
            new("pattern: declaration", "bool", "«object» is int #x && «int int:#x» > #x"),
            new("pattern: property", "bool", "«cell» is { A: > 1, Text: var #s } && «string string:#s» != #s"),
            new("pattern: list", "bool", "«array» is [var #x, _, ..] && «bool int:#x»"),
            new("pattern: tuple", "bool", "(«int,», «bool,») is (> 1, true)"),
            new("pattern: not null", "bool", "«int?» is { } #x && «bool int:#x»"),
            new(
                "switch expression",
                "int",
                "«int» switch\n{\n    0 or 1 => «int,»,\n    > 5 and var #x when «bool, int:#x» => «int, int:#x»,\n    _ => «int,»,\n}"
            ),
            new(
                "switch expression on types",
                "string",
                "«object» switch\n{\n    int #x when #x > 3 => «string, int:#x»,\n    string => «string,»,\n    _ => \"other\",\n}"
            ),
            new("switch expression without a match", "int", "«int» switch { < 6 => «int,» }", weight: 2),
            new("element", "int", "«array.»[«int» & 3]", weight: 15),
            new("element from the end", "int", "«array.»[^((«int» & 3) + 1)]", weight: 5),
            new("range", "array", "«array.»[(«int» & 1)..]", weight: 5),
            new("element of a list", "int", "«list.»[«int» & 1]"),
            new("indexer", "int", "«cell.»[«int,»]"),
            new("length", "int", "«string.».Length", weight: 5),
            new("item of a tuple", "int", "«pair.».Item1"),
            new("item of a tuple", "string", "«pair.».Item2"),
            new("boxing", "object", "(object)«int.»"),
            new("boxing", "object", "(object)«string.»"),
        ];

    private static Construct Leaf(string name, string gives, string text, Needs needs = Needs.Nothing, int weight = 10) =>
        new(name, gives, text, needs, weight, isLeaf: true);
}
