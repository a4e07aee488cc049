using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Troops.CodeFixes.Collections;

/// <summary>Lists with a comma and a space between their elements.</summary>
internal static class Separated
{
    internal static SeparatedSyntaxList<TNode> List<TNode>(IEnumerable<TNode> nodes)
        where TNode : SyntaxNode
    {
        List<TNode> all = [.. nodes];
        SyntaxToken comma = SyntaxFactory.Token(default, SyntaxKind.CommaToken, [SyntaxFactory.Space]);
        return SyntaxFactory.SeparatedList(all, Enumerable.Repeat(comma, Math.Max(0, all.Count - 1)));
    }
}
