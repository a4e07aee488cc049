using Microsoft.CodeAnalysis.CodeFixes;

namespace Troops.Tests.CodeFixes;

/// <summary>Fields become readonly, setters go.</summary>
[TestFixture, Category("Unit")]
internal sealed class FieldAndPropertyFixTests
{
    [Test]
    public async Task A_field_that_only_the_constructor_assigns_becomes_readonly()
    {
        string text = await Fixing.FixAsync(
            """
            using Troops;

            [Immutable]
            sealed class C
            {
                // What it counts.
                private int x = 1; // set once

                public C(int y) => x = y;

                public int X => x;
            }
            """,
            "TROOP001",
            "Make 'x' readonly"
        );
        Assert.That(text, Does.Contain("    // What it counts.\n    private readonly int x = 1; // set once\n"));
    }

    [Test]
    public async Task A_field_without_modifiers_keeps_the_comment_above_it()
    {
        string text = await Fixing.FixAsync(
            "[Troops.Immutable]\nsealed class C\n{\n    /// <summary>X.</summary>\n    int x = 1;\n    public int X => x;\n}\n",
            "TROOP001",
            "Make 'x' readonly"
        );
        Assert.That(text, Does.Contain("    /// <summary>X.</summary>\n    readonly int x = 1;\n"));
    }

    [Test]
    public async Task A_field_with_an_attribute_and_no_modifiers_becomes_readonly()
    {
        string text = await Fixing.FixAsync(
            "[Troops.Immutable]\nsealed class C\n{\n    [Obsolete]\n    int x = 1;\n    public int X => 1;\n}\n",
            "TROOP001",
            "Make 'x' readonly"
        );
        Assert.That(text, Does.Contain("    [Obsolete]\n    readonly int x = 1;\n"));
    }

    [Test]
    public async Task A_volatile_field_becomes_readonly_instead()
    {
        string text = await Fixing.FixAsync(
            "[Troops.Immutable] sealed class C { private volatile int v = 1; public int V => v; }",
            "TROOP001",
            "Make 'v' readonly"
        );
        Assert.That(text, Is.EqualTo("[Troops.Immutable] sealed class C { private readonly int v = 1; public int V => v; }"));
    }

