using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Tests.Corpus;

/// <summary>Makes plain tasks of ours: the type <c>TroopTask</c> becomes <c>Task</c>, and what is called on it <c>PlainTask</c>, which is compiled with the bodies then.</summary>
internal sealed class PlainRewriter : CSharpSyntaxRewriter
{
    private const string Ours = nameof(TroopTask);

    public override SyntaxNode? VisitAttribute(AttributeSyntax node) => node;

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node) =>
        node.Expression is IdentifierNameSyntax { Identifier.Text: Ours } name
            ? node.WithExpression(Renamed(name, "PlainTask")).WithName((SimpleNameSyntax)Visit(node.Name))
            : base.VisitMemberAccessExpression(node);

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) => node.Identifier.Text == Ours ? Renamed(node, nameof(Task)) : node;

    public override SyntaxNode? VisitGenericName(GenericNameSyntax node)
    {
        GenericNameSyntax visited = (GenericNameSyntax)base.VisitGenericName(node)!;
        return visited.Identifier.Text == Ours ? visited.WithIdentifier(Renamed(visited.Identifier, nameof(Task))) : visited;
    }

    private static IdentifierNameSyntax Renamed(IdentifierNameSyntax name, string to) => name.WithIdentifier(Renamed(name.Identifier, to));

    private static SyntaxToken Renamed(SyntaxToken token, string to) => SyntaxFactory.Identifier(token.LeadingTrivia, to, token.TrailingTrivia);
}
