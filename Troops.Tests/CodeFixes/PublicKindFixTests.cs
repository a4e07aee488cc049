using Microsoft.CodeAnalysis;

namespace Troops.Tests.CodeFixes;

/// <summary>A public type gets its line in <c>PublicKinds.txt</c>.</summary>
[TestFixture, Category("Unit")]
internal sealed class PublicKindFixTests
{
    [TestCase("", "# Mine.\n%Val Beta.Order\nVal Shop.A\n")]
    [TestCase("// PublicKinds.txt: Val Zoo.B\n", "# Mine.\nVal Shop.A\n%Val Zoo.B\n")]
    public async Task A_line_is_added_among_the_others_by_name(string more, string expected)
    {
        string first = more.Length == 0 ? "// PublicKinds.txt: Val Beta.Order\n" : "";
        string source = $"// PublicKinds.txt: # Mine.\n{first}{more}using Troops;\nnamespace Shop;\n[Immutable] public sealed record A(int X);\n";
        using FixProject project = new(("Program.cs", source));
        (Offer offer, _) = await Fixing.FindAsync(project, "TROOP094", "Add 'Val Shop.A' to PublicKinds.txt");
        Project changed = await project.ApplyAsync(offer.Action);
        string text = (await changed.AdditionalDocuments.Single().GetTextAsync()).ToString();
        Assert.That(text, Is.EqualTo(expected.Replace("%", "", StringComparison.Ordinal)));
        Assert.That((await FixProject.DiagnosticsAsync(changed)).Where(static found => found.Location.IsInSource), Is.Empty);
    }
}
