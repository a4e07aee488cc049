using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Tests.Analyzers;
using Troops.Tests.Corpus;
using Troops.Tests.Support;

namespace Troops.Tests.Generators.Tasks;

/// <summary>Which loops of the corpus become functions, and what these are given. That they mean the same there is the corpus's to prove.</summary>
internal sealed class OutliningTests
{
    private static readonly Lazy<Compilation> Output = new(static () =>
    {
        // Nullable is on in these: the corpus runs what is compiled without it.
        Compilation compilation = CorpusCompiler.Create("Outlining", CorpusSource.Ours, debug: true);
        return CorpusCompiler.Generate(compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release)));
    });

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Loops = new(static () => OutlinedLoops.In(Output.Value));

    /// <summary>A loop that is missing here has stayed where it was, or its copy did not compile with it.</summary>
    [Test, Category("Snapshot")]
    public void The_loops_of_their_bodies_that_are_functions()
    {
        StringBuilder text = new();
        foreach (
            (string copy, string loops) in Loops.Value.Where(static copy =>
                copy.Key.StartsWith("Outlined", StringComparison.Ordinal) || copy.Key.StartsWith("Lexical.Loops", StringComparison.Ordinal)
            )
        )
        {
            text.Append(copy).Append('\n');
            foreach (string loop in loops.Split(OutlinedLoops.Separator, StringSplitOptions.RemoveEmptyEntries))
            {
                text.Append("    ").Append(loop).Append('\n');
            }
        }

        Snapshot.Verify(text.ToString());
    }

    [TestCase("Loops.SpinsInAWhileWithBreak", "static bool (ref uint __troop_kept_state, ref int __troop_kept_steps)")]
    [TestCase("Loops.InnermostLoopThrows", "static bool (int[] numbers, ref int i)")]
    [TestCase("Mixtures.Sieve", "static bool (bool[] composite, int i, ref int __troop_kept_j)")]
    [TestCase("OutlinedVariables.ScratchOfOutside", "static bool (ref int __troop_kept_sum, ref int __troop_kept_i)")]
    [TestCase("OutlinedPlaces.InnermostOfThree", "static bool (int[,] grid, ref int __troop_kept_rounds, int i, int row, int j, ref int __troop_kept_k)")]
    [TestCase("OutlinedNames.Counter.Deep.Spin", "bool (ref T kept, ref int __troop_kept_i)")]
    public void A_loop_without_an_await_is_a_function(string copy, string loops) => Assert.That(Loops.Value[copy], Is.EqualTo(loops));

    [TestCase("Loops.ForWithSeveralVariables", Description = "an await")]
    [TestCase("Loops.InnermostLoopReturnsFromTheMethod", Description = "a return")]
    [TestCase("Jumps.SpinsByGoto", Description = "no loop but for a jump")]
    [TestCase("Usings.LockSpinsLong", Description = "in a lock")]
    [TestCase("OutlinedPlaces.JumpsOutOfTheLoop", Description = "a jump out of it")]
    [TestCase("OutlinedVariables.AssignedInTheLoopAndReadAfter", Description = "a variable that has no value before")]
    [TestCase("OutlinedNames.CapturedInside", Description = "a closure")]
    [TestCase("OutlinedNames.TypesThatNobodyCanName", Description = "anonymous types, dynamic")]
    [TestCase("OutlinedVariables.Spans", Description = "spans, a stackalloc, a reference")]
    public void A_loop_that_might_mean_something_else_stays(string copy) => Assert.That(Loops.Value[copy], Is.Empty);

    [Test]
    public void What_is_written_compiles_without_a_warning() => Assert.That(TasksRun.Problems(Output.Value), Is.Empty);

    [Test]
    public void No_copy_is_lost_for_its_loops() =>
        Assert.That(
            CorpusTests.AssemblyOf(CorpusTier.Copy, debug: false).Copies,
            Is.EquivalentTo(CorpusTests.AssemblyOf(CorpusTier.Copy, debug: true).Copies).And.Not.Empty
        );

    /// <summary>The type has no name that begins with <c>global::</c>.</summary>
    [Test]
    public void A_copy_that_does_not_compile_with_its_loops_as_functions_keeps_them_where_they_are()
    {
        CSharpCompilation library = TestCompilation.Of(
            [("Thing.cs", "namespace Far; public sealed class Thing { public int Size = 1; }")],
            Basic.Reference.Assemblies.Net100.References.All,
            "Far"
        );
        CSharpCompilation users = TasksRun.Of(
            (
                "Program.cs",
                """
                extern alias far;
                using Troops;
                using far::Far;

                public static partial class Program
                {
                    internal static async TroopTask<int> Sizes()
                    {
                        Thing thing = new();
                        while (thing.Size < 10)
                        {
                            thing.Size++;
                        }

                        return thing.Size;
                    }

                    internal static async TroopTask<int> Sum(int n)
                    {
                        for (int i = 0; i < 10; i++)
                        {
                            n += i;
                        }

                        return n;
                    }
                }
                """
            )
        );
        users = users.AddReferences(library.ToMetadataReference(["far"])).WithOptions(users.Options.WithOptimizationLevel(OptimizationLevel.Release));
        Compilation output = TasksRun.Compile(users);
        Assert.That(TestCompilation.Errors(output), Is.Empty);
        Assert.That(
            OutlinedLoops.In(output).Select(static copy => (copy.Key, copy.Value.Length > 0)),
            Is.EquivalentTo(new[] { ("Program.Sizes", false), ("Program.Sum", true) })
        );
    }
}