    [TestCase("public void Set(int y) => x = y;", TestName = "Not offered: a method assigns the field")]
    [TestCase("public void Up() => x++;", TestName = "Not offered: a method increments the field")]
    [TestCase("public void Up() => Interlocked.Increment(ref x);", TestName = "Not offered: a reference to the field is taken")]
    [TestCase("public Action Later() => () => x = 2;", TestName = "Not offered: a lambda assigns the field")]
    [TestCase("public C() { Action later = () => x = 2; later(); }", TestName = "Not offered: a lambda in the constructor assigns the field")]
    public async Task Readonly_is_not_offered_where_something_assigns_the_field(string member)
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync($"[Troops.Immutable] sealed class C {{ int x = 1; public int X => x; {member} }}", "TROOP001");
        Assert.That(titles, Is.Empty);
    }

    [Test]
    public async Task Readonly_is_not_offered_where_another_file_assigns_the_field()
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            "[Troops.Immutable] sealed class C { internal int x = 1; }",
            "TROOP001",
            ("Other.cs", "static class Other { static void Set(C c) => c.x = 2; }")
        );
        Assert.That(titles, Is.Empty);
    }

    [Test]
    public async Task Readonly_is_not_offered_for_a_struct_that_would_change_a_copy()
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            "[Troops.Immutable] sealed class C { Counter c; public void Up() => c.Up(); } struct Counter { int n; public void Up() => n++; }",
            "TROOP001"
        );
        Assert.That(titles, Is.Empty);
    }

    [Test]
    public async Task A_static_field_becomes_readonly()
    {
        string text = await Fixing.FixAsync(
            "static class S { private static int limit = 3; public static int Limit => limit; }",
            "TROOP020",
            "Make 'limit' readonly"
        );
        Assert.That(text, Does.Contain("private static readonly int limit = 3;"));
    }

    [Test]
    public async Task A_field_at_the_end_of_a_path_becomes_readonly_in_its_own_file()
    {
        using FixProject project = new(
            ("Program.cs", "[Troops.Immutable] sealed class C(Box given) { readonly Box box = given; public int N => box.N; }"),
            ("Box.cs", "sealed class Box { int n = 1; public int N => n; }")
        );
        Microsoft.CodeAnalysis.Diagnostic diagnostic = (await project.DiagnosticsAsync()).Single();
        Offer offer = (await project.OffersAsync(diagnostic)).Single(static offer => offer.Action.Title == "Make 'n' readonly");
        Microsoft.CodeAnalysis.Project changed = await project.ApplyAsync(offer.Action);
        Assert.That(await FixProject.DiagnosticsAsync(changed), Is.Empty);
        Assert.That(await FixProject.TextAsync(changed, "Box.cs"), Is.EqualTo("sealed class Box { readonly int n = 1; public int N => n; }"));
    }

    [Test]
    public async Task A_setter_becomes_init_and_object_initializers_stay()
    {
        string text = await Fixing.FixAsync(
            """
            using Troops;

            [Immutable]
            sealed class C
            {
                public int P { get; set; }
                public static C Of(int p) => new() { P = p };
            }
            """,
            "TROOP001",
            "Make 'P' init"
        );
        Assert.That(text, Does.Contain("public int P { get; init; }"));
    }

    [Test]
    public async Task A_setter_that_assigns_field_becomes_init()
    {
        string text = await Fixing.FixAsync(
            "[Troops.Immutable] sealed class C { public int P { get; set => field = value > 0 ? value : 0; } }",
            "TROOP004",
            "Make 'P' init"
        );
        Assert.That(text, Does.Contain("{ get; init => field = value > 0 ? value : 0; }"));
    }

    [Test]
    public async Task A_private_setter_that_only_the_constructor_calls_goes()
    {
        string text = await Fixing.FixAsync(
            "[Troops.Immutable] sealed class C { public C(int p) => P = p; public int P { get; private set; } }",
            "TROOP001",
            "Make 'P' get-only"
        );
        Assert.That(text, Does.Contain("public int P { get; }"));
    }

    [Test]
    public async Task A_static_property_becomes_get_only()
    {
        string text = await Fixing.FixAsync("static class S { public static int Limit { get; set; } = 3; }", "TROOP020", "Make 'Limit' get-only");
        Assert.That(text, Does.Contain("public static int Limit { get; } = 3;"));
    }

    [TestCase("static class Other { static void Set(C c) => c.P = 2; }", TestName = "Not offered: another file assigns the property")]
    [TestCase("static class Other { static void Set(C c) => c.P += 2; }", TestName = "Not offered: another file adds to the property")]
    [TestCase("static class Other { static void Set(C c) => (c.P, _) = (2, 3); }", TestName = "Not offered: another file deconstructs into the property")]
    public async Task Init_is_not_offered_where_other_code_assigns_the_property(string other)
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            "[Troops.Immutable] sealed class C { public int P { get; set; } }",
            "TROOP001",
            ("Other.cs", other)
        );
        Assert.That(titles, Is.Empty);
    }

    [Test]
    public async Task Init_is_not_offered_where_an_interface_asks_for_the_setter()
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            "interface IHas { int P { get; set; } } [Troops.Immutable] sealed class C : IHas { public int P { get; set; } }",
            "TROOP001"
        );
        Assert.That(titles, Is.Empty);
    }

    [Test]
    public async Task All_setters_of_a_document_become_init_at_once()
    {
        string text = await Fixing.FixAllAsync(
            "[Troops.Immutable] sealed class C { public int P { get; set; } public int Q { get; set; } }\n[Troops.Immutable] sealed class D { public int R { get; set; } }",
            "TROOP001",
            "Make 'P' init"
        );
        Assert.That(text, Does.Not.Contain("set;"));
    }

    [Test]
    public async Task All_fields_of_a_project_become_readonly_at_once()
    {
        string text = await Fixing.FixAllAsync(
            "[Troops.Immutable] sealed class C { int x = 1, y = 2; int z = 3; public int Sum => x + y + z; }",
            "TROOP001",
            "Make 'x' readonly",
            FixAllScope.Project
        );
        Assert.That(text, Is.EqualTo("[Troops.Immutable] sealed class C { readonly int x = 1, y = 2; readonly int z = 3; public int Sum => x + y + z; }"));
    }

    [Test]
    public async Task A_record_struct_becomes_readonly()
    {
        string text = await Fixing.FixAsync("[Troops.Immutable] record struct Point(int X, int Y);", "TROOP001", "Make 'Point' a readonly struct");
        Assert.That(text, Is.EqualTo("[Troops.Immutable] readonly record struct Point(int X, int Y);"));
    }

    [Test]
    public async Task A_record_struct_whose_positional_property_is_assigned_stays_as_it_is()
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            "[Troops.Immutable] record struct Point(int X) { public static Point Moved(Point p) { p.X = 2; return p; } }",
            "TROOP001"
        );
        Assert.That(titles, Is.Empty);
    }
}
