using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Tests.Generators.Verdicts;

namespace Troops.Tests.Analyzers;

/// <summary>What <c>TroopsStrict</c> changes.</summary>
[TestFixture, Category("Unit")]
internal sealed class StrictTests
{
    private const string Unmetered =
        "using Troops; partial class C { internal virtual async TroopTask Run(int n) { while (n-- > 0) GC.KeepAlive(n); await TroopTask.Yield(); } }";

    [TestCase("true", DiagnosticSeverity.Error)]
    [TestCase("false", DiagnosticSeverity.Warning)]
    public async Task A_task_that_runs_unmetered_is_an_error(string strict, DiagnosticSeverity severity)
    {
        TestConfiguration configuration = new(("build.globalconfig", $"is_global = true\nbuild_property.TroopsStrict = {strict}"));
        ImmutableArray<Diagnostic> found = await TestCompilation.AnalyzeAsync(
            TestCompilation.Of(("Program.cs", Unmetered)),
            options: new AnalyzerOptions([], configuration)
        );
        Assert.That(found.Select(static one => (one.Id, one.Severity)), Is.EqualTo([("TROOP071", severity)]));
    }
}
