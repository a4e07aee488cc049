using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Analyzers.Rules;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;

namespace Troops.Analyzers;

/// <summary>Every rule of Troops, over one set of known symbols and one <see cref="Kinds"/> a compilation.</summary>
/// <remarks>
/// One analyzer and not one a rule: analyzers cannot share what they find in a compilation, and the kinds of its types are what nearly every rule asks for. A rule is a
/// class of its own all the same; <see cref="Catalog"/> lists them.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TroopsAnalyzer : DiagnosticAnalyzer
{
    private readonly ImmutableArray<Rule> rules;

    public TroopsAnalyzer()
        : this(Catalog.Rules) { }

    /// <summary>With these rules alone: to measure or to test one.</summary>
    internal TroopsAnalyzer(ImmutableArray<Rule> rules)
    {
        this.rules = rules;
        SupportedDiagnostics = [.. rules.SelectMany(static rule => rule.Descriptors).Distinct()];
    }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // What another generator writes runs like everything else, so it is checked like everything else.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext start)
    {
        if (KnownSymbols.Create(start.Compilation) is not { } symbols)
        {
            return;
        }

        KindList list = KindFiles.Read(start.Options.AdditionalFiles, KindList.Shipped, start.CancellationToken);
        ApiList apis = ApiList.Read(start.Options.AdditionalFiles, start.CancellationToken);
        RuleContext context = new(start, new Kinds(symbols, list), apis, BuildOptions.Read(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions));
        foreach (Rule rule in rules)
        {
            rule.Register(context);
        }

        context.Looks.Register(context);
    }
}
