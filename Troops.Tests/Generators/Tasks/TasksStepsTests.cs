using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Generators.Tasks;

namespace Troops.Tests.Generators.Tasks;

/// <summary>What an edit makes the generator do again, step by step.</summary>
internal sealed class TasksStepsTests
{
    private const string Task = """
        using Troops;
        internal static partial class Work
        {
            [TroopTask] internal static async TroopTask<int> Count(int n) { while (n > 0) n--; return n; }
        }
        """;

    private const string Caller = "using Troops; internal static partial class Caller { internal static void Go() => TroopThread.Start(() => Work.Count(3)); }";

    private static readonly IncrementalStepRunReason[] NotAgain = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    [Test]
    public void An_editor_runs_nothing_at_all()
    {
        GeneratorDriver driver = TasksRun.Driver(IncrementalGeneratorOutputKind.Implementation).RunGenerators(Project("int x = 1;"));
        driver = driver.RunGenerators(Project("int x = 2;"));
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        Assert.Multiple(() =>
        {
            Assert.That(result.TrackedSteps, Is.Empty);
            Assert.That(result.GeneratedSources, Is.Empty);
        });
    }

    [Test]
    public void An_edit_elsewhere_writes_no_file_again()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Reasons(TasksGenerator.Copies, "int x = 2;"), Is.Not.Empty.And.All.AnyOf(NotAgain));
            Assert.That(Reasons(TasksGenerator.Interceptors, "int x = 2;"), Is.Not.Empty.And.All.AnyOf(NotAgain));
        });
    }

    [Test]
    public void An_edit_in_a_task_finds_that_task_new()
    {
        CSharpCompilation before = Project("int x = 1;");
        SyntaxTree old = before.SyntaxTrees.Single(static tree => tree.FilePath == "Work.cs");
        CSharpCompilation after = before.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(Task.Replace("n--", "n -= 2"), TasksRun.Parsing, "Work.cs"));
        GeneratorDriver driver = TasksRun.Driver().RunGenerators(before).RunGenerators(after);
        Assert.That(ReasonsOf(driver, TasksGenerator.Copies), Does.Contain(IncrementalStepRunReason.Modified));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(string step, string edit)
    {
        CSharpCompilation before = Project("int x = 1;");
        SyntaxTree old = before.SyntaxTrees.Single(static tree => tree.FilePath == "Other.cs");
        CSharpCompilation after = before.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(Other(edit), TasksRun.Parsing, "Other.cs"));
        return ReasonsOf(TasksRun.Driver().RunGenerators(before).RunGenerators(after), step);
    }

    private static IEnumerable<IncrementalStepRunReason> ReasonsOf(GeneratorDriver driver, string step) =>
        driver.GetRunResult().Results[0].TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason);

    private static CSharpCompilation Project(string statement) => TasksRun.Of(("Work.cs", Task), ("Caller.cs", Caller), ("Other.cs", Other(statement)));

    private static string Other(string statement) =>
        $"internal static class Other {{ internal static void M() {{ {statement} System.Console.WriteLine(x); }} }}";
}
