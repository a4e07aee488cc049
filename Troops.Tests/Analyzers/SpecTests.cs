using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Tests.House;

namespace Troops.Tests.Analyzers;

/// <summary>
/// Each file of <c>Specs</c> is a program whose marks say, line by line, all that the analyzers report in it. A file is split at lines that begin with <c>//---</c>
/// into programs that know nothing of each other, so that names are free in each.
/// </summary>
[TestFixture, Category("Spec")]
internal sealed class SpecTests
{
    private static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Repository.FullPath("Troops.Tests/Specs"), "*.cs").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public async Task A_spec_reports_what_its_marks_say_and_nothing_else(string file)
    {
        string all = await File.ReadAllTextAsync(Path.Combine(Repository.FullPath("Troops.Tests/Specs"), file));
        List<string> wrong = [];
        foreach ((string source, int line) in Split(all))
        {
            CSharpCompilation compilation = TestCompilation.Of((file, source));
            wrong.AddRange(TestCompilation.Errors(compilation).Select(error => $"does not compile: {error}"));

            ImmutableArray<Diagnostic> found = await TestCompilation.AnalyzeAsync(compilation);
            List<string> expected = [.. SpecLine.Expected(source).Select(mark => (mark with { Line = mark.Line + line }).ToString())];
            List<string> actual = [.. found.Select(SpecLine.Of).Select(mark => (mark with { Line = mark.Line + line }).ToString())];
            wrong.AddRange(expected.Except(actual, StringComparer.Ordinal).Select(static mark => $"expected, not found: {mark}"));
            wrong.AddRange(actual.Except(expected, StringComparer.Ordinal).Select(static mark => $"found, not expected: {mark}"));
        }

        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
    }

    internal static IEnumerable<(string Source, int Line)> Split(string all)
    {
        List<string> part = [];
        int start = 0;
        string[] lines = all.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("//---", StringComparison.Ordinal))
            {
                yield return (string.Join('\n', part), start);
                part = [];
                start = i + 1;
            }
            else
            {
                part.Add(lines[i]);
            }
        }

        yield return (string.Join('\n', part), start);
    }
}
