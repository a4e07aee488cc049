using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Tests.Generators.Verdicts;

namespace Troops.Tests.Analyzers;

/// <summary>TROOP092 where there is no source to stand in, and with <c>TroopsStrict</c>.</summary>
[TestFixture, Category("Unit")]
internal sealed class SilencingTests
{
    private const string Strict = "is_global = true\nbuild_property.TroopsStrict = true";

    [TestCase("TROOP001", ReportDiagnostic.Suppress, true)]
    [TestCase("TROOP020", ReportDiagnostic.Warn, true)]
    [TestCase("TROOP020", ReportDiagnostic.Error, false)]
    [TestCase("TROOP090", ReportDiagnostic.Suppress, false)]
    [TestCase("CS0168", ReportDiagnostic.Suppress, false)]
    [TestCase("TROOP092", ReportDiagnostic.Suppress, false, Description = "It silences its own report; the stamp tells.")]
    public async Task NoWarn_and_rule_sets_are_reported_without_a_place(string id, ReportDiagnostic severity, bool isReported)
    {
        CSharpCompilation compilation = TestCompilation.Of(("C.cs", "class C { }"));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new(id, severity)]));
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(compilation, new TestConfiguration());
        Assert.That(
            found.Select(static diagnostic => (diagnostic.Id, diagnostic.Location)),
            Is.EqualTo(isReported ? [("TROOP092", Location.None)] : Array.Empty<(string, Location)>())
        );
        Assert.That(found.Select(Message), isReported ? Has.One.StartsWith($"NoWarn or a rule set makes less of {id} than it is") : Is.Empty);
    }

    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic.TROOP001.severity = none", "TROOP001")]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.category-Troops.Statics.severity = none", "dotnet_analyzer_diagnostic")]
    [TestCase("my.globalconfig", "is_global = true\ndotnet_diagnostic.TROOP020.severity = warning", "TROOP020")]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic.TROOP001.severity = error", null)]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic.TROOP090.severity = none", null)]
    public async Task A_severity_of_a_configuration_is_reported_once(string path, string text, string? id)
    {
        TestConfiguration configuration = new((path, text));
        CSharpCompilation compilation = TestCompilation.Of(("C.cs", "class C { }"), ("D.cs", "class D { }"));
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(configuration.Severities));
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(compilation, configuration);
        Assert.That(
            found.Select(Message),
            id is null ? Is.Empty : Has.One.StartsWith($"A configuration (.editorconfig) makes less of {id}").And.Exactly(1).Items
        );
    }

    [TestCase("", DiagnosticSeverity.Warning)]
    [TestCase(Strict, DiagnosticSeverity.Error)]
    public async Task It_is_an_error_where_the_project_is_strict(string properties, DiagnosticSeverity severity)
    {
        CSharpCompilation compilation = TestCompilation.Of(("C.cs", "#pragma warning disable TROOP001\nclass C { }"));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("TROOP002", ReportDiagnostic.Suppress)]));
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(compilation, new TestConfiguration(("build.globalconfig", properties)));
        Assert.That(found.Select(static diagnostic => (diagnostic.Id, diagnostic.Severity)), Is.EqualTo([("TROOP092", severity), ("TROOP092", severity)]));
    }

    [Test]
    public async Task A_pragma_may_silence_the_report_and_does_not_bring_back_the_stamp()
    {
        CSharpCompilation compilation = TestCompilation.Of(("C.cs", "#pragma warning disable TROOP092\n#pragma warning disable TROOP001\nclass C { }"));
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(compilation, new TestConfiguration());
        Assert.That(found.Where(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line > 0), Is.Empty);
        Assert.That(GeneratorRun.Output(compilation), Does.Not.Contain("TroopsVerified"));
    }

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, TestConfiguration configuration) =>
        TestCompilation.AnalyzeAsync(compilation, options: new AnalyzerOptions([], configuration));
}
