using Troops.Tests.House;

namespace Troops.Tests.Docs;

/// <summary>A section of <c>docs/guide/from-task-run.md</c>: what one writes with tasks of the pool, and what becomes of it.</summary>
internal sealed record MovePair(string Title, IReadOnlyList<string> Programs)
{
    internal const string Page = "docs/guide/from-task-run.md";

    internal static IReadOnlyList<MovePair> All { get; } = Read(File.ReadAllLines(Repository.FullPath(Page)));

    internal string Before => Programs[0];

    internal string After => Programs[^1];

    /// <summary>The rules that the comments of <see cref="Before"/> name.</summary>
    internal IEnumerable<string> Rules =>
        Before
            .Split('\n')
            .Select(static line => line.IndexOf("// TROOP", StringComparison.Ordinal) is >= 0 and var at ? line[(at + 3)..].Trim() : "")
            .Where(static id => id != "");

    public override string ToString() => Title;

    private static List<MovePair> Read(string[] lines)
    {
        List<MovePair> pairs = [];
        string? title = null;
        List<string> programs = [];
        List<string>? program = null;
        foreach (string line in lines)
        {
            if (program is null && line.StartsWith("## ", StringComparison.Ordinal))
            {
                End();
                title = line[3..];
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (program is not null)
                {
                    programs.Add(string.Join('\n', program));
                }

                program = program is null ? [] : null;
            }
            else
            {
                program?.Add(line);
            }
        }

        End();
        return pairs;

        void End()
        {
            if (title is not null)
            {
                pairs.Add(new(title, programs));
            }

            programs = [];
        }
    }
}
