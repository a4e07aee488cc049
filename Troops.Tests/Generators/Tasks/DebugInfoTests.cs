using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Troops.Tests.Generators.Tasks;

/// <summary>Breakpoints, stepping and stack traces are in the user's file: what a debugger reads of a copy, with the functions that its loops have become, is what it reads of the original.</summary>
internal sealed class DebugInfoTests
{
    private const string Program = """"
        using Troops;
        using Troops.Sharing;

        internal static partial class Work
        {
            [TroopTask]
            internal static async TroopTask<int> Sum(Channel<int> numbers, int limit)
            {
                int sum = 0;
                string text0 = "abc";
                await foreach (int number in numbers)
                {
                    sum += number;
                }

                for (int i = 0; i < limit; i++) { sum += i; }
                while (sum > limit)
                    sum -= await Step(sum); // at the end
                int i2, j2 = 3;
                for (i2 = limit, j2--; i2 > sum && j2 > 0; i2 -= 2, j2--)
                    sum++;
                for (; ; ) { if (sum++ > 7) break; }
                for (int k = 0, l = 3; k < l; k++) { limit += k; continue; }
                while (limit > 12) { limit--; if (limit == 14) continue; sum--; } limit++;
                if (limit > 3) while (limit > 2) limit--; else limit = 4;
                do
                {
                    limit++;
                    if (limit == 5)
                        continue;
                    sum++;
                } while (limit < 9);
                do limit--; while (limit > 3);
                int[] items = [1, 2];
                foreach (int item in items)
                {
                    limit += item;
                }
                foreach (char letter in text0 + "z") limit -= letter; foreach (string word in
                    new System.Collections.Generic.List<string> { "a" })
                {
                    limit += word.Length;
                }
                foreach (var item in await Items())
                    if (item > 3)
                        limit++;
        #if NEVER
                sum = 0;
        #endif
                do
                {
                    sum++;
                    if (sum == 3)
                        continue;
                    try { sum += await Step(1) + await Step(2); }
                    catch (System.Exception fault) when (fault.Message.Length > 3) { throw; }
                    finally { await TroopTask.Yield(); }
                } while (sum < 5);
                string text = $"""
                    many
                      {sum} lines
                    """;
                TroopTask<int> later = Step(text.Length); int more = await later;
                return sum + more;
            }

            private static async TroopTask<int> Step(int n) => n / 2;

            private static async TroopTask<int[]> Items() => [1, 5];
        }
        """";

    /// <summary>What has points of functions.</summary>
    private const string Loops = "loops";

    [Test]
    public void Each_statement_of_a_copy_is_the_users([Values] OptimizationLevel level)
    {
        // What a copy puts at the start of a clause that would catch a kill takes the place of the brace before it where code is optimized.
        string program =
            level == OptimizationLevel.Debug ? Program : Program.Replace("System.Exception fault", "System.FormatException fault", StringComparison.Ordinal);
        CSharpFile file = new("/home/user/Work.cs", program);
        Compilation compilation = TasksRun.Of((file.Path, file.Text));
        compilation = compilation.WithOptions(compilation.Options.WithOptimizationLevel(level));
        Dictionary<string, HashSet<(string Path, int Line, int Column)>> bodies = Read(TasksRun.Compile(compilation));
        Assert.Multiple(() =>
        {
            Assert.That(bodies.ContainsKey(Loops), Is.EqualTo(level == OptimizationLevel.Release), "a debugger would step over a loop that is a function");
            foreach (string name in new[] { "Sum", "Step" })
            {
                HashSet<(string, int, int)> original = bodies[$"<{name}>"];
                HashSet<(string, int, int)> copy = bodies.Single(body => body.Key.StartsWith($"<__troop_{name}_", StringComparison.Ordinal)).Value;
                Assert.That(original, Is.Not.Empty);
                Assert.That(copy.Select(static point => point.Item1).Distinct(), Is.EqualTo(new[] { file.Path }));
                Assert.That(copy, Is.EquivalentTo(original), name);
            }
        });
    }

    /// <summary>Where the sequence points of each async body begin, but for hidden ones; by the name of the method in its state machine's, with those of the functions of its loops.</summary>
    private static Dictionary<string, HashSet<(string Path, int Line, int Column)>> Read(Compilation output)
    {
        using MemoryStream code = new();
        using MemoryStream symbols = new();
        EmitResult emitted = output.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.That(emitted.Success, Is.True, () => string.Join('\n', emitted.Diagnostics));
        code.Position = symbols.Position = 0;
        using System.Reflection.PortableExecutable.PEReader image = new(code);
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        MetadataReader types = image.GetMetadataReader();
        MetadataReader points = provider.GetMetadataReader();
        Dictionary<string, HashSet<(string, int, int)>> found = [];
        foreach (MethodDefinitionHandle handle in types.MethodDefinitions)
        {
            MethodDefinition method = types.GetMethodDefinition(handle);
            string type = types.GetString(types.GetTypeDefinition(method.GetDeclaringType()).Name);
            string function = types.GetString(method.Name);
            bool isLoop = function.Contains(">g____troop_loop", StringComparison.Ordinal);
            if (isLoop)
            {
                found.TryAdd(Loops, []);
            }
            else if (function != "MoveNext" || !type.StartsWith('<'))
            {
                continue;
            }

            foreach (SequencePoint point in points.GetMethodDebugInformation(handle.ToDebugInformationHandle()).GetSequencePoints())
            {
                if (!point.IsHidden)
                {
                    string path = points.GetString(points.GetDocument(point.Document).Name);
                    string of = isLoop ? function : type;
                    string name = of[..(of.IndexOf('>') + 1)];
                    found.TryAdd(name, []);
                    found[name].Add((path, point.StartLine, point.StartColumn));
                }
            }
        }

        return found;
    }

    private sealed record CSharpFile(string Path, string Text);
}
