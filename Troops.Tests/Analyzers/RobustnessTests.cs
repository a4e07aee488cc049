using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Benchmarks.Analyzers;
using Troops.Benchmarks.Analyzers.Business;
using Troops.Tests.CodeFixes;

namespace Troops.Tests.Analyzers;

/// <summary>An editor shows the analyzers every half-written program that there is: they may say what they like, but they must come back.</summary>
[TestFixture, Category("Spec")]
internal sealed partial class RobustnessTests
{
    /// <summary>How many broken programs are made of the specs unless <c>TROOPS_EVERY_TOKEN=1</c> asks for all of them.</summary>
    private const int Sample = 600;

    private const string BrokenCore = """
        namespace System
        {
            public class Object { } public abstract class ValueType { } public abstract class Enum : ValueType { }
            public struct Void { } public struct Boolean { } public struct Int32 { } public sealed class String { }
            public abstract class Attribute { }
        }
        """;

    private static readonly bool IsEveryToken = Environment.GetEnvironmentVariable("TROOPS_EVERY_TOKEN") == "1";

    private static IEnumerable<string> Projects => ["Troops.Runtime", "Troops.Roslyn", "Troops.Analyzers", "Troops.Benchmarks", "Troops.Tests"];

    [TestCaseSource(nameof(Projects))]
    public Task The_projects_of_this_repository_are_survived(string project) => Robustness.SurviveAsync(Subjects.Own(project).Compile(), project);

    [Test]
    public Task A_big_project_is_survived() => Robustness.SurviveAsync(Subjects.Generated().Compile(), nameof(BusinessProject));

    [Test]
    public Task Programs_that_end_after_any_token_are_survived() => SurviveAllAsync(static (source, token) => source[..token.Span.End]);

    [Test]
    public Task Programs_that_lack_any_token_are_survived() => SurviveAllAsync(static (source, token) => source.Remove(token.SpanStart, token.Span.Length));

    [Test]
    public async Task Programs_without_references_or_with_broken_ones_are_survived()
    {
        MetadataReference broken = CSharpCompilation.Create("System.Runtime", [Parse(BrokenCore)]).ToMetadataReference();
        MetadataReference[][] sets =
        [
            [.. Net100.References.All],
            [],
            [TestCompilation.Runtime],
            [broken],
            [broken, TestCompilation.Runtime],
        ];
        foreach (MetadataReference[] references in sets)
        {
            CSharpCompilation empty = TestCompilation.Of([], references);
            await Parallel.ForEachAsync(
                Thin(SpecFile.AllPrograms(), Sample / sets.Length),
                async (program, _) =>
                    await Robustness.SurviveAsync(empty.AddSyntaxTrees(Parse(program.Source)), $"{program.Name} with {references.Length} references")
            );
        }
    }

    [Test]
    public async Task Types_of_another_project_in_source_are_survived_and_told_of()
    {
        const string library =
            "using Troops; public sealed class Lines { public int Count { get; set; } } [ConditionallyImmutable] public sealed class Maybe<[OnlyIf] T> { } public class Open { int x; }";
        const string user = """
            using Troops;
            [Immutable] sealed class C(Lines p) : Open { readonly Lines l; readonly Maybe<Lines> m; readonly object o = new Lines(); int P => p.Count; static Lines s; static readonly object t = new Lines(); }
            """;
        CSharpCompilation compilation = TestCompilation.Of(
            [("User.cs", user)],
            [
                .. Net100.References.All,
                TestCompilation.Runtime,
                TestCompilation.Of([("Library.cs", library)], [.. Net100.References.All, TestCompilation.Runtime], "Library").ToMetadataReference(),
            ]
        );
        Assert.That(await Robustness.SurviveAsync(compilation, nameof(user)), Has.Length.GreaterThan(4));
    }

    [Test]
    public async Task Fixes_of_programs_that_end_after_any_token_are_survived()
    {
        IEnumerable<(string Name, string Source)> programs = Damaged(static (source, token) => source[..token.Span.End]);
        int offers = 0;
        foreach ((string name, string source) in IsEveryToken ? programs : Thin(programs, Sample / 5))
        {
            using FixProject project = new(("Program.cs", source));
            foreach (Diagnostic diagnostic in await project.DiagnosticsAsync())
            {
                Assert.DoesNotThrowAsync(
                    async () =>
                    {
                        foreach (Offer offer in await project.OffersAsync(diagnostic))
                        {
                            await project.ApplyAsync(offer.Action);
                            offers++;
                        }
                    },
                    $"{name}, {diagnostic}\n{source}"
                );
            }
        }

        Assert.That(offers, Is.Positive, "there is something to survive");
    }

    [Test]
    public async Task Annotations_that_a_program_declares_itself_on_a_broken_core_are_survived()
    {
        const string own = """
            namespace Troops { public class ImmutableAttribute : System.Attribute { } public class OnlyIfAttribute : System.Attribute { } }
            namespace Mine { [Troops.Immutable] class C<[Troops.OnlyIf] T> : Missing<T> { int x; readonly T t; readonly System.Func<T> f; readonly string s; readonly object o = "a"; static C<int> c; } }
            """;
        foreach (string core in new[] { "", BrokenCore })
        {
            await Robustness.SurviveAsync(TestCompilation.Of([("Core.cs", core), ("Own.cs", own)], []), $"{core.Length} characters of core");
        }
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, TestCompilation.Parsing);

    private static Task SurviveAllAsync(Func<string, SyntaxToken, string> damage) => SurviveAllAsync(Damaged(damage), Sample);

    private static Task SurviveAllAsync(IEnumerable<(string Name, string Source)> all, int sample) =>
        Parallel.ForEachAsync(IsEveryToken ? all : Thin(all, sample), static async (program, _) => await Robustness.SurviveAsync(program.Source, program.Name));

    private static IEnumerable<(string Name, string Source)> Damaged(Func<string, SyntaxToken, string> damage) => Damaged(SpecFile.AllPrograms(), damage);

    private static IEnumerable<(string Name, string Source)> Damaged(
        IEnumerable<(string Name, string Source)> programs,
        Func<string, SyntaxToken, string> damage
    ) =>
        programs.SelectMany(program =>
            Parse(program.Source).GetRoot().DescendantTokens().Select(token => ($"{program.Name}, token {token.SpanStart}", damage(program.Source, token)))
        );

    /// <summary>So many of them, or all if there are fewer, from everywhere and always the same.</summary>
    private static IEnumerable<T> Thin<T>(IEnumerable<T> all, int count)
    {
        ImmutableArray<T> list = [.. all];
        int taken = Math.Min(count, list.Length);
        for (int i = 0; i < taken; i++)
        {
            yield return list[(int)((long)i * list.Length / taken)];
        }
    }
}
