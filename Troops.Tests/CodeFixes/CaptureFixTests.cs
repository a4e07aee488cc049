namespace Troops.Tests.CodeFixes;

/// <summary>What a lambda takes to another thread is copied or frozen in front of it.</summary>
[TestFixture, Category("Unit")]
internal sealed class CaptureFixTests
{
    [TestCase("Use(this.name)", "Use(name1)", "name1")]
    [TestCase("Use(name)", "Use(name1)", "name1")]
    [TestCase("{ Use(name); Use(this.name + name.Length); }", "{ Use(name1); Use(name1 + name1.Length); }", "name1")]
    public async Task A_member_of_this_is_copied(string body, string expected, string local)
    {
        string text = await Fixing.FixAsync(Member($"        // Go.\n        TroopThread.Start(() => {body});\n"), "TROOP030", "Capture a copy of 'name'");
        Assert.That(text, Is.EqualTo(Member($"        // Go.\n        var {local} = {Read(body)};\n        TroopThread.Start(() => {expected});\n")));

        static string Read(string body) => body.StartsWith("Use(this", StringComparison.Ordinal) ? "this.name" : "name";
    }

    [Test]
    public async Task All_members_are_copied_at_once_for_one_that_is_left_would_keep_the_object()
    {
        string text = await Fixing.FixAsync(
            "using Troops;\n\nclass C(int n)\n{\n    string _name = \"\";\n    int Size { get; set; } = n;\n\n    void M()\n    {\n        TroopThread.Start(() => _name.Length + Size);\n    }\n}\n",
            "TROOP030",
            "Capture copies of '_name', 'Size'"
        );
        Assert.That(text, Does.Contain("        var name = _name;\n        var size = Size;\n        TroopThread.Start(() => name.Length + size);\n"));
    }

