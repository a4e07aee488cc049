using System.CommandLine;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Benchmarks.Bodies.Projects;
using Troops.Benchmarks.Bodies.Twins;
using Troops.Generators.Tasks;

namespace Troops.Benchmarks.Bodies;

/// <summary><c>build/try-bodies</c>: what the generator makes of async methods that others wrote.</summary>
/// <param name="lines">Where the tables go.</param>
/// <param name="errors">Where it says how far it is.</param>
/// <param name="generator">What is tried; hears what it refused. Ours, if nothing else is said.</param>
internal sealed class BodiesCommand(TextWriter lines, TextWriter errors, Func<Action<Diagnostic>, IIncrementalGenerator>? generator = null)
{
    private const int Failed = 1;
    private const int Usage = 2;

    private static readonly Argument<DirectoryInfo[]> Folders = new("folder")
    {
        Description = "With C# projects, or sources.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<DirectoryInfo[]> Packages = new("--packages")
    {
        Description = "Folders of assemblies that stand in for packages, as the output of a build is one.",
    };

    internal Command Create()
    {
        Command command = new("bodies", "Puts a task beside every async method of some projects, and says what the generator makes of it.")
        {
            Folders,
            Packages,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        DirectoryInfo[] folders = parsed.GetValue(Folders) ?? [];
        DirectoryInfo[] packages = parsed.GetValue(Packages) ?? [];
        if (Array.Find([.. folders, .. packages], static folder => !folder.Exists) is { } missing)
        {
            await errors.WriteLineAsync($"build/try-bodies: there is no folder {missing.FullName}");
            return Usage;
        }

        long start = Stopwatch.GetTimestamp();
        Tally tally = new();
        string[] assemblies =
        [
            .. packages.SelectMany(static folder => folder.EnumerateFiles("*.dll")).Select(static file => file.FullName).Order(StringComparer.Ordinal),
        ];
        foreach (DirectoryInfo folder in folders)
        {
            await TryAsync(folder, assemblies, tally, cancellation);
        }

        foreach (string line in TrialReport.Lines(tally, Stopwatch.GetElapsedTime(start)))
        {
            await lines.WriteLineAsync(line);
        }

        return tally.IsPassed ? 0 : Failed;
    }

    private async Task TryAsync(DirectoryInfo folder, IReadOnlyList<string> packages, Tally tally, CancellationToken cancellation)
    {
        IReadOnlyList<ProjectFile> projects = new ProjectReader(Path.TrimEndingDirectorySeparator(folder.FullName)).Read();
        ProjectCompiler compiler = new(projects, packages);
        TwinWriter writer = new();
        BodyTrial trial = new(generator ?? (static refused => new TasksGenerator { Refused = refused }), tally);
        foreach (ProjectFile project in projects)
        {
            cancellation.ThrowIfCancellationRequested();
            if (compiler.Compile(project) is { } compilation)
            {
                (CSharpCompilation with, IReadOnlyList<Twin> twins) = writer.Write(compilation);
                await errors.WriteLineAsync($"{project.Assembly}: {project.Sources.Count} files, {twins.Count} async methods");
                if (twins.Count > 0)
                {
                    trial.Run(with, twins);
                }
            }
        }

        tally.Projects += projects.Count;
        tally.Files += writer.Files;
        tally.Others += writer.Others;
        tally.Pruned += compiler.Pruned;
    }
}
