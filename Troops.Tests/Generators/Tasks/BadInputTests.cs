using System.Text;
using Microsoft.CodeAnalysis;

namespace Troops.Tests.Generators.Tasks;

/// <summary>Whatever the user writes: an error is the user's own, and none stands in a file that nobody wrote.</summary>
internal sealed class BadInputTests
{
    private static readonly string[] Programs =
    [
        "partial class A { [TroopTask] async TroopTask M() { Nobody.Knows(this); while (true) { } } [TroopTask] async TroopTask N() { await M(); } }",
        "partial class A { [TroopTask] async TroopTask M( { } }",
        "partial class A { [TroopTask] async TroopTask M() { for (int i = 0; i < ",
        "partial class A { [TroopTask] async TroopTask M() => ",
        "partial class A { [TroopTask] async TroopTask<int> M() { } async TroopTask<int> N() => await M(); }",
        "abstract partial class A { [TroopTask] public abstract TroopTask M(); [TroopTask] public abstract async TroopTask N(); async TroopTask O() { await M(); await N(); } }",
        "partial class A { [TroopTask] static extern async TroopTask M(); }",
        "partial class A { [TroopTask] async void M() { while (true) { } } }",
        "partial class A { [TroopTask] async TroopTask M(ref int n) { n++; } [TroopTask] async TroopTask N(in int n, out int m) { m = n; } }",
        "partial class A { [TroopTask] async TroopTask<System.Collections.Generic.IEnumerable<int>> M() { yield return 1; } }",
        "partial class A { [TroopTask] async TroopTask M() { } [TroopTask] async TroopTask M() { } void N() => M(); }",
        "partial class A { [TroopTask] async System.Threading.Tasks.Task M() { await System.Threading.Tasks.Task.Yield(); } [TroopTask] async int N() => 1; }",
        "partial interface I { [TroopTask] async TroopTask M() { while (true) { } } }",
        "partial class A { [TroopTask] partial async TroopTask M(); }",
        "partial class A { [TroopTask] async TroopTask M() { async TroopTask Local() { while (true) await Local(); } await Local(); } }",
        "[TroopTask] async TroopTask M() { while (true) { } } await M();",
        "class Closed { [TroopTask] async TroopTask M() { while (true) { } } }",
        "file partial class F { [TroopTask] internal async TroopTask M() { while (true) { } } }",
        "partial class A { [TroopTask] async TroopTask M() { goto nowhere; } }",
        "partial class A { [TroopTask, TroopTask] async async TroopTask M() { } }",
        "partial class A<T> where T : Nobody { [TroopTask] async TroopTask M(T t) { while (true) { } } }",
        "ref partial struct S { [TroopTask] async TroopTask M() { while (true) { } } }",
        "unsafe partial class A { [TroopTask] async TroopTask M(int* p) { while (true) { } } [TroopTask] static async TroopTask N() { for (;;) { int x; int* p = &x; } } }",
        "partial class A { TroopTask M() => throw null; void N() { TroopThread.Start(async () => { Nobody.Knows(); }); TroopThread.Start(async () => 5, 6); } }",
        "partial class A { [TroopTask] async TroopTask M() { dynamic d = this; await d.M(); await foreach (var x in d) { } } }",
        "partial class A { [TroopTask] async TroopTask M() { System.Linq.Expressions.Expression<System.Func<TroopTask>> e = () => M(); await e.Compile()(); } }",
        // Legal, and hard for interceptors.
        "static partial class A { static TroopThread Mine([ThreadEntry] Func<TroopTask> f) => TroopThread.Start(f); static void M() { Mine(async () => await TroopTask.Yield()); } }",
        "static partial class A { static void Both([ThreadEntry] Func<TroopTask> f, [ThreadEntry] Func<TroopTask> g) { } static void M() { Both(async () => await TroopTask.Yield(), async () => await TroopTask.Yield()); } }",
        "static partial class A { internal static async TroopTask Twice([ThreadEntry] Func<TroopTask> f) { await f(); } static void M() { _ = Twice(async () => await TroopTask.Yield()); } }",
        "static partial class A { static void M() { void Go([ThreadEntry] Func<TroopTask> f) { } Go(async () => await TroopTask.Yield()); } }",
        "partial class Gen<T> { internal static async TroopTask M<T>(T t) => await TroopTask.Yield(); static void N() => M(1).Forget(); }",
        "unsafe static partial class A { internal static async TroopTask M(int*[] p) => await Task.Yield(); static void N() => M(null!).Forget(); }",
        "partial class A { internal async TroopTask M(int self__) { while (self__ > 0) self__--; } void N() => M(1).Forget(); }",
        "interface IZ { int Z(); } partial class A { static async TroopTask<int> M<T>() where T : struct, IZ, allows ref struct { T t = default; int n = 0; for (int i = 0; i < 9; i++) n++; n += t.Z(); return n; } }",
        "",
    ];

