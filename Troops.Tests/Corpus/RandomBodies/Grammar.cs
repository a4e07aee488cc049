namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>Which constructs there are. A new one is a line in the table that it fits.</summary>
/// <remarks>
/// Types: <c>int</c>, <c>int?</c>, <c>long</c>, <c>string</c>, <c>bool</c>, <c>object</c>, <c>Ticker</c>, <c>list</c>, <c>array</c>, <c>pair</c> (an int and a string), <c>cell</c>; <c>F</c> and <c>A</c>, functions from int to int and
/// to a task of int; <c>T</c>, a task of int, which is awaited once; with <c>=</c> what can be assigned to, with <c>&amp;</c> what a reference can be made to. Every function knows <c>p</c>, the probe, and <c>box</c>, the cell.
/// </remarks>
internal static partial class Grammar
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["list"] = "List<int>",
        ["array"] = "int[]",
        ["pair"] = "(int, string)",
        ["cell"] = "Cell",
        ["F"] = "Func<int, int>",
        ["A"] = "Func<int, TroopTask<int>>",
        ["T"] = "TroopTask<int>",
    };

    private static readonly Dictionary<string, Construct[]> ByType = All()
        .GroupBy(static construct => construct.Gives)
        .ToDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);

    internal static IEnumerable<string> ConstructNames =>
        All().Select(static construct => construct.Name).Concat(Members.Select(static member => member.Declaration.Name)).Distinct();

    internal static IReadOnlyList<Construct> Of(string type) => ByType[type];

    /// <summary>A literal, or null for a type that has none.</summary>
    internal static string? Literal(string type, int number) =>
        type switch
        {
            "int" => $"{number}",
            "long" => $"{number}L",
            "string" => $"\"{(char)('a' + number)}\"",
            "int?" => number % 3 == 0 ? "(int?)null" : $"(int?){number}",
            "object" => $"(object){number}",
            "Ticker" => $"new Ticker({number})",
            "list" => $"new List<int> {{ {number}, 1 }}",
            "array" => $"new[] {{ {number}, 2, 3, 4 }}",
            "pair" => $"({number}, \"s\")",
            "bool" => number % 2 == 0 ? "(box.A > 0)" : "(box.A < 0)",
            "int=" or "int&" => "box.A",
            "string=" => "box.Text",
            "Ticker&" => "box.Ticker",
            "cell" => "box",
            _ => null,
        };

    /// <summary>As C# calls a type.</summary>
    internal static string NameOf(string type) => Names.GetValueOrDefault(type, type);

    private static IEnumerable<Construct> All() =>
        [
            .. Leaves,
            .. Operators,
            .. Creations,
            .. Texts,
            .. Calls,
            .. Functions,
            .. Assignments,
            .. Simple,
            .. Branches,
            .. Loops,
            .. Handlers,
            .. Tasks,
            .. Declarations,
        ];
}
