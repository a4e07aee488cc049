using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Analyzers.Rules;
using Troops.Roslyn;
using Troops.Roslyn.Hygiene;
using Troops.Tests.Analyzers;

namespace Troops.Tests.Generators.Verdicts;

/// <summary>When an assembly is stamped as verified, and when not.</summary>
[TestFixture, Category("Unit")]
internal sealed class StampTests
{
    private const string Stamp = "[assembly: global::Troops.TroopsVerified]";
    private const string Suppress = "System.Diagnostics.CodeAnalysis.SuppressMessage";

    [TestCase("class C { }")]
    [TestCase("#pragma warning disable CS0168, 1591\nclass C { }")]
    [TestCase("#pragma warning restore TROOP001\nclass C { }")]
    [TestCase("#if NEVER\n#pragma warning disable TROOP001\n#endif\nclass C { }")]
    [TestCase("#pragma warning disable TROOP090 // only suggests\nclass C { }")]
    [TestCase($"[{Suppress}(\"Style\", \"IDE0051\")] class C {{ }}")]
    [TestCase("[SuppressMessage(\"Troops\", \"TROOP001\")] class C { } class SuppressMessageAttribute(string a, string b) : Attribute;")]
    [TestCase("class C { [Troops.Audited(\"me\", \"why\", \"2099-01-01\")] int[] x = []; }")]
    [TestCase("[Troops.TroopsOutside(\"why\")] class C { }")]
    public void What_silences_no_rule_leaves_the_stamp(string source) => Assert.That(GeneratorRun.Output(("C.cs", source)), Does.Contain(Stamp));

    [TestCase("#pragma warning disable TROOP001\nclass C { }", "Pragma TROOP001 at TROOP001")]
    [TestCase("class C { }\n#pragma warning disable CS0168, TROOP020", "Pragma TROOP020 at TROOP020")]
    [TestCase("class C {\n#pragma warning disable\n}", "Pragma * at #pragma warning disable")]
    [TestCase($"[{Suppress}(\"Troops\", \"TROOP001\")] class C {{ }}", $"Attribute TROOP001 at {Suppress}(\"Troops\", \"TROOP001\")")]
    [TestCase(
        $"class C {{ [{Suppress}Attribute(\"\", \"TROOP001:Mutable\")] int x; }}",
        $"Attribute TROOP001 at {Suppress}Attribute(\"\", \"TROOP001:Mutable\")"
    )]
    [TestCase(
        $"class C {{ [{Suppress}(checkId: \"TROOP002\", category: \"\")] int x; }}",
        $"Attribute TROOP002 at {Suppress}(checkId: \"TROOP002\", category: \"\")"
    )]
    [TestCase($"class C {{ void M() {{ [{Suppress}(\"\", \"TROOP030\")] void L() {{ }} L(); }} }}", $"Attribute TROOP030 at {Suppress}(\"\", \"TROOP030\")")]
    [TestCase($"class C {{ Action A = [{Suppress}(\"\", \"TROOP030\")] () => {{ }}; }}", $"Attribute TROOP030 at {Suppress}(\"\", \"TROOP030\")")]
    [TestCase(
        $"[assembly: {Suppress}(\"\", \"TROOP020\", Scope = \"member\", Target = \"~F:C.x\")]\nclass C {{ static int x; }}",
        $"Attribute TROOP020 at {Suppress}(\"\", \"TROOP020\", Scope = \"member\", Target = \"~F:C.x\")"
    )]
    [TestCase($"class C {{ const string Id = \"TROOP001\"; [{Suppress}(\"\", Id)] int x; }}", $"Attribute TROOP001 at {Suppress}(\"\", Id)")]
    [TestCase($"using S = {Suppress}Attribute; class C {{ [S(\"\", \"TROOP001\")] int x; }}", "Attribute TROOP001 at S(\"\", \"TROOP001\")")]
    public void What_source_silences_withholds_it_and_is_found_where_it_stands(string source, string expected)
    {
        CSharpCompilation compilation = TestCompilation.Of(("C.cs", source));
        Assert.That(GeneratorRun.Output(compilation), Does.Not.Contain(Stamp));
        Assert.That(Found(compilation, new TestConfiguration()), Is.EqualTo([expected]));
    }

    [Test]
    public void A_name_that_another_file_gives_to_the_attribute_for_all_is_known() =>
        Assert.That(
            GeneratorRun.Output(("Names.cs", $"global using Quiet = {Suppress}Attribute;"), ("C.cs", "class C { [Quiet(\"\", \"TROOP001\")] int x; }")),
            Does.Not.Contain(Stamp)
        );

