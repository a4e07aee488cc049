using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Generators.Verdicts;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;
using Troops.Tests.Analyzers;
using Troops.Tests.Support;

namespace Troops.Tests.Generators.Verdicts;

/// <summary>What an assembly tells others about its types.</summary>
[TestFixture, Category("Unit")]
internal sealed class InferredKindsTests
{
    private const string Library = """
        using System.Collections.Immutable;
        using System.Runtime.CompilerServices;
        using Troops;
        using Troops.Sharing;
        [assembly: InternalsVisibleTo("Friend")]
        namespace Shop;

        internal sealed class Line(string article, int count) { public string Text => article + count; }
        internal class Open { protected readonly int number; }
        internal abstract class Shape { protected readonly int sides; }
        internal sealed class Square : Open;
        internal readonly struct Price(decimal value) { public decimal Value => value; }
        internal sealed record Node(Node? Next, int Value);
        internal sealed record Box<T>(T Value);
        internal sealed record Pair<TLeft, TUnused, TRight>(ImmutableArray<TLeft> Left, TRight Right);
        internal sealed record Sure<[Immutable] T>(T Value);
        internal sealed record Constrained<T>(T Value) where T : Marked;
        internal sealed record Request(int Number, Channel<string> Reply);
        internal sealed class Outer<T> { internal sealed record Inner<TInner>(T First, TInner Second); internal sealed record Plain(T Only); }
        internal sealed class Client(HttpClient client) { public HttpClient Get() => client; }
        public sealed class Holder { internal sealed record Nested(int Number); private sealed record Hidden(int Number); }

        internal sealed class Mutable { internal int number; }
        internal sealed class Lists(List<int> list) { public int Count => list.Count; }
        internal sealed record Growing<T>(Growing<Growing<T>>? Next);
        internal sealed partial class Partial { private readonly int number; }
        internal sealed class HoldsPartial { private readonly Partial? part; }
        internal sealed class HoldsPartialDeep { private readonly ImmutableArray<Box<Partial>> parts; }
        public sealed record Public(int Number);
        internal enum Colour { Red }
        internal interface IThing;
        internal delegate void Act();
        internal static class Statics;
        internal ref struct Reference { internal readonly int number; }
        file sealed record OnlyHere(int Number);
        [Immutable] internal record Marked(int Number);
        internal sealed record BelowMarked(int Number) : Marked(Number);
        """;

    [Test]
    public void Inferred_kinds_are_listed_and_the_assembly_is_stamped() => Snapshot.Verify(GeneratorRun.Output(("Library.cs", Library)));

    [Test]
    public void The_list_is_read_back_without_an_error()
    {
        string text = GeneratorRun.Output(("Library.cs", Library)).Split("@\"")[1].Split('"')[0];
        KindList list = KindList.Parse(text, "Library");
        Assert.That(list.Errors, Is.Empty);
        Assert.That(list.Entries, Is.Not.Empty);
    }

    [TestCase("Shop.Line", Kind.Val)]
    [TestCase("Shop.Square", Kind.Val)]
    [TestCase("Shop.Node", Kind.Val)]
    [TestCase("Shop.Request", Kind.Sync)]
    [TestCase("Shop.Open", Kind.Ref)]
    [TestCase("Shop.Mutable", Kind.Ref)]
    [TestCase("Shop.Partial", Kind.Ref)]
    public void A_friend_assembly_finds_the_kind_that_was_inferred(string name, Kind expected)
    {
        Kinds kinds = AtFriend();
        Assert.That(kinds.Total(kinds.Symbols.Compilation.GetTypeByMetadataName(name)!).Kind, Is.EqualTo(expected));
    }

    [Test]
    public void A_friend_assembly_knows_objects_of_exactly_an_open_class()
    {
        Kinds kinds = AtFriend();
        Assert.That(kinds.Exact(kinds.Symbols.Compilation.GetTypeByMetadataName("Shop.Open")!).Kind, Is.EqualTo(Kind.Val));
    }

    [TestCase(SpecialType.System_Int32, Kind.Val)]
    [TestCase(SpecialType.System_Object, Kind.Ref)]
    public void The_kind_of_a_generic_type_is_that_of_the_arguments_it_holds(SpecialType argument, Kind expected)
    {
        Kinds kinds = AtFriend();
        Compilation compilation = kinds.Symbols.Compilation;
        INamedTypeSymbol value = compilation.GetSpecialType(SpecialType.System_Int32);
        INamedTypeSymbol probe = compilation.GetSpecialType(argument);
        INamedTypeSymbol pair = compilation.GetTypeByMetadataName("Shop.Pair`3")!;
        Assert.That(kinds.Total(pair.Construct(value, value, probe)).Kind, Is.EqualTo(expected));
        Assert.That(kinds.Total(pair.Construct(probe, value, value)).Kind, Is.EqualTo(expected));
        Assert.That(kinds.Total(pair.Construct(value, probe, value)).Kind, Is.EqualTo(Kind.Val), "an argument that no field holds");
        INamedTypeSymbol inner = compilation.GetTypeByMetadataName("Shop.Outer`1")!.Construct(probe).GetTypeMembers("Inner").Single().Construct(value);
        Assert.That(kinds.Total(inner).Kind, Is.EqualTo(expected), "the outer type's argument");
    }

