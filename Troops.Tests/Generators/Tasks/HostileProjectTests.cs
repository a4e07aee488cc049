using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Troops.Tests.Generators.Tasks;

/// <summary>What is written compiles in any project: with every warning as an error, whatever the names and settings.</summary>
internal sealed class HostileProjectTests
{
    private const string Ordinary = """
        using global::System;
        using global::Troops;
        namespace Shop
        {
            public partial class Orders<T>(int start) where T : class, new()
            {
                private int total = start;
                [TroopTask] public async TroopTask<T?> Find(T? wanted, params int[] more)
                {
                    foreach (int one in more) { total += one * start; }
                    await Inner.Step<string>(checked(total + 1), "x");
                    return await Find(null) ?? wanted;
                }
                private static partial class Inner
                {
                    [TroopTask] internal static async TroopTask Step<U>(int n, U u) where U : notnull { for (; n > 0; n--) { await TroopTask.Yield(); } }
                    [TroopTask] private static async TroopTask Hidden(Secret s) { while (s.N-- > 0) await Hidden(s); }
                    private sealed class Secret { internal int N; }
                }
            }
            public readonly partial struct Spot(int x) { private readonly int y = x; [TroopTask] public async TroopTask<int> Get() { await TroopTask.Yield(); return y; } }
            public partial struct Meter(int x) { private int y = x; [TroopTask] public readonly async TroopTask<int> Get() { await TroopTask.Yield(); return y; } [TroopTask] public async TroopTask Add() { y++; await TroopTask.Yield(); } }
            public static partial class Values { [TroopTask] public static async TroopTask<int> Sum() { Spot s = new(1); Meter m = new(2); TroopTask<int> a = s.Get(); TroopTask<int> b = m.Get(); await m.Add(); return await a + await b + await s.Get() + await new Meter(3).Get(); } }
            public static partial class Use { public static void Go() { TroopThread.Start(() => new Orders<object>(1).Find(null, 1, 2)); TroopThread.Start(async () => { await new Orders<object>(1).Find(new()); }); } }
        }
        """;

    private const string Clashes = """
        using global::Troops;
        namespace My.Troops.System
        {
            public class Task { }
            public class TroopFuel { }
            public static class Console { }
            public static partial class @class
            {
                private static int task__, mayPark__;
                [TroopTask] internal static async TroopTask<int> @event(int @int, Task? @while = null, string @string = "a\"b")
                {
                    do { @int--; } while (@int > 0);
                    global::Troops.TroopTask<int> @await = @event(1);
                    return await @await + await @class.@event(@int, @string: "z") + task__ + mayPark__;
                }
                public static void Go() => TroopThread.Start(() => @event(3));
            }
            public readonly partial record struct Point<@in>(int X) { [TroopTask] internal async TroopTask<@in?> Get(@in? y) { await global::Troops.TroopTask.Yield(); return y; } }
            public static partial class Extensions
            {
                [TroopTask] public static async TroopTask<int> Old(this string s) { foreach (char c in s) { if (c == 'x') return 1; } return s.Length; }
                extension<T>(global::System.Collections.Generic.List<T> list) { [TroopTask] public async TroopTask<T> Last() { await "x".Old(); return list[^1]; } }
                [TroopTask] public static async TroopTask Use(global::System.Collections.Generic.List<int> l) { await l.Last(); "y".Old().Forget(); await Old("z"); }
            }
        }
        """;

    private static readonly string[] Programs = [Ordinary, Clashes];

    [Test, Pairwise]
    public void What_is_written_compiles_without_a_warning(
        [ValueSource(nameof(Programs))] string program,
        [Values] bool isNullable,
        [Values] OptimizationLevel level,
        [Values] bool isChecked,
        [Values("/some where/it's here/Program.cs", "C:\\users\\\u00e4\\Pro\"gram.cs")] string path
    )
    {
        CSharpCompilation compilation = TasksRun.Of((path, program));
        // No implicit usings.
        compilation = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Single(static tree => tree.FilePath == "Usings.cs"));
        compilation = compilation.WithOptions(
            compilation
                .Options.WithNullableContextOptions(isNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable)
                .WithOptimizationLevel(level)
                .WithOverflowChecks(isChecked)
                .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
        );
        Compilation output = TasksRun.Compile(compilation);
        int tasks = program.Split("[TroopTask]").Length - 1;
        Assert.Multiple(() =>
        {
            Assert.That(TasksRun.Problems(output), Is.Empty);
            Assert.That(TasksRun.Text(output).Split("TroopCopyMethodBuilder").Length - 1, Is.GreaterThanOrEqualTo(tasks), "a copy of each");
            // Of interceptors the compiler looks at the signatures when it emits.
            Assert.That(output.Emit(Stream.Null).Diagnostics.Where(static problem => problem.DefaultSeverity == DiagnosticSeverity.Error), Is.Empty);
        });
    }

    [Test]
    public void A_marked_task_may_name_its_type_as_it_likes()
    {
        Compilation output = TasksRun.Compile(
            TasksRun.Of(
                (
                    "A.cs",
                    "using Troops; using Answer = Troops.TroopTask<int>; partial class A { [TroopTask] async Answer M(int n) { while (n > 0) n--; return n; } }"
                )
            )
        );
        Assert.That(TasksRun.Text(output), Does.Contain("__troop_M_"));
    }

    /// <summary>A trimmer reads them, and would warn of a member that calls the other.</summary>
    [Test]
    public void Both_members_of_a_copy_require_what_the_method_requires()
    {
        Compilation output = TasksRun.Compile(
            TasksRun.Of(
                (
                    "A.cs",
                    "using Troops; partial class A { [TroopTask, System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(\"types\")] async TroopTask M() { } }"
                )
            )
        );
        Assert.That(TasksRun.Text(output).Split("RequiresUnreferencedCode(\"types\")"), Has.Length.EqualTo(3));
    }

    [Test]
    public void Files_have_names_that_a_file_system_takes()
    {
        string name = new('x', 300);
        Compilation output = TasksRun.Compile(
            TasksRun.Of(
                (
                    "A.cs",
                    $"using Troops; partial class A{name} {{ [TroopTask] async TroopTask M() {{ }} }} partial class B{name} {{ [TroopTask] async TroopTask M() {{ }} }}"
                )
            )
        );
        Assert.That(TasksRun.Generated(output).Select(static tree => Path.GetFileName(tree.FilePath).Length), Has.Exactly(2).LessThan(200));
    }

    [Test]
    public void A_project_that_does_not_know_the_runtime_gets_nothing()
    {
        CSharpCompilation compilation = TasksRun.Of(("A.cs", "class TroopTask { } class A { async TroopTask M() { } }"));
        compilation = compilation.RemoveReferences(Analyzers.TestCompilation.Runtime);
        Assert.That(TasksRun.Generated(TasksRun.Compile(compilation)), Is.Empty);
    }
}
