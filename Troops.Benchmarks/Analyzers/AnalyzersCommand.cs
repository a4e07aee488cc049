using System.CommandLine;
using Troops.Benchmarks.Analyzers.Business;

namespace Troops.Benchmarks.Analyzers;

/// <summary>What may be said to <c>build/bench analyzers</c>.</summary>
internal sealed class AnalyzersCommand(TextWriter lines, TextWriter errors)
{
    private const int Failed = 1;

    private static readonly string[] OwnProjects = ["Troops.Runtime", "Troops.Benchmarks"];

    private static readonly Option<bool> Quick = new("--quick") { Description = "Few rounds and files: ten minutes on two quiet cores." };
    private static readonly Option<bool> Rules = new("--rules") { Description = "What each rule costs by itself, too." };
    private static readonly Option<string?> Project = new("--project") { Description = "Only this one, by its name." };
    private static readonly Option<DirectoryInfo?> Dump = new("--dump") { Description = "Write the generated project into this folder, and measure nothing." };

    internal Command Create()
    {
        Command command = new("analyzers", "Measures what the analyzers add to a build and to an edit, beside the SDK's own.") { Quick, Rules, Project, Dump };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(Dump) is { } folder)
        {
            await WriteProjectAsync(folder, cancellation);
            return 0;
        }

        bool isQuick = parsed.GetValue(Quick);
        SdkAnalyzers sdk = SdkAnalyzers.Load();
        await lines.WriteLineAsync(CostLine.Header);
        int code = 0;
        string? only = parsed.GetValue(Project);
        foreach (string name in OwnProjects.Append(Subjects.GeneratedName).Where(name => only is null || name == only))
        {
            try
            {
                Subject subject = name == Subjects.GeneratedName ? Subjects.Generated() : Subjects.Own(name);
                await errors.WriteLineAsync(
                    $"{subject.Name}: {subject.Files.Count} files, {subject.Lines} lines; the SDK is {sdk.Version}, {sdk.All.Length} analyzers"
                );
                BuildCost build = new(subject, sdk, rounds: isQuick ? 3 : 9);
                await WriteAsync(await build.MeasureAsync());
                await WriteAsync(await new EditCost(subject, sdk, mostFiles: isQuick ? 12 : 100).MeasureAsync());
                if (parsed.GetValue(Rules))
                {
                    await WriteAsync(await build.MeasureRulesAsync());
                }
            }
            catch (Exception fault)
            {
                // The other projects are worth having.
                await errors.WriteLineAsync($"build/bench: analyzers on {name} failed: {fault}");
                code = Failed;
            }
        }

        return code;
    }

    private async Task WriteAsync(IReadOnlyList<CostLine> measured)
    {
        foreach (CostLine line in measured)
        {
            await lines.WriteLineAsync(line.ToString());
        }
    }

    private static async Task WriteProjectAsync(DirectoryInfo folder, CancellationToken cancellation)
    {
        foreach ((string path, string text) in BusinessProject.Generate())
        {
            string full = Path.Combine(folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllTextAsync(full, text, cancellation);
        }
    }
}
