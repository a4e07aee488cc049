using System.Diagnostics;
using System.Text.Json;
using Troops.Tests.Analyzers;
using Troops.Tests.House;

namespace Troops.Tests.Package;

/// <summary>A folder outside the repository with a feed that has only the package in it, and projects that use it as anybody would.</summary>
internal sealed class Consumer : IDisposable
{
    private const string Projects = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>FRAMEWORK</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>

          <ItemGroup>
            <PackageReference Include="Troops" Version="VERSION" />
          </ItemGroup>
        </Project>
        """;

    private readonly string root = Directory.CreateTempSubdirectory("troops-package-").FullName;

    /// <summary>One that no cache has seen.</summary>
    internal string Version { get; } = $"0.0.0-test.{Guid.NewGuid():N}";

    internal string Package => Path.Combine(root, "feed", $"Troops.{Version}.nupkg");

    /// <summary>Packs what this test was compiled with, by the script that everybody uses.</summary>
    internal async Task PackAsync()
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        Run pack = await StartAsync(
            Repository.Root,
            "bash",
            [Repository.FullPath("build/pack"), Version, "--no-build", "--configuration", configuration, "--output", Path.Combine(root, "feed")]
        );
        Assert.That(pack.Code, Is.Zero, pack.Text);
        Assert.That(pack.Output.Trim(), Is.EqualTo(Package));

        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(
            "nuget.config",
            """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="package" value="feed" /></packageSources>
            </configuration>
            """
        );
    }

    /// <summary>Writes the project that <c>dotnet new console</c> writes, with the package added, and these files.</summary>
    internal void Create(string project, string framework, params IEnumerable<(string Path, string Text)> files)
    {
        Write(
            $"{project}/{project}.csproj",
            Projects.Replace("FRAMEWORK", framework, StringComparison.Ordinal).Replace("VERSION", Version, StringComparison.Ordinal)
        );
        foreach ((string path, string text) in files)
        {
            Write($"{project}/{path}", text);
        }
    }

    /// <summary>Restores and builds, with no server that outlives it; what the compiler says goes to a SARIF file.</summary>
    internal Task<Run> BuildAsync(string project, params IEnumerable<string> options) =>
        StartAsync(
            Folder(project),
            "dotnet",
            ["build", "--tl:off", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:ErrorLog=out.sarif%2cversion=2.1", .. options]
        );

    internal Task<Run> RunAsync(string project) => StartAsync(Folder(project), "dotnet", [Assembly(project)]);

    internal string Assembly(string project) => Path.Combine(Folder(project), "bin", "Debug", "net10.0", $"{project}.dll");

    /// <summary>What the rules of Troops said, file by file, as marks say it.</summary>
    internal async Task<IReadOnlyList<(string File, SpecLine Line)>> ReportedAsync(string project)
    {
        await using FileStream stream = File.OpenRead(Path.Combine(Folder(project), "out.sarif"));
        using JsonDocument log = await JsonDocument.ParseAsync(stream);
        List<(string File, SpecLine Line)> lines = [];
        foreach (JsonElement result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            string id = result.GetProperty("ruleId").GetString()!;
            if (id.StartsWith("TROOP", StringComparison.Ordinal))
            {
                JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
                JsonElement region = place.GetProperty("region");
                string path = new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath;
                int line = region.GetProperty("startLine").GetInt32();
                int start = region.GetProperty("startColumn").GetInt32() - 1;
                int end = region.GetProperty("endColumn").GetInt32() - 1;
                string text = (await File.ReadAllLinesAsync(path))[line - 1];
                bool isOneLine = region.GetProperty("endLine").GetInt32() == line;
                string message = result.GetProperty("message").GetProperty("text").GetString()!;
                lines.Add((Path.GetFileName(path), new(line, id, (isOneLine ? text[start..end] : text[start..]).Trim(), message)));
            }
        }

        return lines;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Folder(string project) => Path.Combine(root, project);

    private void Write(string path, string text)
    {
        string full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private static async Task<Run> StartAsync(string folder, string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A test host says where its own SDK's parts are; another build has to find its own.
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}
