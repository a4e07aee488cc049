using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>A task that is started and thrown away: it is awaited, or it says that it is forgotten.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AwaitTaskFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP066"];

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (
            site.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || call.Span != site.Diagnostic.Location.SourceSpan
            || Replaced(call) is not { } replaced
        )
        {
            yield break;
        }

        if (replaced is ExpressionSyntax && call.Expression is not MemberBindingExpressionSyntax)
        {
            yield return new("Await it", "Troops.AwaitTask", [], cancellation => ChangeAsync(site.Solution, replaced, Await(call), cancellation));
        }

        yield return new(
            "Forget it with '.Forget()'",
            "Troops.ForgetTask",
            [],
            cancellation => ChangeAsync(site.Solution, replaced, Forget(call), cancellation)
        );
    }

    /// <summary>The call, the assignment to nothing, or the declaration of the variable that nobody awaits.</summary>
    private static SyntaxNode? Replaced(InvocationExpressionSyntax call) =>
        call.Parent switch
        {
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "_" }, Parent: ExpressionStatementSyntax } assignment => assignment,
            EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: var declaration } }
            } => declaration as LocalDeclarationStatementSyntax,
            AssignmentExpressionSyntax or ArgumentSyntax => null,
            _ => call,
        };

    private static AwaitExpressionSyntax Await(ExpressionSyntax call) =>
        SyntaxFactory.AwaitExpression(SyntaxFactory.Token(default, SyntaxKind.AwaitKeyword, [SyntaxFactory.Space]), call.WithoutTrivia());

    private static InvocationExpressionSyntax Forget(ExpressionSyntax call) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call.WithoutTrivia(), SyntaxFactory.IdentifierName("Forget"))
        );

    private static async Task<Solution?> ChangeAsync(Solution solution, SyntaxNode replaced, ExpressionSyntax by, CancellationToken cancellation)
    {
        EditList edits = new(solution);
        SyntaxNode changed = replaced is StatementSyntax ? SyntaxFactory.ExpressionStatement(by) : by;
        edits.Change(replaced, node => changed.WithTriviaFrom(node));
        return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
    }
}
