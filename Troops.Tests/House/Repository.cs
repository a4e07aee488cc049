namespace Troops.Tests.House;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    internal static string Root { get; } = FindRoot();

    /// <summary>Every C# file that a person wrote below <paramref name="folder"/>, as a path from the root with forward slashes.</summary>
    internal static IReadOnlyList<string> SourceFiles(string folder = "")
    {
        List<string> files = [];
        Collect(new DirectoryInfo(Path.Combine(Root, folder)), files);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    internal static string FullPath(string path) => Path.Combine(Root, path);

    private static void Collect(DirectoryInfo folder, List<string> files)
    {
        files.AddRange(folder.EnumerateFiles("*.cs").Select(static file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/')));
        foreach (DirectoryInfo child in folder.EnumerateDirectories())
        {
            if (child.Name[0] != '.' && !NotOurs.Contains(child.Name, StringComparer.Ordinal))
            {
                Collect(child, files);
            }
        }
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Troops.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Troops.sln above {AppContext.BaseDirectory}: the house can be looked at only from inside a checkout.");
    }
}
