using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>A completion source that runs others in the middle of the task that completes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RunContinuationsFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP064"];

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (site.Node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is { } creation && creation.Span == site.Diagnostic.Location.SourceSpan)
        {
            yield return new(
                "Run continuations asynchronously",
                "Troops.RunContinuations",
                [],
                async cancellation =>
                {
                    EditList edits = new(site.Solution);
                    edits.Change(creation, static node => node.WithArgumentList(WithFlag(node.ArgumentList)));
                    await edits.UseAsync(creation, "System.Threading.Tasks", "TaskCreationOptions", cancellation).ConfigureAwait(false);
                    return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
                }
            );
        }
    }

    /// <summary>One that says something else is left to its author: then this does not compile.</summary>
    private static ArgumentListSyntax WithFlag(ArgumentListSyntax? list)
    {
        ArgumentSyntax flag = SyntaxFactory.Argument(SyntaxFactory.ParseExpression("TaskCreationOptions.RunContinuationsAsynchronously"));
        ArgumentListSyntax all = list ?? SyntaxFactory.ArgumentList();
        return all.Arguments.Count == 0
            ? all.AddArguments(flag)
            : all.WithArguments(
                SyntaxFactory.SeparatedList(
                    [.. all.Arguments, flag],
                    [.. all.Arguments.GetSeparators(), SyntaxFactory.Token(default, SyntaxKind.CommaToken, [SyntaxFactory.Space])]
                )
            );
    }
}
