using Troops.Tests.House;

namespace Troops.Tests.Analyzers;

/// <summary>A file of <c>Specs</c>: programs that know nothing of each other, between lines that begin with <c>//---</c>.</summary>
internal static class SpecFile
{
    private static readonly string Folder = Repository.FullPath("Troops.Tests/Specs");

    internal static IReadOnlyList<string> Names { get; } =
    [.. Directory.EnumerateFiles(Folder, "*.cs").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Every program of every file, with a name that says which it is.</summary>
    internal static IEnumerable<(string Name, string Source)> AllPrograms() =>
        Names.SelectMany(static file => Programs(file).Select(program => ($"{file}:{program.Line + 1}", program.Source)));

    /// <summary>With how many lines of the file are before each.</summary>
    internal static IEnumerable<(string Source, int Line)> Programs(string file) => Split(File.ReadAllText(Path.Combine(Folder, file)));

    private static IEnumerable<(string Source, int Line)> Split(string all)
    {
        List<string> part = [];
        int start = 0;
        string[] lines = all.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("//---", StringComparison.Ordinal))
            {
                yield return (string.Join('\n', part), start);
                part = [];
                start = i + 1;
            }
            else
            {
                part.Add(lines[i]);
            }
        }

        yield return (string.Join('\n', part), start);
    }
}
