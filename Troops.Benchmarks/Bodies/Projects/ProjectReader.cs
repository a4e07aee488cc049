using System.IO.Enumeration;
using System.Xml;
using System.Xml.Linq;

namespace Troops.Benchmarks.Bodies.Projects;

/// <summary>Finds the projects of a folder, and reads them as text: nothing of a stranger's build is run.</summary>
internal sealed class ProjectReader(string root)
{
    private const string ThisFolder = "MSBuildThisFileDirectory";

    private static readonly string[] NotSources = ["bin", "obj", ".git"];

    private static readonly string[] Implicit =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly string[] ImplicitOnTheWeb =
    [
        "System.Net.Http.Json",
        "Microsoft.AspNetCore.Builder",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting",
        "Microsoft.Extensions.Logging",
    ];

    private static readonly string[] Always =
    [
        "TRACE",
        "NET",
        "NETCOREAPP",
        "NET10_0",
        .. Enumerable.Range(5, 6).Select(static version => $"NET{version}_0_OR_GREATER"),
        .. new[] { "1_0", "1_1", "2_0", "2_1", "2_2", "3_0", "3_1" }.Select(static version => $"NETCOREAPP{version}_OR_GREATER"),
    ];

    /// <summary>A folder without a project is one.</summary>
    internal IReadOnlyList<ProjectFile> Read()
    {
        string[] paths = [.. Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        HashSet<string> folders = [.. paths.Select(static path => Path.GetDirectoryName(path)!)];
        return paths.Length > 0
            ? [.. paths.Select(path => Read(path, folders))]
            : [new(root, Path.GetFileName(root), Sources(root, new HashSet<string>()), [], Always, UsingsOf(Implicit), IsNullable: true, IsChecked: false)];
    }

    private ProjectFile Read(string path, IReadOnlySet<string> projects)
    {
        string folder = Path.GetDirectoryName(path)!;
        ProjectProperties properties = new(path);
        List<(string Path, XElement Root)> files = [];
        Load(Above(folder, "Directory.Build.props").Append(path).Concat(Above(folder, "Directory.Build.targets")), files, properties);
        SortedSet<string> sources = new(StringComparer.Ordinal);
        List<string> references = [];
        List<string> usings = [];
        if (!properties.Is("EnableDefaultCompileItems", "false"))
        {
            sources.UnionWith(Sources(folder, projects));
        }

        foreach ((string file, XElement content) in files)
        {
            // Items of a file above are meant from the project's folder, but for those that name their own.
            properties.Set(ThisFolder, Path.GetDirectoryName(file)! + "/");
            foreach (XElement item in Elements(content, "ItemGroup", properties))
            {
                AddItem(item, folder, properties, sources, references, usings);
            }
        }

        return new(
            path,
            properties["AssemblyName"] is { Length: > 0 } name ? name : Path.GetFileNameWithoutExtension(path),
            [.. sources],
            references,
            [.. Always, .. properties["DefineConstants"].Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            [.. UsingsOf(properties.Is("ImplicitUsings", "enable") || properties.Is("ImplicitUsings", "true") ? ImplicitIn(files) : []), .. usings],
            properties.Is("Nullable", "enable"),
            properties.Is("CheckForOverflowUnderflow", "true")
        );
    }

    private static void AddItem(
        XElement item,
        string folder,
        ProjectProperties properties,
        SortedSet<string> sources,
        List<string> references,
        List<string> usings
    )
    {
        string include = properties.Expand(item.Attribute("Include")?.Value ?? "");
        string remove = properties.Expand(item.Attribute("Remove")?.Value ?? "");
        switch (item.Name.LocalName)
        {
            case "ProjectReference" when include.Length > 0:
                references.AddRange(Patterns(folder, include));
                break;
            case "Using" when include.Length > 0:
                string alias = item.Attribute("Alias") is { Value: var other } ? $"{other} = " : "";
                usings.Add($"global using {(item.Attribute("Static")?.Value == "true" ? "static " : "")}{alias}{include};");
                break;
            case "Compile":
                foreach (string pattern in Patterns(folder, include))
                {
                    sources.UnionWith(Matches(pattern));
                }

                foreach (string pattern in Patterns(folder, remove))
                {
                    sources.RemoveWhere(path => FileSystemName.MatchesSimpleExpression(pattern.Replace("**/*", "*").Replace("**", "*"), path));
                }

                break;
        }
    }

    /// <summary>In full, with the slashes of this system.</summary>
    private static IEnumerable<string> Patterns(string folder, string list) =>
        list.Replace('\\', '/')
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(pattern => Path.GetFullPath(Path.Combine(folder, pattern)));

    private static IEnumerable<string> Matches(string pattern)
    {
        int wild = pattern.IndexOf('*', StringComparison.Ordinal);
        if (wild < 0)
        {
            return File.Exists(pattern) ? [pattern] : [];
        }

        string folder = pattern[..pattern.LastIndexOf('/', wild)];
        string simple = pattern.Replace("**/*", "*").Replace("**", "*");
        SearchOption depth = pattern.Contains("**", StringComparison.Ordinal) ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.cs", depth).Where(path => FileSystemName.MatchesSimpleExpression(simple, path))
            : [];
    }

    /// <summary>All below the folder but what belongs to another project.</summary>
    private static IReadOnlyList<string> Sources(string folder, IReadOnlySet<string> projects)
    {
        List<string> found = [.. Directory.EnumerateFiles(folder, "*.cs")];
        foreach (string below in Directory.EnumerateDirectories(folder))
        {
            if (!NotSources.Contains(Path.GetFileName(below), StringComparer.OrdinalIgnoreCase) && !projects.Contains(below))
            {
                found.AddRange(Sources(below, projects));
            }
        }

        return found;
    }

    /// <summary>From outside in.</summary>
    private IEnumerable<string> Above(string folder, string name)
    {
        string level = root;
        foreach (string step in Path.GetRelativePath(root, folder).Split('/').Prepend("."))
        {
            level = Path.GetFullPath(Path.Combine(level, step));
            yield return Path.Combine(level, name);
        }
    }

    /// <summary>Each once, after those that it imports; the properties are set on the way.</summary>
    private static void Load(IEnumerable<string> paths, List<(string Path, XElement Root)> files, ProjectProperties properties)
    {
        foreach (string path in paths.Where(path => File.Exists(path) && !files.Exists(file => file.Path == path)))
        {
            if (Load(path) is not { } content)
            {
                continue;
            }

            string folder = Path.GetDirectoryName(path)!;
            properties.Set(ThisFolder, $"{folder}/");
            files.Add((path, content));
            foreach (XElement element in content.Elements().Where(properties.Holds))
            {
                switch (element.Name.LocalName)
                {
                    case "PropertyGroup":
                        foreach (XElement property in element.Elements().Where(properties.Holds))
                        {
                            properties.Set(property.Name.LocalName, property.Value.Trim());
                        }

                        break;
                    case "Import" when element.Attribute("Sdk") is null && element.Attribute("Project") is { Value: var project }:
                        Load(Patterns(folder, properties.Expand(project)), files, properties);
                        properties.Set(ThisFolder, $"{folder}/");
                        break;
                }
            }
        }
    }

    /// <summary>Those of the groups of that name that count.</summary>
    private static IEnumerable<XElement> Elements(XElement file, string group, ProjectProperties properties) =>
        file.Elements().Where(element => element.Name.LocalName == group && properties.Holds(element)).Elements().Where(properties.Holds);

    private static XElement? Load(string path)
    {
        try
        {
            return XDocument.Load(path).Root;
        }
        catch (XmlException)
        {
            // A template of a project, more often than not.
            return null;
        }
    }

    private static IEnumerable<string> ImplicitIn(List<(string Path, XElement Root)> files) =>
        files.Exists(static file => file.Root.Attribute("Sdk")?.Value == "Microsoft.NET.Sdk.Web") ? Implicit.Concat(ImplicitOnTheWeb) : Implicit;

    private static string[] UsingsOf(IEnumerable<string> namespaces) => [.. namespaces.Select(static name => $"global using {name};")];
}
