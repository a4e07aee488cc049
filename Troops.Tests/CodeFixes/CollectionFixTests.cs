using Microsoft.CodeAnalysis.CodeFixes;

namespace Troops.Tests.CodeFixes;

/// <summary>Arrays, collections and views become immutable ones, with what they are filled with.</summary>
[TestFixture, Category("Unit")]
internal sealed class CollectionFixTests
{
    [TestCase("int[] a = { 1, 2 };", "ImmutableArray<int> a = [1, 2];")]
    [TestCase("int[] a = new[] { 1, 2 };", "ImmutableArray<int> a = [1, 2];")]
    [TestCase("int[] a = new int[] { 1, 2 };", "ImmutableArray<int> a = [1, 2];")]
    [TestCase("int[] a = [1, 2];", "ImmutableArray<int> a = [1, 2];")]
    [TestCase("int[] a = new int[3];", "ImmutableArray<int> a = [.. new int[3]];")]
    [TestCase("int[] a = Enumerable.Range(0, 3).ToArray();", "ImmutableArray<int> a = Enumerable.Range(0, 3).ToImmutableArray();")]
    [TestCase("int[]? a = [1];", "ImmutableArray<int>? a = [1];")]
    [TestCase("int?[] a = [1];", "ImmutableArray<int?> a = [1];")]
    [TestCase("System.Collections.Generic.List<int> a = new(4);", "ImmutableList<int> a = [];")]
    [TestCase("List<int> a = new();", "ImmutableList<int> a = [];")]
    [TestCase("List<int> a = new List<int> { 1, 2 };", "ImmutableList<int> a = [1, 2];")]
    [TestCase("List<int> a = new(Enumerable.Range(0, 3));", "ImmutableList<int> a = [.. Enumerable.Range(0, 3)];")]
    [TestCase("List<int> a = [.. Enumerable.Range(0, 3)];", "ImmutableList<int> a = [.. Enumerable.Range(0, 3)];")]
    [TestCase("List<(int A, string B)> a = [];", "ImmutableList<(int A, string B)> a = [];")]
    [TestCase("HashSet<string> a = [];", "ImmutableHashSet<string> a = [];")]
    [TestCase("HashSet<string> a = new(StringComparer.Ordinal);", "ImmutableHashSet<string> a = ImmutableHashSet.Create<string>(StringComparer.Ordinal);")]
    [TestCase(
        "HashSet<string> a = new(StringComparer.Ordinal) { \"x\" };",
        "ImmutableHashSet<string> a = new HashSet<string>(StringComparer.Ordinal) { \"x\" }.ToImmutableHashSet(StringComparer.Ordinal);"
    )]
    [TestCase("SortedSet<int> a = [3, 1];", "ImmutableSortedSet<int> a = [3, 1];")]
    [TestCase("Queue<int> a = new();", "ImmutableQueue<int> a = [];")]
    [TestCase("Stack<int> a = new();", "ImmutableStack<int> a = [];")]
    [TestCase("Dictionary<string, int> a = new();", "ImmutableDictionary<string, int> a = ImmutableDictionary<string, int>.Empty;")]
    [TestCase("Dictionary<string, int> a = [];", "ImmutableDictionary<string, int> a = ImmutableDictionary<string, int>.Empty;")]
    [TestCase(
        "Dictionary<string, int> a = new() { [\"x\"] = 1 };",
        "ImmutableDictionary<string, int> a = new Dictionary<string, int>() { [\"x\"] = 1 }.ToImmutableDictionary();"
    )]
    [TestCase(
        "Dictionary<int, int> a = Enumerable.Range(0, 3).ToDictionary(x => x, x => x);",
        "ImmutableDictionary<int, int> a = Enumerable.Range(0, 3).ToImmutableDictionary(x => x, x => x);"
    )]
    [TestCase("SortedDictionary<string, int> a = new();", "ImmutableSortedDictionary<string, int> a = ImmutableSortedDictionary<string, int>.Empty;")]
    public async Task A_field_of_a_collection_becomes_one_of_an_immutable_collection(string field, string expected)
    {
        string source =
            $"using System.Collections.Immutable;\nusing Troops;\n\n[Immutable]\nsealed class C\n{{\n    private readonly {field}\n    public bool Is => a != null;\n}}\n";
        string title = Title(expected);
        Assert.That(await Fixing.FixAsync(source, "TROOP002", title), Is.EqualTo(source.Replace(field, expected, StringComparison.Ordinal)));
    }

