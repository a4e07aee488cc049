using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Hygiene;
using Suppression = Troops.Roslyn.Hygiene.Suppression;

namespace Troops.Analyzers.Rules.Hygiene;

/// <summary>TROOP092: whatever silences a rule, or makes less of it, and is no audit.</summary>
/// <remarks>
/// What stands in source is reported while it is written. Options and configurations have no place there, and are many to look through: they come with a build. An audit
/// does not cover any of this, so nothing is asked of <see cref="RuleContext.Report"/>.
/// </remarks>
internal sealed class SilencingRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [HygieneDescriptors.Silencing, HygieneDescriptors.SilencingStrictly, HygieneDescriptors.SilencingOption, HygieneDescriptors.SilencingOptionStrictly];

    internal override void Register(RuleContext context)
    {
        // An assembly that stands outside gets no stamp whatever it silences, and says so itself.
        if (KnownSymbols.Has(context.Symbols.Compilation.Assembly, context.Symbols.TroopsOutside))
        {
            return;
        }

        context.Start.RegisterSemanticModelAction(action => CheckPragmas(context, action));
        context.Start.RegisterSyntaxNodeAction(action => CheckAttribute(context, action), SyntaxKind.Attribute);
        context.Start.RegisterCompilationEndAction(end => CheckOptions(context, end));
    }

    private static void CheckPragmas(RuleContext context, SemanticModelAnalysisContext action)
    {
        SyntaxNode root = action.SemanticModel.SyntaxTree.GetRoot(action.CancellationToken);
        foreach (Suppression found in SuppressionScan.InPragmas(root))
        {
            // Every generator writes this, and means the style of its code. The stamp is withheld all the same.
            if (found.Id != Suppression.Everything || !action.IsGeneratedCode)
            {
                action.ReportDiagnostic(Describe(context, found));
            }
        }

        // Those of an assembly belong to no declaration.
        if (root is CompilationUnitSyntax unit)
        {
            foreach (AttributeSyntax attribute in unit.AttributeLists.SelectMany(static list => list.Attributes))
            {
                if (SuppressionAttributes.Read(context.Symbols, action.SemanticModel, attribute, action.CancellationToken) is { } found)
                {
                    action.ReportDiagnostic(Describe(context, found));
                }
            }
        }
    }

    private static void CheckAttribute(RuleContext context, SyntaxNodeAnalysisContext action)
    {
        AttributeSyntax attribute = (AttributeSyntax)action.Node;
        if (
            attribute.Parent?.Parent is not CompilationUnitSyntax
            && SuppressionAttributes.Read(context.Symbols, action.SemanticModel, attribute, action.CancellationToken) is { } found
        )
        {
            action.ReportDiagnostic(Describe(context, found));
        }
    }

    private static void CheckOptions(RuleContext context, CompilationAnalysisContext end)
    {
        foreach (Suppression found in SuppressionScan.WithoutPlace(end.Compilation, end.Options.AnalyzerConfigOptionsProvider, end.CancellationToken))
        {
            end.ReportDiagnostic(Describe(context, found));
        }
    }

    private static Diagnostic Describe(RuleContext context, Suppression found)
    {
        DiagnosticDescriptor descriptor = (found.Location, context.Options.IsStrict) switch
        {
            (null, false) => HygieneDescriptors.SilencingOption,
            (null, true) => HygieneDescriptors.SilencingOptionStrictly,
            (_, false) => HygieneDescriptors.Silencing,
            (_, true) => HygieneDescriptors.SilencingStrictly,
        };
        return Diagnostic.Create(descriptor, found.Location, What(found), Instead(found));
    }

    private static string What(Suppression found) =>
        (found.Kind, found.Id) switch
        {
            (SuppressionKind.Pragma, Suppression.Everything) => "'#pragma warning disable' without ids silences every rule of Troops with all others",
            (SuppressionKind.Pragma, _) => $"'#pragma warning disable' silences {found.Id}",
            (SuppressionKind.Attribute, _) => $"[SuppressMessage] silences {found.Id}",
            (SuppressionKind.CompilerOption, Suppression.Everything) => "An option of the compiler silences every rule of Troops with all others",
            (SuppressionKind.CompilerOption, _) => $"NoWarn or a rule set makes less of {found.Id} than it is",
            _ => $"A configuration (.editorconfig) makes less of {found.Id} than it is",
        };

    private static string Instead(Suppression found) =>
        (found.Kind, found.Id) switch
        {
            (SuppressionKind.Pragma, Suppression.Everything) => "name the ids that are meant",
            (SuppressionKind.Pragma or SuppressionKind.Attribute, _) =>
                "correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when",
            _ => "take it out, and put [Audited] on the members that are meant, with who vouches for them, why, and until when",
        };
}
