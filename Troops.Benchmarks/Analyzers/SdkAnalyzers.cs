using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Troops.Benchmarks.Analyzers;

/// <summary>
/// The analyzers of the SDK, which every project has: those rules of <c>AnalysisMode=Recommended</c> that are warnings. A build skips the rest, so they are switched off here.
/// </summary>
internal sealed class SdkAnalyzers
{
    private const string Key = "dotnet_diagnostic.";
    private readonly ImmutableDictionary<string, ReportDiagnostic> severities;

    private SdkAnalyzers(string version, ImmutableArray<DiagnosticAnalyzer> all, HashSet<string> warnings)
    {
        Version = version;
        IEnumerable<string> ids = all.SelectMany(static analyzer => analyzer.SupportedDiagnostics)
            .Select(static descriptor => descriptor.Id)
            .Distinct(StringComparer.Ordinal);
        severities = ids.ToImmutableDictionary(static id => id, id => warnings.Contains(id) ? ReportDiagnostic.Warn : ReportDiagnostic.Suppress);
        All = [.. all.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => warnings.Contains(descriptor.Id)))];
    }

    internal string Version { get; }

    /// <summary>Those that have something to say at all.</summary>
    internal ImmutableArray<DiagnosticAnalyzer> All { get; }

    /// <summary>Of the newest SDK beside the runtime that this program runs on.</summary>
    internal static SdkAnalyzers Load()
    {
        DirectoryInfo sdk = SdkFolder.Newest("sdk");
        string folder = Path.Combine(sdk.FullName, "Sdks", "Microsoft.NET.Sdk", "analyzers");
        ImmutableArray<DiagnosticAnalyzer> all =
        [
            .. new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" }.SelectMany(name =>
                SdkFolder.Load(Path.Combine(folder, name)).GetAnalyzers(LanguageNames.CSharp)
            ),
        ];
        string list = Path.Combine(
            folder,
            "build",
            "config",
            $"analysislevel_{Environment.Version.Major.ToString(CultureInfo.InvariantCulture)}_recommended.globalconfig"
        );
        return new SdkAnalyzers(
            sdk.Name,
            all,
            [.. File.ReadLines(list).Where(static line => line.EndsWith("= warning", StringComparison.Ordinal)).Select(IdOf)]
        );
    }

    internal CSharpCompilationOptions Configure(CSharpCompilationOptions options) => options.WithSpecificDiagnosticOptions(severities);

    private static string IdOf(string line) => line[Key.Length..].Split('.')[0];
}
