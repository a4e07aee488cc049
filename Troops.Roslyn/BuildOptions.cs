using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Troops.Roslyn;

/// <summary>The MSBuild properties that the package makes visible to the compiler.</summary>
/// <param name="IsAnnotatedScope"><c>TroopsScope=Annotated</c>: rules on statics and hatches look at task code alone.</param>
/// <param name="IsStrict"><c>TroopsStrict=true</c>.</param>
/// <param name="RunsAnalyzers">False if the build says <c>RunAnalyzers=false</c> or <c>RunAnalyzersDuringBuild=false</c>.</param>
/// <param name="Today"><c>TroopsToday</c>, the day by which audits expire; a build can fix it to be repeatable. The clock's if it says nothing.</param>
internal sealed record BuildOptions(bool IsAnnotatedScope, bool IsStrict, bool RunsAnalyzers, DateTime Today)
{
    internal static BuildOptions Read(AnalyzerConfigOptions options)
    {
        return new(
            Is("TroopsScope", "Annotated"),
            Is("TroopsStrict", "true"),
            !Is("RunAnalyzers", "false") && !Is("RunAnalyzersDuringBuild", "false"),
            DateTime.TryParseExact(Value("TroopsToday"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
                ? day
                : DateTime.UtcNow.Date
        );

        string Value(string name) => options.TryGetValue($"build_property.{name}", out string? value) ? value.Trim() : "";
        bool Is(string name, string expected) => string.Equals(Value(name), expected, StringComparison.OrdinalIgnoreCase);
    }
}