    [TestCase("TROOP001", ReportDiagnostic.Suppress, false)]
    [TestCase("TROOP001", ReportDiagnostic.Hidden, false)]
    [TestCase("TROOP001", ReportDiagnostic.Info, false)]
    [TestCase("TROOP001", ReportDiagnostic.Warn, false)]
    [TestCase("TROOP092", ReportDiagnostic.Suppress, false)]
    [TestCase("TROOP001", ReportDiagnostic.Error, true)]
    [TestCase("TROOP001", ReportDiagnostic.Default, true)]
    [TestCase("TROOP090", ReportDiagnostic.Suppress, true)]
    [TestCase("CS0168", ReportDiagnostic.Suppress, true)]
    public void NoWarn_and_rule_sets_withhold_it_if_they_make_less_of_a_rule(string id, ReportDiagnostic severity, bool isStamped)
    {
        CSharpCompilation compilation = TestCompilation.Of(("C.cs", "class C { }"));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new(id, severity)]));
        Assert.That(GeneratorRun.Output(compilation).Contains(Stamp, StringComparison.Ordinal), Is.EqualTo(isStamped));
    }

    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic.TROOP001.severity = none", "Configuration TROOP001 at ")]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic.TROOP002.severity = suggestion", "Configuration TROOP002 at ")]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.severity = warning", "Configuration dotnet_analyzer_diagnostic.severity at ")]
    [TestCase(
        ".editorconfig",
        "[*.cs]\ndotnet_analyzer_diagnostic.category-Troops.Statics.severity = none",
        "Configuration dotnet_analyzer_diagnostic.category-troops.statics.severity at "
    )]
    [TestCase("my.globalconfig", "is_global = true\ndotnet_diagnostic.TROOP020.severity = warning", "Configuration TROOP020 at ")]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic.TROOP001.severity = error", null)]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic.TROOP090.severity = none", null)]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_diagnostic.CA1000.severity = none", null)]
    [TestCase(".editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.category-Style.severity = none", null)]
    [TestCase(".editorconfig", "[Other.cs]\ndotnet_diagnostic.TROOP001.severity = none", null)]
    public void A_configuration_withholds_it_if_it_makes_less_of_a_rule(string path, string text, string? expected)
    {
        TestConfiguration configuration = new((path, text));
        CSharpCompilation compilation = TestCompilation.Of(("C.cs", "class C { }"));
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(configuration.Severities));
        string output = GeneratorRun.Output(compilation, GeneratorRun.Driver(configuration));
        Assert.That(output.Contains(Stamp, StringComparison.Ordinal), Is.EqualTo(expected is null));
        Assert.That(Found(compilation, configuration), Is.EqualTo(expected is null ? [] : new[] { expected }));
    }

    [TestCase("RunAnalyzers", "false", false)]
    [TestCase("RunAnalyzersDuringBuild", "False", false)]
    [TestCase("RunAnalyzers", "true", true)]
    [TestCase("TroopsStrict", "true", true)]
    public void A_build_without_the_rules_withholds_it(string property, string value, bool isStamped)
    {
        TestConfiguration configuration = new(("build.globalconfig", $"is_global = true\nbuild_property.{property} = {value}"));
        string output = GeneratorRun.Output(TestCompilation.Of(("C.cs", "class C { }")), GeneratorRun.Driver(configuration));
        Assert.That(output.Contains(Stamp, StringComparison.Ordinal), Is.EqualTo(isStamped));
    }

    [Test]
    public void An_assembly_that_stands_outside_is_not_stamped_but_its_kinds_are_told() =>
        Assert.That(
            GeneratorRun.Output(("C.cs", "[assembly: Troops.TroopsOutside(\"why\")] sealed record C(int N);")),
            Does.Contain("Val C").And.Not.Contain(Stamp)
        );

    [Test]
    public void Rules_that_only_suggest_are_known_as_such()
    {
        ILookup<string, DiagnosticSeverity> severities = Catalog
            .Rules.SelectMany(static rule => rule.Descriptors)
            .ToLookup(static descriptor => descriptor.Id, static descriptor => descriptor.DefaultSeverity);
        IEnumerable<string> suggestions = severities
            .Where(static rule => rule.All(static severity => severity == DiagnosticSeverity.Info))
            .Select(static rule => rule.Key);
        Assert.That(suggestions, Is.SubsetOf(RuleIds.Suggestions));
        Assert.That(RuleIds.Suggestions.SelectMany(id => severities[id]), Is.All.EqualTo(DiagnosticSeverity.Info));
        Assert.That(severities.Select(static rule => rule.Key), Is.SubsetOf(RuleIds.Candidates.Concat(RuleIds.Suggestions)));
    }

    private static IEnumerable<string> Found(CSharpCompilation compilation, TestConfiguration configuration) =>
        SuppressionScan
            .Find(KnownSymbols.Create(compilation)!, configuration, CancellationToken.None)
            .Select(static found => $"{found.Kind} {found.Id} at {found.Location?.SourceTree!.GetText().ToString(found.Location.SourceSpan).Trim()}");
}