    [TestCase("count++")]
    [TestCase("M()")]
    [TestCase("Console.WriteLine(this)")]
    [TestCase("Console.WriteLine(items)")]
    public async Task What_needs_the_object_or_is_mutable_is_not_copied(string body)
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            $"using Troops; class C {{ int count; StringWriter items = new(); void M() {{ TroopThread.Start(() => {{ {body}; }}); }} }}",
            "TROOP030"
        );
        Assert.That(titles, Is.Empty);
    }

    [Test]
    public async Task A_method_without_braces_gets_them()
    {
        string text = await Fixing.FixAsync(
            "using Troops;\n\nclass C\n{\n    string name = \"\";\n    TroopThread M() => TroopThread.Start(() => Console.WriteLine(name));\n}\n",
            "TROOP030",
            "Capture a copy of 'name'"
        );
        Assert.That(
            text.ReplaceLineEndings("\n"),
            Does.Contain("    TroopThread M()\n    {\n        var name1 = name;\n        return TroopThread.Start(() => Console.WriteLine(name1));\n    }\n")
        );
    }

    [Test]
    public async Task A_variable_that_is_assigned_is_copied()
    {
        string text = await Fixing.FixAsync(
            "using Troops;\n\nclass C\n{\n    void M(int n)\n    {\n        TroopThread.Start(() => Console.WriteLine(n));\n        n++;\n    }\n}\n",
            "TROOP031",
            "Capture a copy of 'n'"
        );
        Assert.That(text, Does.Contain("        var n1 = n;\n        TroopThread.Start(() => Console.WriteLine(n1));\n        n++;\n"));
    }

    [Test]
    public async Task The_variable_of_a_loop_is_copied_in_each_turn()
    {
        string text = await Fixing.FixAsync(
            "using Troops;\n\nclass C\n{\n    void M()\n    {\n        for (int i = 0; i < 3; i++)\n            TroopThread.Start(() => Console.WriteLine(i));\n    }\n}\n",
            "TROOP031",
            "Capture a copy of 'i'"
        );
        Assert.That(
            text.ReplaceLineEndings("\n"),
            Does.Contain(
                "        for (int i = 0; i < 3; i++)\n        {\n            var i1 = i;\n            TroopThread.Start(() => Console.WriteLine(i1));\n        }\n"
            )
        );
    }

    [Test]
    public async Task A_variable_that_the_lambda_assigns_is_not_copied() =>
        Assert.That(await Fixing.TitlesAsync("using Troops; class C { void M() { int n = 0; TroopThread.Start(() => n++); } }", "TROOP031"), Is.Empty);

    [Test]
    public async Task A_copy_stands_before_the_lambda_that_crosses_and_not_within_it()
    {
        string text = await Fixing.FixAsync(
            "using Troops;\n\nclass C\n{\n    string name = \"\";\n\n    void M(string text)\n    {\n        TroopThread.Start(() => text.Count(c => c == name[0]));\n    }\n}\n",
            "TROOP030",
            "Capture a copy of 'name'"
        );
        Assert.That(text, Does.Contain("        var name1 = name;\n        TroopThread.Start(() => text.Count(c => c == name1[0]));\n"));
    }

    [TestCase("TROOP030", "List<int>", "items.Count", "ToImmutableArray", "frozen.Length")]
    [TestCase("TROOP030", "HashSet<int>", "items.Contains(1)", "ToImmutableHashSet", "frozen.Contains(1)")]
    [TestCase("TROOP030", "SortedSet<int>", "items.Max", "ToImmutableSortedSet", "frozen.Max")]
    [TestCase("TROOP030", "Dictionary<string, int>", "items[\"x\"]", "ToImmutableDictionary", "frozen[\"x\"]")]
    [TestCase("TROOP036", "IEnumerable<int>", "items.Sum()", "ToImmutableArray", "frozen.Sum()")]
    [TestCase("TROOP036", "IReadOnlyList<int>", "items[0] + items.Count", "ToImmutableArray", "frozen[0] + frozen.Length")]
    [TestCase("TROOP037", "ArraySegment<int>", "items.Count", "ToImmutableArray", "frozen.Length")]
    [TestCase("TROOP039", "string[]", "items.Length", "ToImmutableArray", "frozen.Length")]
    public async Task A_collection_is_frozen(string id, string type, string read, string method, string expected)
    {
        string text = await Fixing.FixAsync(Variable(type, $"        TroopThread.Start(() => {read});\n"), id, "Freeze 'items' before it crosses");
        Assert.That(
            text,
            Is.EqualTo(
                "using System.Collections.Immutable;\n"
                    + Variable(type, $"        var frozen = items.{method}();\n        TroopThread.Start(() => {expected});\n")
            )
        );
    }

    [TestCase("items.Add(1)")]
    [TestCase("items.Sort()")]
    [TestCase("items[0] = 1")]
    [TestCase("items.Capacity.ToString()")]
    public async Task What_is_changed_in_the_thread_is_not_frozen(string use) =>
        Assert.That(await Fixing.TitlesAsync(Variable("List<int>", $"TroopThread.Start(() => {{ {use}; }});"), "TROOP030"), Is.Empty);

    [Test]
    public async Task A_collection_of_something_mutable_is_not_frozen() =>
        Assert.That(await Fixing.TitlesAsync(Variable("List<int[]>", "TroopThread.Start(() => items.Count);"), "TROOP030"), Is.Empty);

    [Test]
    public async Task What_is_handed_over_is_frozen_on_the_spot()
    {
        string text = await Fixing.FixAsync(
            "using Troops;\n\nclass C\n{\n    void M(List<int> items) => GC.KeepAlive(new Timer(static _ => { }, items, 0, 1));\n}\n",
            "TROOP032",
            "Freeze 'items' before it crosses"
        );
        Assert.That(text, Does.Contain("new Timer(static _ => { }, items.ToImmutableArray(), 0, 1)"));
    }

    [Test]
    public async Task A_collection_in_a_field_is_frozen()
    {
        string text = await Fixing.FixAsync(
            "using Troops;\n\nclass C\n{\n    List<int> items = [];\n    int first;\n\n    void M()\n    {\n        TroopThread.Start(() => items.Count + first);\n    }\n}\n",
            "TROOP030",
            "Freeze 'items' before it crosses"
        );
        Assert.That(
            text,
            Does.Contain(
                "        var frozen = items.ToImmutableArray();\n        var first1 = first;\n        TroopThread.Start(() => frozen.Length + first1);\n"
            )
        );
    }

    [Test]
    public async Task A_type_parameter_whose_value_crosses_is_marked()
    {
        string text = await Fixing.FixAsync(
            "using Troops; static class C { static void M<T>(T value) => TroopThread.Start(() => Console.WriteLine(value)); }",
            "TROOP035",
            "Mark 'T' [Shareable]"
        );
        Assert.That(text, Does.Contain("static void M<[Shareable] T>(T value)"));
    }

    [TestCase("static class C { static Channel<T> M<T>() => new(1); }", "M<[Shareable] T>")]
    [TestCase("sealed class C<T> { Channel<T>? channel; }", "C<[Shareable] T>")]
    [TestCase("static class C { static void Go<[Shareable] U>(U value) { } static void M<T>(T value) => Go(value); }", "M<[Shareable] T>")]
    public async Task A_type_parameter_that_is_given_on_is_marked(string program, string expected) =>
        Assert.That(await Fixing.FixAsync($"using Troops; using Troops.Sharing; {program}", "TROOP011", "Mark 'T' [Shareable]"), Does.Contain(expected));

    private static string Member(string statements) =>
        $"using Troops;\n\nclass C\n{{\n    string name = \"\";\n\n    void M()\n    {{\n{statements}    }}\n\n    static void Use(string text) {{ }}\n}}\n";

    private static string Variable(string type, string statements) =>
        $"using Troops;\n\nstatic class C\n{{\n    static void M({type} items)\n    {{\n{statements}    }}\n}}\n";
}
