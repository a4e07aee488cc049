using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Tests.House;

namespace Troops.Tests.Analyzers;

/// <summary>Correct programs, on which the analyzers have to be silent.</summary>
[TestFixture, Category("Spec")]
internal sealed class IdiomaticTests
{
    private const string Folder = "Troops.Tests/Specs/Idiomatic";

    [Test]
    public async Task A_correct_program_in_modern_CSharp_gets_no_word()
    {
        (string Path, string Text)[] files = [.. Repository.SourceFiles(Folder).Select(static path => (path, File.ReadAllText(Repository.FullPath(path))))];
        Assert.That(files.Sum(static file => file.Text.Split('\n').Length), Is.GreaterThan(2000), "lines");

        CSharpCompilation compilation = TestCompilation.Of(files);
        compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        Assert.That(TestCompilation.Errors(compilation), Is.Empty);

        // TROOP072 says that a lambda is slow, not that it is wrong.
        IEnumerable<Diagnostic> found = (await TestCompilation.AnalyzeAsync(compilation)).Where(static one => one.Id != "TROOP072");
        Assert.That(found, Is.Empty, () => string.Join('\n', found));
    }
}
