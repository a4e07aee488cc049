using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Troops.Tests.Analyzers;

/// <summary>Following tasks through a body ends, however large the body is.</summary>
[TestFixture, Category("Unit")]
internal sealed class TaskFlowTests
{
    [Test]
    public async Task A_body_with_too_many_branches_is_rejected_and_says_so()
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync("if (n > {0}) n++;", 5_000);
        Assert.That(found.Select(static one => one.GetMessage(CultureInfo.InvariantCulture)), Has.One.StartsWith("'C.M' is too complex to tell"));
    }

    [Test]
    public async Task A_body_with_very_many_tasks_is_rejected_and_says_so()
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync("TroopTask t{0} = Work(); if (n > {0}) await t{0}; else t{0}.Forget();", 1_000);
        Assert.That(found.Select(static one => one.GetMessage(CultureInfo.InvariantCulture)), Has.One.StartsWith("'C.M' is too complex to tell"));
    }

    [Test]
    public async Task A_large_body_is_followed_in_time()
    {
        Stopwatch watch = Stopwatch.StartNew();
        ImmutableArray<Diagnostic> found = await AnalyzeAsync("while (n > {0}) {{ TroopTask t{0} = Work(); try {{ await t{0}; }} finally {{ n--; }} }}", 100);
        Assert.That(found, Is.Empty);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string statement, int times)
    {
        string body = string.Concat(Enumerable.Range(0, times).Select(number => string.Format(CultureInfo.InvariantCulture, statement, number)));
        string source =
            "using Troops; partial class C { static async TroopTask Work() => await TroopTask.Yield(); "
            + $"static async TroopTask<int> M(int n) {{ TroopTask task = Work(); {body} await task; return n; }} }}";
        return await TestCompilation.AnalyzeAsync(TestCompilation.Of(("Program.cs", source)));
    }
}
