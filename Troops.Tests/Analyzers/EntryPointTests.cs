using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Troops.Tests.Analyzers;

/// <summary>TROOP070, TROOP072 and TROOP073 in programs, which the specs are not: they are libraries.</summary>
[TestFixture, Category("Unit")]
internal sealed class EntryPointTests
{
    private const string Work = "static async TroopTask Work() => await TroopTask.Yield();";

    [TestCase("using Troops; Work().Forget(); " + Work, "TROOP073 TROOP072")]
    [TestCase("using Troops; await Work(); " + Work, "TROOP073 TROOP072")]
    [TestCase("using Troops; await TroopProcess.RunAsync(() => Work()); " + Work, "TROOP072")]
    [TestCase("using Troops; partial class P { static void Main() => Work().Forget(); " + Work + " }", "TROOP073")]
    [TestCase("using Troops; partial class P { static void Main() { } static void Other() => Work().Forget(); " + Work + " }", "")]
    [TestCase("using Troops; partial class P { static async Task Main() => await TroopProcess.RunAsync(static () => Work()); " + Work + " }", "")]
    public async Task The_entry_point_runs_on_no_thread(string program, string expected)
    {
        CSharpCompilation compilation = TestCompilation.Of(("Program.cs", program));
        compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        Assert.That(TestCompilation.Errors(compilation), Is.Empty);
        ImmutableArray<Diagnostic> found = await TestCompilation.AnalyzeAsync(compilation);
        Assert.That(string.Join(' ', found.Select(static one => one.Id)), Is.EqualTo(expected));
    }
}
