using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Troops.Benchmarks.Analyzers;

/// <summary>Where the SDK has what it gives to the compiler.</summary>
internal static class SdkFolder
{
    // The runtime that this program runs on is …/dotnet/shared/Microsoft.NETCore.App/10.0.0/.
    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>The folder with the highest version for its name.</summary>
    internal static DirectoryInfo Newest(string below)
    {
        DirectoryInfo folder = new(Path.Combine(Dotnet, below));
        DirectoryInfo? newest = folder.Exists ? folder.EnumerateDirectories().Where(static one => Number(one) is not null).MaxBy(Number) : null;
        return newest ?? throw new InvalidOperationException($"There is no SDK in {folder.FullName}: what comes with it cannot be run beside ours.");
    }

    internal static AnalyzerFileReference Load(string path) => new(path, new Loader());

    private static Version? Number(DirectoryInfo folder) => Version.TryParse(folder.Name.Split('-')[0], out Version? version) ? version : null;

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath) { }

        // What an analyzer refers to lies beside it, where LoadFrom looks.
        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
