using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Troops.Tests.Generators.Tasks;

/// <summary>Breakpoints, stepping and stack traces are in the user's file: what a debugger reads of a copy is what it reads of the original.</summary>
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
                await foreach (int number in numbers)
                {
                    sum += number;
                }

                for (int i = 0; i < limit; i++) { sum += i; }
                while (sum > limit)
                    sum -= await Step(sum); // at the end
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
        }
        """";

    [Test]
    public void Each_statement_of_a_copy_is_the_users()
    {
        CSharpFile file = new("/home/user/Work.cs", Program);
        Compilation compilation = TasksRun.Of((file.Path, file.Text));
        compilation = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Debug));
        Dictionary<string, HashSet<(string Path, int Line, int Column)>> bodies = Read(TasksRun.Compile(compilation));
        Assert.Multiple(() =>
        {
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

    /// <summary>Where the sequence points of each async body begin, but for hidden ones; by the name of the method in its state machine's.</summary>
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
            if (types.GetString(method.Name) != "MoveNext" || !type.StartsWith('<'))
            {
                continue;
            }

            foreach (SequencePoint point in points.GetMethodDebugInformation(handle.ToDebugInformationHandle()).GetSequencePoints())
            {
                if (!point.IsHidden)
                {
                    string path = points.GetString(points.GetDocument(point.Document).Name);
                    string name = type[..(type.IndexOf('>') + 1)];
                    found.TryAdd(name, []);
                    found[name].Add((path, point.StartLine, point.StartColumn));
                }
            }
        }

        return found;
    }

    private sealed record CSharpFile(string Path, string Text);
}
