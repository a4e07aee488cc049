using System.Text;

namespace Troops.Benchmarks.Generators;

/// <summary>A large project with tasks in some of its files: 500 files, 200 tasks, 100,000 calls.</summary>
internal static class TaskProject
{
    internal const int Files = 500;
    internal const int Tasks = 200;

    private const int MethodsAFile = 20;
    private const int CallsAMethod = 10;

    /// <summary>Paths and texts.</summary>
    internal static IReadOnlyList<(string Path, string Text)> Generate() => [.. Enumerable.Range(0, Files).Select(static i => ($"Part{i}.cs", File(i)))];

    private static string File(int number)
    {
        StringBuilder text = new();
        text.Append("using Troops;\n\nnamespace Large;\n\ninternal static partial class Part").Append(number).Append("\n{\n");
        for (int method = 0; method < MethodsAFile; method++)
        {
            text.Append("    internal static int M").Append(method).Append("(int n)\n    {\n");
            for (int call = 0; call < CallsAMethod; call++)
            {
                text.Append("        n += Math.Max(n, ").Append(call).Append(");\n");
            }

            text.Append("        return n;\n    }\n\n");
        }

        if (number < Tasks)
        {
            text.Append(
                $$"""
                    [TroopTask]
                    internal static async TroopTask<int> Work{{number}}(int n)
                    {
                        int sum = 0;
                        while (n > 0)
                        {
                            sum += n--;
                        }

                        await TroopTask.Yield();
                        return sum + {{(number == 0 ? "0" : $"await Part{number - 1}.Work{number - 1}(n)")}};
                    }

                    internal static void Start{{number}}() => TroopThread.Start(() => Work{{number}}(3));

                """
            );
        }

        return text.Append("}\n").ToString();
    }
}
