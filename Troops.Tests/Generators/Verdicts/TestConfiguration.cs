using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Troops.Tests.Generators.Verdicts;

/// <summary>What <c>.editorconfig</c> and global configuration files say, read by the compiler's own reader: what it keeps for whom is its business.</summary>
internal sealed class TestConfiguration(params IEnumerable<(string Path, string Text)> files) : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigSet set = AnalyzerConfigSet.Create(
        files.Select(static file => AnalyzerConfig.Parse(file.Text, Path.GetFullPath(file.Path, "/project"))).ToList()
    );

    public override AnalyzerConfigOptions GlobalOptions => new TestOptions(set.GlobalConfigOptions.AnalyzerOptions);

    /// <summary>The severities of rules, which are an option of the compilation.</summary>
    internal SyntaxTreeOptionsProvider Severities => new TestSeverities(set);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) =>
        new TestOptions(set.GetOptionsForSourcePath($"/project/{tree.FilePath}").AnalyzerOptions);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
}
