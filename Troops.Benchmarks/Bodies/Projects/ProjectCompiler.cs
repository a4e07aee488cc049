using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Troops.Benchmarks.Analyzers;

namespace Troops.Benchmarks.Bodies.Projects;

/// <summary>Compiles projects in memory against .NET, ASP.NET Core, the runtime and each other. Packages are missing, and with them what needs them.</summary>
/// <param name="projects">All of them.</param>
/// <param name="packages">Paths of assemblies that stand in for packages.</param>
internal sealed class ProjectCompiler(IReadOnlyList<ProjectFile> projects, IReadOnlyList<string> packages)
{
    private static readonly IReadOnlyList<PortableExecutableReference> Platform =
    [
        .. Net100.References.All,
        .. Web(),
        MetadataReference.CreateFromFile(typeof(TroopTask).Assembly.Location),
    ];

    private readonly IReadOnlyList<MetadataReference> always = [.. Platform, .. Packages(projects, packages)];

    private readonly Dictionary<string, ProjectFile> byPath = projects.ToDictionary(static project => project.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, CSharpCompilation?> compiled = new(StringComparer.Ordinal);

    /// <summary>Declarations that were taken out.</summary>
    internal int Pruned { get; private set; }

    /// <summary>The project without the declarations that do not bind; null if it is among those that are being compiled, which would be a circle.</summary>
    internal CSharpCompilation? Compile(ProjectFile project)
    {
        if (compiled.TryGetValue(project.Path, out CSharpCompilation? done))
        {
            return done;
        }

        compiled[project.Path] = null;
        IEnumerable<MetadataReference> others = Below(project).Select(other => Compile(other)?.ToMetadataReference()).OfType<MetadataReference>();
        (CSharpCompilation pruned, int count) = Pruner.Prune(Raw(project, [.. others]));
        Pruned += count;
        compiled[project.Path] = pruned;
        return pruned;
    }

    private CSharpCompilation Raw(ProjectFile project, IReadOnlyList<MetadataReference> others)
    {
        CSharpParseOptions options = new CSharpParseOptions(LanguageVersion.CSharp14, preprocessorSymbols: project.Defines).WithFeatures([
            new("InterceptorsNamespaces", "Troops.Generated"),
        ]);
        // Packages that give a project to its friends' tests name a key, which nobody has here.
        string friends = string.Concat(
            projects
                .Where(other => Below(other).Contains(project))
                .Select(static other => other.Assembly)
                .Distinct(StringComparer.Ordinal)
                .Select(static name => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{name}\")]\n")
        );
        SyntaxTree[] trees =
        [
            Parse($"{string.Join('\n', project.Usings)}\n{friends}", $"{project.Path}.usings"),
            .. project.Sources.Select(path => Parse(File.ReadAllText(path), path)).Where(static tree => !HasErrors(tree)),
        ];
        bool isProgram = trees.Any(static tree =>
            tree.GetRoot() is CompilationUnitSyntax unit && unit.Members.Any(static member => member is GlobalStatementSyntax)
        );
        return CSharpCompilation.Create(
            project.Assembly,
            trees,
            always.Concat(others),
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                checkOverflow: project.IsChecked,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: project.IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable
            )
        );

        SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), options, path);
    }

    /// <summary>What it refers to, directly or not.</summary>
    private List<ProjectFile> Below(ProjectFile project)
    {
        List<ProjectFile> found = [];
        Queue<ProjectFile> left = new([project]);
        while (left.TryDequeue(out ProjectFile? next))
        {
            foreach (string path in next.References)
            {
                if (byPath.TryGetValue(path, out ProjectFile? other) && other != project && !found.Contains(other))
                {
                    found.Add(other);
                    left.Enqueue(other);
                }
            }
        }

        return found;
    }

    private static bool HasErrors(SyntaxTree tree) => tree.GetDiagnostics().Any(static problem => problem.Severity == DiagnosticSeverity.Error);

    /// <summary>Without those that the platform has, or a project makes.</summary>
    private static IEnumerable<MetadataReference> Packages(IReadOnlyList<ProjectFile> projects, IReadOnlyList<string> packages)
    {
        HashSet<string> known = new(
            Platform.Select(static one => Path.GetFileNameWithoutExtension(one.FilePath!)).Concat(projects.Select(static project => project.Assembly)),
            StringComparer.OrdinalIgnoreCase
        );
        return packages.Where(path => known.Add(Path.GetFileNameWithoutExtension(path))).Select(static path => MetadataReference.CreateFromFile(path));
    }

    private static IEnumerable<PortableExecutableReference> Web()
    {
        string folder = Path.Combine(SdkFolder.Newest(Path.Combine("packs", "Microsoft.AspNetCore.App.Ref")).FullName, "ref", "net10.0");
        return Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal).Select(static path => MetadataReference.CreateFromFile(path));
    }
}
