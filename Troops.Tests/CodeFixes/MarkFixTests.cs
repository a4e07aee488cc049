using Microsoft.CodeAnalysis.CodeFixes;

namespace Troops.Tests.CodeFixes;

/// <summary>Types and type parameters get their marks, classes are sealed, and what says nothing goes.</summary>
[TestFixture, Category("Unit")]
internal sealed class MarkFixTests
{
    [Test]
    public async Task A_suggested_type_is_marked_on_a_line_of_its_own_below_its_comment()
    {
        string text = await Fixing.FixAsync(
            "namespace N\n{\n    /// <summary>A price.</summary>\n    [Obsolete]\n    public sealed record Price(decimal Amount);\n}\n",
            "TROOP090",
            "Mark 'Price' [Immutable]"
        );
        Assert.That(
            text,
            Is.EqualTo(
                "using Troops;\n\nnamespace N\n{\n    /// <summary>A price.</summary>\n    [Immutable]\n    [Obsolete]\n    public sealed record Price(decimal Amount);\n}\n"
            )
        );
    }

    [TestCase(FixAllScope.Document)]
    [TestCase(FixAllScope.Project)]
    public async Task All_suggested_types_are_marked_at_once(FixAllScope scope)
    {
        string text = await Fixing.FixAllAsync(
            "public sealed record A(int X);\npublic sealed record B(int X);\n\npublic static class Outer\n{\n    public readonly record struct C(int X);\n}\n",
            "TROOP090",
            "Mark 'A' [Immutable]",
            scope
        );
        Assert.That(
            text,
            Is.EqualTo(
                "using Troops;\n\n[Immutable]\npublic sealed record A(int X);\n[Immutable]\npublic sealed record B(int X);\n\npublic static class Outer\n{\n    [Immutable]\n    public readonly record struct C(int X);\n}\n"
            )
        );
    }

    [Test]
    public async Task A_public_type_at_the_end_of_a_path_is_marked()
    {
        string text = await Fixing.FixAsync(
            "using Troops;\n\n[Immutable]\npublic sealed record Order(Line First);\npublic sealed record Line(string Text);\n",
            "TROOP002",
            "Mark 'Line' [Immutable]"
        );
        Assert.That(text, Does.Contain("[Immutable]\npublic sealed record Line(string Text);"));
    }