    [TestCaseSource(nameof(Programs))]
    public void No_error_stands_in_what_is_written(string program)
    {
        Compilation compilation = TasksRun.Of(("Program.cs", $"using Troops;\n{program}"));
        Compilation output = TasksRun.Compile(compilation);
        Assert.Multiple(() =>
        {
            Assert.That(TasksRun.Problems(output), Is.Empty);
            Assert.That(Errors(output), Is.EquivalentTo(Errors(compilation)), "the user's own errors, and no other");
        });
    }

    [Test]
    public void A_body_of_five_thousand_lines_is_copied()
    {
        StringBuilder body = new();
        for (int i = 0; i < 5_000; i++)
        {
            body.Append("        while (n > ").Append(i).Append(") { n--; }\n");
        }

        Compilation output = TasksRun.Compile(
            TasksRun.Of(("Program.cs", $"using Troops;\npartial class A\n{{\n    [TroopTask] async TroopTask M(int n)\n    {{\n{body}    }}\n}}\n"))
        );
        Assert.Multiple(() =>
        {
            Assert.That(output.GetDiagnostics().Where(static problem => problem.Severity == DiagnosticSeverity.Error), Is.Empty);
            Assert.That(TasksRun.Text(output).Split("TroopFuel.Spend()"), Has.Length.EqualTo(5_001));
        });
    }

    [Test]
    public void A_task_that_names_what_another_generator_writes_keeps_its_original()
    {
        Compilation output = TasksRun.Compile(
            TasksRun.Of(
                (
                    "Program.cs",
                    "using Troops; partial class A { [TroopTask] async TroopTask M() { Later(); } [TroopTask] async TroopTask N() { while (true) await M(); } }"
                )
            )
        );
        Assert.That(TasksRun.Text(output), Does.Contain("__troop_N_").And.Not.Contain("__troop_M_"));
    }

    [Test]
    public void Files_with_one_name_or_one_text_do_not_meet()
    {
        const string caller = "using Troops; file static class Caller { static void M() => Work.Go(1).Forget(); }";
        Compilation output = TasksRun.Compile(
            TasksRun.Of(
                ("a/dup.cs", caller),
                ("b/dup.cs", caller),
                ("c/a.b.cs", "using Troops; static class C1 { static void M() => Work.Go(1).Forget(); }"),
                ("c/a_b.cs", "using Troops; static class C2 { static void M() => Work.Go(2).Forget(); }"),
                ("c/a-b.cs", "using Troops; static class C3 { static void M() => Work.Go(3).Forget(); }"),
                ("Work.cs", "using Troops; static partial class Work { internal static async TroopTask Go(int n) { while (n > 0) n--; } }")
            )
        );
        Assert.That(Errors(output), Is.Empty);
    }

    private static IEnumerable<string> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(static problem => problem.Severity == DiagnosticSeverity.Error).Select(static problem => problem.ToString());
}
