using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Tests.Analyzers;

/// <summary>TROOP023 where it needs another assembly: one that says nothing, one that was checked, one that a list speaks for.</summary>
[TestFixture, Category("Spec")]
internal sealed class ForeignSingletonTests
{
    private const string Library = """
        namespace Library;
        public class Cache { public static Cache Shared { get; } = new(); public static Cache Make => new(); public int Size { get; set; } }
        public static class Globals { public static Cache? Found; public static readonly Cache Fixed = new(); public static int Count; }
        """;

    // The generator of the package writes such an assembly's mark; the runtime may or may not have it yet.
    private const string Mark =
        "[assembly: Troops.TroopsVerified] namespace Troops { [System.AttributeUsage(System.AttributeTargets.Assembly)] public class TroopsVerifiedAttribute : System.Attribute; }";

    private const string Users = """
        static class Users
        {
            internal static int Size() => Library.Cache.Shared.Size + Library.Cache.Make.Size + Library.Globals.Fixed.Size + Library.Globals.Count;
            internal static Library.Cache? Found() => Library.Globals.Found;
            internal static string Name() => nameof(Library.Cache.Shared);
        }
        """;

    [Test]
    public async Task An_assembly_that_says_nothing_gives_nobody_a_mutable_singleton() =>
        Assert.That(await FindAsync(Library), Is.EqualTo(["Library.Cache.Shared", "Library.Globals.Found"]));

    [Test]
    public async Task An_assembly_that_was_checked_may() =>
        Assert.That(await FindAsync($"{Mark}{Library}".Replace("namespace Library;", "namespace Library {", StringComparison.Ordinal) + "}"), Is.Empty);

    [Test]
    public async Task A_list_speaks_for_one_member() =>
        Assert.That(await FindAsync(Library, "Sync Library.Cache.Shared member"), Is.EqualTo(["Library.Globals.Found"]));

    private static async Task<string[]> FindAsync(string library, params AdditionalText[] lists)
    {
        ImmutableArray<MetadataReference> references = [.. Net100.References.All];
        CSharpCompilation other = TestCompilation.Of([("Library.cs", library)], references, "Library");
        Assert.That(TestCompilation.Errors(other), Is.Empty);

        CSharpCompilation users = TestCompilation.Of([("Users.cs", Users)], [.. references, TestCompilation.Runtime, other.ToMetadataReference()]);
        Assert.That(TestCompilation.Errors(users), Is.Empty);
        ImmutableArray<Diagnostic> found = await TestCompilation.AnalyzeAsync(users, options: new AnalyzerOptions([.. lists]));
        Assert.That(found.Select(static diagnostic => diagnostic.Id), Is.All.EqualTo("TROOP023"));
        return [.. found.Select(static diagnostic => SpecLine.Of(diagnostic).Text)];
    }

    private static Task<string[]> FindAsync(string library, string list) => FindAsync(library, new ListFile(list));

    private sealed class ListFile(string text) : AdditionalText
    {
        public override string Path => "my.troops.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