    [TestCase("IEnumerable<int> a = Enumerable.Range(0, 3).Select(x => x + 1);", "ImmutableArray<int> a = [.. Enumerable.Range(0, 3).Select(x => x + 1)];")]
    [TestCase("IReadOnlyList<int> a = new List<int> { 1 };", "ImmutableArray<int> a = [.. new List<int> { 1 }];")]
    [TestCase("ICollection<int> a = new List<int>();", "ImmutableArray<int> a = [.. new List<int>()];")]
    [TestCase(
        "IReadOnlyDictionary<string, int> a = new Dictionary<string, int>();",
        "ImmutableDictionary<string, int> a = ImmutableDictionary<string, int>.Empty;"
    )]
    public async Task A_field_of_a_view_becomes_one_of_an_immutable_collection(string field, string expected)
    {
        string source =
            $"using System.Collections.Immutable;\nusing Troops;\n\n[Immutable]\nsealed class C\n{{\n    private readonly {field}\n    public bool Is => a != null;\n}}\n";
        string title = Title(expected);
        Assert.That(await Fixing.FixAsync(source, "TROOP010", title), Is.EqualTo(source.Replace(field, expected, StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_missing_using_directive_is_added_in_its_place()
    {
        string text = await Fixing.FixAsync(
            "// A licence.\n\nusing Troops;\n\n[Immutable]\nsealed record Order(string Name)\n{\n    public List<int> Lines { get; init; } = [];\n}\n",
            "TROOP002",
            "Make 'Lines' an ImmutableList<int>"
        );
        Assert.That(
            text,
            Is.EqualTo(
                "// A licence.\n\nusing System.Collections.Immutable;\nusing Troops;\n\n[Immutable]\nsealed record Order(string Name)\n{\n    public ImmutableList<int> Lines { get; init; } = [];\n}\n"
            )
        );
    }

    [Test]
    public async Task A_file_without_using_directives_gets_one_below_its_header()
    {
        string text = await Fixing.FixAsync(
            "// A licence.\r\n\r\n/// <summary>C.</summary>\r\n[Troops.Immutable]\r\nsealed class C\r\n{\r\n    readonly int[] a = [1];\r\n    public int A => a[0];\r\n}\r\n",
            "TROOP002",
            "Make 'a' an ImmutableArray<int>"
        );
        Assert.That(
            text,
            Does.StartWith("// A licence.\r\n\r\nusing System.Collections.Immutable;\r\n\r\n/// <summary>C.</summary>\r\n[Troops.Immutable]\r\n")
        );
    }

    [Test]
    public async Task A_positional_member_changes_with_what_it_is_given_everywhere()
    {
        using FixProject project = new(
            ("Program.cs", "using System.Collections.Immutable;\nusing Troops;\n\n[Immutable]\nsealed record Order(string Name, List<int> Lines);\n"),
            (
                "Other.cs",
                "static class Other\n{\n    static Order A() => new(\"a\", new List<int> { 1 });\n    static Order B(List<int> lines) => A() with { Lines = lines };\n    static Order C(IEnumerable<int> lines) => new Order(Lines: lines.ToList(), Name: \"c\");\n}\n"
            )
        );
        (Offer offer, _) = await Fixing.FindAsync(project, "TROOP002", "Make 'Lines' an ImmutableList<int>");
        Microsoft.CodeAnalysis.Project changed = await project.ApplyAsync(offer.Action);
        Assert.That(await FixProject.ErrorsAsync(changed), Is.Empty);
        Assert.That(await FixProject.TextAsync(changed, "Program.cs"), Does.Contain("sealed record Order(string Name, ImmutableList<int> Lines);"));
        Assert.That(
            await FixProject.TextAsync(changed, "Other.cs"),
            Is.EqualTo(
                "using System.Collections.Immutable;\n\nstatic class Other\n{\n    static Order A() => new(\"a\", [1]);\n    static Order B(List<int> lines) => A() with { Lines = [.. lines] };\n    static Order C(IEnumerable<int> lines) => new Order(Lines: lines.ToImmutableList(), Name: \"c\");\n}\n"
            )
        );
    }

    [Test]
    public async Task A_captured_parameter_changes_its_type()
    {
        string text = await Fixing.FixAsync(
            "[Troops.Immutable] sealed class C(List<int> given) { public int N => given.Count; }",
            "TROOP003",
            "Make 'given' an ImmutableList<int>"
        );
        Assert.That(text, Does.Contain("sealed class C(ImmutableList<int> given)"));
    }

    [Test]
    public async Task What_a_constructor_is_given_is_copied()
    {
        string text = await Fixing.FixAsync(
            "[Troops.Immutable] sealed class C { readonly List<int> a; public C(List<int> given) => a = given; public int N => a.Count; }",
            "TROOP002",
            "Make 'a' an ImmutableList<int>"
        );
        Assert.That(text, Does.Contain("readonly ImmutableList<int> a; public C(List<int> given) => a = [.. given];"));
    }

    [Test]
    public async Task A_static_table_becomes_immutable_and_readonly()
    {
        string text = await Fixing.FixAsync(
            "static class S { static int[] table = { 1, 2 }; public static int At(int i) => table[i]; }",
            "TROOP020",
            "Make 'table' an ImmutableArray<int>"
        );
        Assert.That(text, Does.Contain("static readonly ImmutableArray<int> table = [1, 2];"));
    }

    [TestCase("readonly List<int> a = []; public void Add(int x) => a.Add(x);", TestName = "Not offered: an expression body would throw the new list away")]
    [TestCase("readonly List<int> a = []; public void Add(int x) { a.Add(x); }", TestName = "Not offered: a statement would throw the new list away")]
    [TestCase("readonly List<int> a = []; public Action Add() => () => a.Clear();", TestName = "Not offered: a lambda would throw the new list away")]
    [TestCase(
        "readonly List<int> a = []; public void Add(int x) { var b = a; b.Add(x); }",
        TestName = "Not offered: another name of the list would throw the new one away"
    )]
    [TestCase("readonly int[] a = [1]; public void Set() => a[0] = 2;", TestName = "Not offered: an element is assigned")]
    [TestCase("readonly int[] a = [1]; public int[] All => a;", TestName = "Not offered: others rely on the array")]
    [TestCase(
        "readonly int[]? a; public C(int[]? given) => a = given; public int N => a?.Length ?? 0;",
        TestName = "Not offered: what may be null cannot be copied"
    )]
    [TestCase("readonly int[,] a = new int[2, 2]; public int N => a.Length;", TestName = "Not offered: an array of two dimensions")]
    [TestCase("readonly List<List<int>> a = []; public int N => a.Count;", TestName = "Not offered: the elements are mutable as well")]
    [TestCase("readonly int[] a = [1], b = [2]; public int N => a.Length + b.Length;", TestName = "Not offered: two fields in one declaration")]
    public async Task An_immutable_collection_is_not_offered_where_code_would_break(string members)
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync($"[Troops.Immutable] sealed class C {{ {members} }}", "TROOP002");
        Assert.That(titles, Is.Empty);
    }

    [Test]
    public async Task All_arrays_of_a_document_become_immutable_at_once_with_one_using_directive()
    {
        string text = await Fixing.FixAllAsync(
            "using Troops;\n\n[Immutable]\nsealed class C\n{\n    readonly int[] a = [1];\n\n    readonly string[] b = { \"x\" };\n\n    public int N => a.Length + b.Length;\n}\n",
            "TROOP002",
            "Make 'a' an ImmutableArray<int>"
        );
        Assert.That(
            text,
            Is.EqualTo(
                "using System.Collections.Immutable;\nusing Troops;\n\n[Immutable]\nsealed class C\n{\n    readonly ImmutableArray<int> a = [1];\n\n    readonly ImmutableArray<string> b = [\"x\"];\n\n    public int N => a.Length + b.Length;\n}\n"
            )
        );
    }

    /// <summary>From a declaration, as <c>ImmutableArray&lt;int&gt;? a = ...</c>.</summary>
    private static string Title(string declaration) => $"Make 'a' an {declaration[..declaration.IndexOf(" a =", StringComparison.Ordinal)].TrimEnd('?')}";
}
