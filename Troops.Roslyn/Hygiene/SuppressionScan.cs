using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Roslyn.Hygiene;

/// <summary>Finds all that silences a TROOP rule or makes less of it, whether or not the rule had anything to say there.</summary>
/// <remarks>
/// A <c>#pragma warning disable</c> without ids counts too, in generated files as in others: it silences ours with the rest, and nobody sees what. Asks each file once and
/// is meant for builds, not for each key pressed.
/// </remarks>
internal static class SuppressionScan
{
    /// <summary>Keys that set the severity of many rules at once; every family of ours is a category.</summary>
    private const string Bulk = "dotnet_analyzer_diagnostic";

    /// <summary>In the order of the files; options and configurations come first.</summary>
    internal static IEnumerable<Suppression> Find(KnownSymbols symbols, AnalyzerConfigOptionsProvider configuration, CancellationToken cancellation)
    {
        foreach (Suppression found in WithoutPlace(symbols.Compilation, configuration, cancellation))
        {
            yield return found;
        }

        SuppressionAttributes attributes = new(symbols, cancellation);
        foreach (SyntaxTree tree in symbols.Compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (Suppression found in InPragmas(tree.GetRoot(cancellation)).Concat(attributes.In(tree)))
            {
                yield return found;
            }
        }
    }

    /// <summary>Options and configurations, each once.</summary>
    internal static IEnumerable<Suppression> WithoutPlace(Compilation compilation, AnalyzerConfigOptionsProvider configuration, CancellationToken cancellation)
    {
        HashSet<Suppression> seen = [];
        foreach (Suppression option in InOptions(compilation.Options, cancellation).Where(seen.Add))
        {
            yield return option;
        }

        // The options of many files are one object.
        HashSet<AnalyzerConfigOptions> read = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            IEnumerable<Suppression> inFile = InSeverities(compilation.Options, tree, cancellation);
            if (configuration.GetOptions(tree) is var values && read.Add(values))
            {
                inFile = inFile.Concat(InConfiguration(values));
            }

            foreach (Suppression found in inFile.Where(seen.Add))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<Suppression> InOptions(CompilationOptions options, CancellationToken cancellation)
    {
        if (options.GeneralDiagnosticOption == ReportDiagnostic.Suppress)
        {
            yield return new(SuppressionKind.CompilerOption, Suppression.Everything, null);
        }

        foreach (
            KeyValuePair<string, ReportDiagnostic> option in options.SpecificDiagnosticOptions.OrderBy(static option => option.Key, StringComparer.Ordinal)
        )
        {
            if (RuleIds.Names(option.Key) && IsLess(option.Value))
            {
                yield return new(SuppressionKind.CompilerOption, option.Key, null);
            }
        }

        if (options.SyntaxTreeOptionsProvider is not { } severities)
        {
            yield break;
        }

        foreach (string id in RuleIds.Candidates)
        {
            if (severities.TryGetGlobalDiagnosticValue(id, cancellation, out ReportDiagnostic severity) && IsLess(severity))
            {
                yield return new(SuppressionKind.Configuration, id, null);
            }
        }
    }

    private static IEnumerable<Suppression> InSeverities(CompilationOptions options, SyntaxTree tree, CancellationToken cancellation)
    {
        if (options.SyntaxTreeOptionsProvider is not { } severities)
        {
            yield break;
        }

        foreach (string id in RuleIds.Candidates)
        {
            if (severities.TryGetDiagnosticValue(tree, id, cancellation, out ReportDiagnostic severity) && IsLess(severity))
            {
                yield return new(SuppressionKind.Configuration, id, null);
            }
        }
    }

    private static IEnumerable<Suppression> InConfiguration(AnalyzerConfigOptions values)
    {
        foreach (string key in values.Keys)
        {
            bool isBulk =
                key.Equals($"{Bulk}.severity", StringComparison.OrdinalIgnoreCase)
                || key.StartsWith($"{Bulk}.category-Troops.", StringComparison.OrdinalIgnoreCase);
            if (isBulk && values.TryGetValue(key, out string? value) && value.Trim().ToUpperInvariant() is not ("ERROR" or "DEFAULT"))
            {
                yield return new(SuppressionKind.Configuration, key, null);
            }
        }
    }

    /// <summary>Rules are errors, and warnings that others may raise to errors, so anything but these two is less.</summary>
    private static bool IsLess(ReportDiagnostic severity) => severity is not (ReportDiagnostic.Default or ReportDiagnostic.Error);

    /// <summary>Pragmas alone, which need no more than the tree.</summary>
    internal static IEnumerable<Suppression> InPragmas(SyntaxNode root)
    {
        if (!root.ContainsDirectives || root is not CompilationUnitSyntax unit)
        {
            yield break;
        }

        for (DirectiveTriviaSyntax? directive = unit.GetFirstDirective(IsDisable); directive is not null; directive = directive.GetNextDirective(IsDisable))
        {
            PragmaWarningDirectiveTriviaSyntax pragma = (PragmaWarningDirectiveTriviaSyntax)directive;
            if (pragma.ErrorCodes.Count == 0)
            {
                yield return new(SuppressionKind.Pragma, Suppression.Everything, LocationOf(pragma));
            }

            foreach (ExpressionSyntax code in pragma.ErrorCodes)
            {
                string id = code.ToString();
                if (RuleIds.Names(id))
                {
                    yield return new(SuppressionKind.Pragma, id, code.GetLocation());
                }
            }
        }
    }

    /// <summary>Without the comment behind it.</summary>
    private static Location LocationOf(PragmaWarningDirectiveTriviaSyntax pragma) =>
        Location.Create(pragma.SyntaxTree, TextSpan.FromBounds(pragma.HashToken.SpanStart, pragma.DisableOrRestoreKeyword.Span.End));

    private static bool IsDisable(DirectiveTriviaSyntax directive) =>
        directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma && pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);
}
