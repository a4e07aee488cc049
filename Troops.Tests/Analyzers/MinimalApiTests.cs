using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Tests.Generators.Verdicts;
using Troops.Tests.House;
using Troops.Tests.Roslyn.Shipped;

namespace Troops.Tests.Analyzers;

/// <summary>A service of ASP.NET that begins with Troops: where it says so, the analyzers leave alone what they are not asked about.</summary>
[TestFixture, Category("Spec")]
internal sealed class MinimalApiTests
{
    private const string Folder = "Troops.Tests/Specs/MinimalApi";

    [Test]
    public async Task A_service_gets_no_word_in_the_annotated_scope()
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync("Annotated");
        Assert.That(found, Is.Empty, () => string.Join('\n', found));
    }

    [Test]
    public async Task Nor_has_the_default_scope()
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync("Project");
        Assert.That(found, Is.Empty, () => string.Join('\n', found));
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string scope)
    {
        IEnumerable<(string, string)> files = Repository.SourceFiles(Folder).Select(static path => (path, File.ReadAllText(Repository.FullPath(path))));
        CSharpCompilation compilation = TestCompilation.Of(files, [.. Net100.References.All, .. DotNet.AspNetReferences(), TestCompilation.Runtime]);
        compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        Assert.That(TestCompilation.Errors(compilation), Is.Empty);

        TestConfiguration configuration = new(("build.globalconfig", $"is_global = true\nbuild_property.TroopsScope = {scope}"));
        return await TestCompilation.AnalyzeAsync(compilation, options: new AnalyzerOptions([], configuration));
    }
}
