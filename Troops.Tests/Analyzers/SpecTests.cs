using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Troops.Tests.Analyzers;

/// <summary>
/// Each program of <see cref="SpecFile"/> has marks that say, line by line, all that the analyzers report in it. It is compiled alone, so that names are free.
/// </summary>
[TestFixture, Category("Spec")]
internal sealed class SpecTests
{
    [TestCaseSource(typeof(SpecFile), nameof(SpecFile.Names))]
    public async Task A_spec_reports_what_its_marks_say_and_nothing_else(string file)
    {
        List<string> wrong = [];
        foreach ((string source, int line) in SpecFile.Programs(file))
        {
            CSharpCompilation compilation = TestCompilation.Of((file, source));
            wrong.AddRange(TestCompilation.Errors(compilation).Select(error => $"does not compile: {error}"));

            ImmutableArray<Diagnostic> found = await TestCompilation.AnalyzeAsync(compilation);
            List<string> expected = [.. SpecLine.Expected(source).Select(mark => (mark with { Line = mark.Line + line }).ToString())];
            List<string> actual = [.. found.Select(SpecLine.Of).Select(mark => (mark with { Line = mark.Line + line }).ToString())];
            wrong.AddRange(Without(expected, actual).Select(static mark => $"expected, not found: {mark}"));
            wrong.AddRange(Without(actual, expected).Select(static mark => $"found, not expected: {mark}"));
        }

        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
    }

    /// <summary>What is there more often than in the others.</summary>
    private static IEnumerable<string> Without(IEnumerable<string> marks, IEnumerable<string> others)
    {
        List<string> left = [.. others];
        return marks.Where(mark => !left.Remove(mark)).ToArray();
    }
}
