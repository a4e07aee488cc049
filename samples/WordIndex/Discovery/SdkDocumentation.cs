using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace WordIndex.Discovery;

/// <summary>The XML documentation of the .NET libraries, which ships with every SDK: the text that is read when no path is given.</summary>
internal static class SdkDocumentation
{
    /// <summary>The documentation files of the .NET that runs this program, or else of the one that <c>DOTNET_ROOT</c> names; empty if neither has any.</summary>
    public static ImmutableArray<string> Find() => Roots().Select(FilesIn).FirstOrDefault(files => !files.IsEmpty, ImmutableArray<string>.Empty);

    private static IEnumerable<string> Roots()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
        {
            yield return root;
        }
    }

    /// <summary><c>packs/&lt;pack&gt;/&lt;version&gt;/ref/**/*.xml</c></summary>
    private static ImmutableArray<string> FilesIn(string root)
    {
        DirectoryInfo packs = new(Path.Combine(root, "packs"));
        if (!packs.Exists)
        {
            return [];
        }

        return
        [
            .. packs
                .EnumerateDirectories()
                .SelectMany(pack => pack.EnumerateDirectories())
                .SelectMany(version => version.EnumerateDirectories("ref"))
                .SelectMany(reference => reference.EnumerateFiles("*.xml", new EnumerationOptions { RecurseSubdirectories = true }))
                .Select(file => file.FullName),
        ];
    }
}
