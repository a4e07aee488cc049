using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Troops.Roslyn.Shipped;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP014: a line of the user's lists of kinds, or of <c>PublicKinds.txt</c>, that cannot be read, and so counts for nothing.</summary>
internal sealed class KindFileRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ImmutabilityDescriptors.KindLine];

    internal override void Register(RuleContext context) => context.Start.RegisterAdditionalFileAction(Check);

    private static void Check(AdditionalFileAnalysisContext action)
    {
        AdditionalText file = action.AdditionalFile;
        if (!(KindFiles.IsOne(file) || PublicKindFile.IsOne(file)) || file.GetText(action.CancellationToken) is not { } text)
        {
            return;
        }

        foreach (KindListError error in KindList.Parse(text.ToString(), file.Path).Errors)
        {
            TextLine line = text.Lines[error.Line - 1];
            TextSpan span = new(Math.Min(line.Start + error.Column - 1, line.End), 0);
            span = new(span.Start, Math.Min(error.Length, line.End - span.Start));
            action.ReportDiagnostic(Diagnostic.Create(ImmutabilityDescriptors.KindLine, Location.Create(file.Path, span, error.Span), error.Message));
        }
    }
}
