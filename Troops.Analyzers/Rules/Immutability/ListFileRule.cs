using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Shipped;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP014: a line of the user's lists of kinds or of boundaries, or of <c>PublicKinds.txt</c>, that cannot be read, and so counts for nothing.</summary>
internal sealed class ListFileRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ImmutabilityDescriptors.ListLine];

    internal override void Register(RuleContext context) => context.Start.RegisterAdditionalFileAction(Check);

    private static void Check(AdditionalFileAnalysisContext action)
    {
        AdditionalText file = action.AdditionalFile;
        bool isOfKinds = KindFiles.IsOne(file) || PublicKindFile.IsOne(file);
        if ((!isOfKinds && !ApiList.IsOne(file)) || file.GetText(action.CancellationToken) is not { } text)
        {
            return;
        }

        string content = text.ToString();
        ImmutableArray<KindListError> errors = isOfKinds ? KindList.Parse(content, file.Path).Errors : ApiList.Parse(content, file.Path).Errors;
        foreach (KindListError error in errors)
        {
            TextLine line = text.Lines[error.Line - 1];
            TextSpan span = new(Math.Min(line.Start + error.Column - 1, line.End), 0);
            span = new(span.Start, Math.Min(error.Length, line.End - span.Start));
            Location place = Location.Create(file.Path, span, error.Span);
            action.ReportDiagnostic(Diagnostic.Create(ImmutabilityDescriptors.ListLine, place, isOfKinds ? "kinds" : "boundaries", error.Message));
        }
    }
}