    [Test]
    public void A_users_list_counts_in_what_is_inferred()
    {
        const string source = "internal sealed record Entry(System.Text.StringBuilder Text);";
        TestFile list = new("my.troops.txt", "Val System.Text.StringBuilder");
        Assert.That(GeneratorRun.Output(("Entry.cs", source)), Does.Not.Contain("Entry"));
        Assert.That(GeneratorRun.Output(TestCompilation.Of(("Entry.cs", source)), GeneratorRun.Driver(files: [list])), Does.Contain("\nVal Entry\n"));
    }

    [Test]
    public void A_type_that_another_generator_writes_is_not_guessed_at() =>
        Assert.That(GeneratorRun.Output(("Entry.cs", "internal sealed record Entry(NotYetThere Value);")), Does.Not.Contain("Val Entry"));

    [Test]
    public void Without_the_runtime_nothing_is_written() =>
        Assert.That(GeneratorRun.Output(TestCompilation.Of([("Entry.cs", "internal sealed record Entry(int Value);")], Net100.References.All)), Is.Empty);

    [Test]
    public void An_edit_that_changes_no_verdict_writes_nothing_anew()
    {
        CSharpCompilation compilation = TestCompilation.Of(("Library.cs", Library), ("Other.cs", "static class Other { static int N() => 1; }"));
        GeneratorDriver driver = GeneratorRun.Driver().RunGenerators(compilation);
        SyntaxTree old = compilation.SyntaxTrees.Single(static tree => tree.FilePath == "Other.cs");
        SyntaxTree edited = CSharpSyntaxTree.ParseText("static class Other { static int N() => 2; }", TestCompilation.Parsing, "Other.cs");

        GeneratorRunResult result = driver.RunGenerators(compilation.ReplaceSyntaxTree(old, edited)).GetRunResult().Results.Single();

        Assert.That(Reasons(result.TrackedSteps[VerdictsGenerator.Verdicts]), Is.EqualTo([IncrementalStepRunReason.Unchanged]));
        Assert.That(Reasons(result.TrackedOutputSteps.SelectMany(static step => step.Value)), Is.EqualTo([IncrementalStepRunReason.Cached]));
    }

    [Test]
    public void An_edit_that_changes_a_verdict_is_seen()
    {
        CSharpCompilation compilation = TestCompilation.Of(("Entry.cs", "internal sealed class Entry { internal readonly int number; }"));
        GeneratorDriver driver = GeneratorRun.Driver().RunGenerators(compilation);
        SyntaxTree edited = CSharpSyntaxTree.ParseText("internal sealed class Entry { internal int number; }", TestCompilation.Parsing, "Entry.cs");

        GeneratorRunResult result = driver.RunGenerators(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], edited)).GetRunResult().Results.Single();

        Assert.That(Reasons(result.TrackedSteps[VerdictsGenerator.Verdicts]), Is.EqualTo([IncrementalStepRunReason.Modified]));
    }

    [Test]
    public void An_editor_that_leaves_implementations_out_runs_nothing_of_it()
    {
        GeneratorDriver driver = GeneratorRun.Driver(leftOut: IncrementalGeneratorOutputKind.Implementation);
        GeneratorRunResult result = driver.RunGenerators(TestCompilation.Of(("Library.cs", Library))).GetRunResult().Results.Single();
        Assert.That(result.TrackedSteps, Does.Not.ContainKey(VerdictsGenerator.Verdicts));
        Assert.That(result.GeneratedSources, Is.Empty);
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason);

    /// <summary>The kinds that a compilation sees which refers to the compiled library.</summary>
    private static Kinds AtFriend()
    {
        using MemoryStream image = new();
        Compilation library = GeneratorRun.Compile(TestCompilation.Of(("Library.cs", Library)));
        Assert.That(library.Emit(image).Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        ImmutableArray<byte> bytes = [.. image.ToArray()];
        CSharpCompilation friend = TestCompilation.Of(
            [("Friend.cs", "")],
            [.. Net100.References.All, TestCompilation.Runtime, MetadataReference.CreateFromImage(bytes)],
            "Friend"
        );
        return new(KnownSymbols.Create(friend)!, KindList.Shipped);
    }
}