    [Test]
    public async Task A_type_that_would_break_the_promise_is_not_marked()
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            "using Troops; [Immutable] public sealed record Order(Line First); public sealed record Line(List<int> Marks);",
            "TROOP002"
        );
        Assert.That(titles, Is.Empty);
    }

    [Test]
    public async Task A_class_whose_subclass_would_break_the_promise_is_not_marked()
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            "using Troops; [Immutable] public sealed record Order(Line First); public class Line { public int X { get; } } sealed class Long : Line { public int Y { get; set; } }",
            "TROOP002"
        );
        Assert.That(titles, Is.Empty);
    }

    [Test]
    public async Task A_base_class_is_marked_for_itself_alone()
    {
        string text = await Fixing.FixAsync(
            "using Troops;\n\npublic class Shape { public int X { get; } }\n\n[Immutable]\npublic sealed class Circle : Shape;\n",
            "TROOP005",
            "Mark 'Shape' [ImmutableBase]"
        );
        Assert.That(text, Does.Contain("[ImmutableBase]\npublic class Shape"));
    }

    [Test]
    public async Task A_mutable_base_class_is_not_marked()
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            "using Troops; public class Shape { public int X { get; set; } public void Move() => X++; } [Immutable] public sealed class Circle : Shape;",
            "TROOP005"
        );
        Assert.That(titles, Is.Empty);
    }

    [Test]
    public async Task A_type_parameter_can_demand_immutable_arguments()
    {
        string text = await Fixing.FixAsync(
            "using Troops; [Immutable] sealed class C<T>(T given) { readonly T v = given; public T V => v; }",
            "TROOP002",
            "Mark 'T' [Immutable]"
        );
        Assert.That(text, Does.Contain("sealed class C<[Immutable] T>(T given)"));
    }

    [Test]
    public async Task A_type_can_depend_on_its_type_parameter_instead()
    {
        string text = await Fixing.FixAsync(
            "using Troops; [Immutable] sealed class C<T>(T given) { readonly T v = given; public T V => v; }",
            "TROOP002",
            "Make 'C' [ConditionallyImmutable], if 'T' is immutable"
        );
        Assert.That(text, Does.Contain("[ConditionallyImmutable] sealed class C<[OnlyIf] T>(T given)"));
    }

    [Test]
    public async Task A_conditional_type_depends_on_another_type_parameter()
    {
        string text = await Fixing.FixAsync(
            "using Troops; [ConditionallyImmutable] sealed record C<[OnlyIf] T, U>(T First, U Second);",
            "TROOP002",
            "Mark 'U' [OnlyIf]"
        );
        Assert.That(text, Does.Contain("sealed record C<[OnlyIf] T, [OnlyIf] U>(T First, U Second);"));
    }

    [Test]
    public async Task A_class_that_nothing_derives_from_is_sealed()
    {
        string text = await Fixing.FixAsync(
            "using Troops; [Immutable] sealed record Order(Line First); internal partial class Line { public int X { get; } }",
            id: await OfOpenAsync(),
            "Seal 'Line'"
        );
        Assert.That(text, Does.Contain("internal sealed partial class Line"));
    }

    [Test]
    public async Task A_class_that_something_derives_from_is_not_sealed()
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            "using Troops; [Immutable] sealed record Order(Line First); class Line { public int X { get; } } class Long : Line { public int Y { get; set; } }",
            await OfOpenAsync()
        );
        Assert.That(titles, Is.Empty);
    }

    [Test]
    public async Task A_class_with_virtual_members_is_not_sealed()
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            "using Troops; [Immutable] sealed record Order(Line First); class Line { public virtual int X => 1; }",
            await OfOpenAsync()
        );
        Assert.That(titles, Does.Not.Contain("Seal 'Line'"));
    }

    [Test]
    public async Task An_audit_of_nothing_goes_and_the_comment_above_it_stays()
    {
        string text = await Fixing.FixAsync(
            "using Troops;\n\n[Immutable]\nsealed class C\n{\n    // One.\n    [Audited(\"me\", \"never written\", \"2099-12-31\")]\n    readonly int x = 1;\n    public int X => x;\n}\n",
            "TROOP093",
            "Delete [Audited]"
        );
        Assert.That(text, Is.EqualTo("using Troops;\n\n[Immutable]\nsealed class C\n{\n    // One.\n    readonly int x = 1;\n    public int X => x;\n}\n"));
    }

    [Test]
    public async Task All_audits_of_nothing_go_and_other_attributes_stay()
    {
        string text = await Fixing.FixAllAsync(
            "using Troops;\n\n[Immutable]\nsealed class C\n{\n    [Audited(\"me\", \"never written\", \"2099-12-31\"), Obsolete]\n    readonly int x = 1;\n\n    [Obsolete, Audited(\"me\", \"never written\", \"2099-12-31\")]\n    readonly int y = 1;\n\n    [Audited(\"me\", \"does nothing\", \"2099-12-31\")]\n    public C() { }\n}\n",
            "TROOP093",
            "Delete [Audited]"
        );
        Assert.That(
            text,
            Is.EqualTo(
                "using Troops;\n\n[Immutable]\nsealed class C\n{\n    [Obsolete]\n    readonly int x = 1;\n\n    [Obsolete]\n    readonly int y = 1;\n\n    public C() { }\n}\n"
            )
        );
    }

    /// <summary>The rule that judges what may be of an unsealed class.</summary>
    private static async Task<string> OfOpenAsync()
    {
        using FixProject project = new(("Program.cs", "using Troops; [Immutable] sealed record Order(Line First); class Line { public int X { get; } }"));
        return (await project.DiagnosticsAsync()).Single().Id;
    }
}
