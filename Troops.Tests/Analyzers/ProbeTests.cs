using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Tests.House;

namespace Troops.Tests.Analyzers;

/// <summary>
/// The cases by which the rules are specified: each is a program of a few lines that must be rejected (an error of ours) or accepted (not a word). The words that they
/// have in common stand in <see cref="Prelude"/>.
/// </summary>
[TestFixture, Category("Spec")]
internal sealed class ProbeTests
{
    private const string Heading = "//--- ";

    private const string Prelude = """
        global using System.Collections.Frozen; global using System.Collections.Immutable; global using Troops; global using L = System.Collections.Generic.List<int>;
        internal sealed class Box { public int N { get; set; } }
        [Immutable] public sealed class Pt(int x) { private readonly int x = x; public string ToText() => x.ToString(); }
        internal static class Reg { public static void Add(object o) => GC.KeepAlive(o); }
        """;

    [Test]
    public async Task Every_probe_has_the_verdict_that_it_is_specified_with()
    {
        List<string> wrong = [];
        foreach (string path in Directory.EnumerateFiles(Repository.FullPath("Troops.Tests/Specs/Probes"), "*.cs").Order(StringComparer.Ordinal))
        {
            foreach (string probe in (await File.ReadAllTextAsync(path)).Split(Heading).Skip(1))
            {
                string heading = probe[..probe.IndexOf('\n', StringComparison.Ordinal)];
                CSharpCompilation compilation = TestCompilation.Of(("Prelude.cs", Prelude), ("Probe.cs", probe[heading.Length..]));
                string[] errors = [.. TestCompilation.Errors(compilation).Select(static error => error.ToString())];
                Assert.That(errors, Is.Empty, $"probe {heading}");

                ImmutableArray<Diagnostic> found = await TestCompilation.AnalyzeAsync(compilation);
                string ids = string.Join(' ', found.Select(static diagnostic => diagnostic.Id).Distinct());
                bool isRejected = found.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
                bool isRight = heading.Split(' ')[1] == "reject:" ? isRejected : found.IsEmpty;
                TestContext.Out.WriteLine($"{(isRight ? "ok   " : "WRONG")} {heading, -70} {(ids.Length == 0 ? "-" : ids)}");
                if (!isRight)
                {
                    wrong.Add($"{heading}: {(found.IsEmpty ? "nothing reported" : string.Join("; ", found))}");
                }
            }
        }

        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
    }
}
