using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Troops.Benchmarks.Analyzers.Business;
using Troops.Benchmarks.Document;

namespace Troops.Benchmarks.Analyzers;

/// <summary>What the analyzers are let loose on.</summary>
internal static class Subjects
{
    private static readonly string[] NotSources = ["bin", "obj"];

    /// <summary>Of the project that nobody wrote.</summary>
    internal const string GeneratedName = "Company";

    internal static Subject Generated() => new(GeneratedName, BusinessProject.Generate(), References(GeneratedName));

    /// <summary>A project of this repository, compiled against the assemblies that lie beside this program: it must be among those that the program was built with.</summary>
    internal static Subject Own(string project)
    {
        string folder = Path.Combine(Checkout.Root, project);
        IEnumerable<string> paths = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(static path => !NotSources.Contains(path.Split('/')[0], StringComparer.Ordinal) && !path.StartsWith("Specs/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        List<(string, string)> files = [.. paths.Select(path => ($"{project}/{path}", File.ReadAllText(Path.Combine(folder, path))))];
        bool isProgram = files.Exists(static file => file.Item1.EndsWith("/Program.cs", StringComparison.Ordinal));
        Subject subject = new(project, files, References(project));
        subject = isProgram ? subject with { Options = subject.Options.WithOutputKind(OutputKind.ConsoleApplication) } : subject;
        return subject with { Files = [.. subject.Files, .. SdkGenerators.Run(subject.Compile())] };
    }

    /// <summary>.NET, and every other assembly that lies beside this program but the one that is compiled.</summary>
    internal static IReadOnlyList<MetadataReference> References(string except)
    {
        HashSet<string> known = new(
            Net100.References.All.Select(static reference => Path.GetFileNameWithoutExtension(reference.FilePath!)),
            StringComparer.OrdinalIgnoreCase
        );
        IEnumerable<string> beside = Directory
            .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(path => Path.GetFileNameWithoutExtension(path) is var name && name != except && !known.Contains(name) && IsManaged(path));
        return [.. Net100.References.All, .. beside.Order(StringComparer.Ordinal).Select(static path => MetadataReference.CreateFromFile(path))];
    }

    private static bool IsManaged(string path)
    {
        try
        {
            _ = System.Reflection.AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
