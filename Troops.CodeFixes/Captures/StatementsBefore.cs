using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Captures;

/// <summary>Puts statements in front of the one that an expression stands in.</summary>
internal static class StatementsBefore
{
    /// <summary>False if there is no such place: what a loop asks each time round, the initializer of a field.</summary>
    internal static bool Insert(
        EditList edits,
        SemanticModel model,
        ExpressionSyntax expression,
        IReadOnlyList<string> statements,
        CancellationToken cancellation
    )
    {
        SyntaxNode? place = expression
            .Ancestors()
            .FirstOrDefault(static node => node is StatementSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax);
        switch (place)
        {
            case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax:
                return false;
            case StatementSyntax { Parent: BlockSyntax block } statement:
                edits.Change(block, node => node.WithStatements(Before(node.Statements, block.Statements.IndexOf(statement), statement, statements)));
                return true;
            case StatementSyntax { Parent: SwitchSectionSyntax section } statement:
                edits.Change(section, node => node.WithStatements(Before(node.Statements, section.Statements.IndexOf(statement), statement, statements)));
                return true;
            case StatementSyntax { Parent: GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } top }:
                edits.Change(unit, node => node.WithMembers(Before(node.Members, unit.Members.IndexOf(top), top, statements)));
                return true;
            case StatementSyntax statement:
                edits.Change(statement, node => InBlock(node.WithoutTrivia(), statements).WithTriviaFrom(node));
                return true;
            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } arrow:
                bool isResult = model.GetDeclaredSymbol(method, cancellation) is { } symbol && HasResult(symbol);
                edits.Change(
                    method,
                    node =>
                        node.WithExpressionBody(null)
                            .WithSemicolonToken(default)
                            .WithBody(InBlock(AsStatement(node.ExpressionBody!.Expression, isResult), statements))
                            .WithTrailingTrivia(node.GetTrailingTrivia())
                );
                return arrow.Expression.FullSpan.Contains(expression.Span);
            default:
                return false;
        }
    }

    private static bool HasResult(IMethodSymbol method) => !method.ReturnsVoid && !(method.IsAsync && method.ReturnType is INamedTypeSymbol { Arity: 0 });

    private static StatementSyntax AsStatement(ExpressionSyntax expression, bool isResult) =>
        isResult ? SyntaxFactory.ReturnStatement(expression.WithoutTrivia()) : SyntaxFactory.ExpressionStatement(expression.WithoutTrivia());

    private static BlockSyntax InBlock(StatementSyntax statement, IReadOnlyList<string> statements) =>
        SyntaxFactory
            .Block(
                statements
                    .Select(static text => SyntaxFactory.ParseStatement(text))
                    .Append(statement)
                    .Select(static one => one.WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed))
            )
            .NormalizeOuter()
            .WithAdditionalAnnotations(Formatter.Annotation);

    private static BlockSyntax NormalizeOuter(this BlockSyntax block) =>
        block.WithOpenBraceToken(Elastic(SyntaxKind.OpenBraceToken)).WithCloseBraceToken(Elastic(SyntaxKind.CloseBraceToken));

    private static SyntaxToken Elastic(SyntaxKind kind) =>
        SyntaxFactory.Token([SyntaxFactory.ElasticCarriageReturnLineFeed], kind, [SyntaxFactory.ElasticCarriageReturnLineFeed]);

    /// <summary>The comments above the statement go above what is added; it stands on lines of its own if the statement does.</summary>
    private static SyntaxList<TNode> Before<TNode>(SyntaxList<TNode> list, int index, SyntaxNode original, IReadOnlyList<string> statements)
        where TNode : SyntaxNode
    {
        SyntaxTriviaList leading = original.GetLeadingTrivia();
        SyntaxTriviaList indentation = leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? [leading.Last()] : [];
        SyntaxToken previous = original.GetFirstToken().GetPreviousToken();
        bool isOwnLine = previous.IsKind(SyntaxKind.None) || previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        SyntaxTrivia end = isOwnLine ? Usings.NewLineOf(original) : SyntaxFactory.Space;
        SyntaxList<TNode> result = list.Replace(list[index], list[index].WithLeadingTrivia(indentation));
        for (int i = 0; i < statements.Count; i++)
        {
            StatementSyntax added = SyntaxFactory.ParseStatement(statements[i]).WithLeadingTrivia(i == 0 ? leading : indentation).WithTrailingTrivia(end);
            SyntaxNode element = original is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement(added) : added;
            result = result.Insert(index + i, (TNode)element);
        }

        return result;
    }
}
