using Troops.Tests.House;

namespace Troops.Tests.Analyzers;

/// <summary>A page of <c>docs/rules</c>.</summary>
internal sealed record RulePage(string Id, string Title, IReadOnlyList<string> Sections, IReadOnlyList<string> Bad, IReadOnlyList<string> Good)
{
    internal const string Folder = "docs/rules";

    internal static IEnumerable<string> Ids =>
        Directory
            .EnumerateFiles(Repository.FullPath(Folder), "TROOP*.md")
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    internal static RulePage Read(string id)
    {
        string[] lines = File.ReadAllLines(Repository.FullPath($"{Folder}/{id}.md"));
        Dictionary<string, List<string>> sections = new(StringComparer.Ordinal) { [""] = [] };
        string section = "";
        bool isCode = false;
        foreach (string line in lines)
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isCode && line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line[3..].Trim();
                sections.Add(section, []);
            }
            else
            {
                sections[section].Add(line);
            }
        }

        return new(id, lines[0], [.. sections.Keys.Skip(1)], Programs(sections, "Bad"), Programs(sections, "Good"));
    }

    /// <summary>The fenced C# programs of a section.</summary>
    private static List<string> Programs(Dictionary<string, List<string>> sections, string name)
    {
        List<string> programs = [];
        List<string>? program = null;
        foreach (string line in sections.GetValueOrDefault(name, []))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (program is not null)
                {
                    programs.Add(string.Join('\n', program));
                }

                program = program is null && line == "```csharp" ? [] : null;
            }
            else
            {
                program?.Add(line);
            }
        }

        return programs;
    }
}
