using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.CodeFixes.Edits;

/// <summary>Attributes without arguments.</summary>
internal static class Attributes
{
    /// <summary>On a line of its own below the comments.</summary>
    internal static MemberDeclarationSyntax Add(MemberDeclarationSyntax declaration, string name)
    {
        SyntaxTriviaList leading = declaration.GetLeadingTrivia();
        AttributeListSyntax added = ListOf(name).WithLeadingTrivia(leading).WithTrailingTrivia(Usings.NewLineOf(declaration));
        SyntaxTriviaList indentation = leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? [leading.Last()] : [];
        MemberDeclarationSyntax rest = declaration.WithLeadingTrivia(indentation);
        return rest.WithAttributeLists(rest.AttributeLists.Insert(0, added));
    }

    internal static TypeParameterSyntax Add(TypeParameterSyntax parameter, string name)
    {
        AttributeListSyntax added = ListOf(name).WithLeadingTrivia(parameter.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
        TypeParameterSyntax rest = parameter.WithLeadingTrivia();
        return rest.WithAttributeLists(rest.AttributeLists.Insert(0, added));
    }

    /// <summary>And the list that it was alone in. What stands above the first list then stands above what follows.</summary>
    internal static SyntaxNode Remove(AttributeListSyntax list, AttributeSyntax attribute, SyntaxNode owner)
    {
        if (list.Attributes.Count > 1)
        {
            int index = list.Attributes.IndexOf(attribute);
            SeparatedSyntaxList<AttributeSyntax> kept = list.Attributes.RemoveAt(index);
            return owner.ReplaceNode(list, list.WithAttributes(index == 0 ? kept.Replace(kept[0], kept[0].WithLeadingTrivia()) : kept));
        }

        bool isFirst = owner.GetFirstToken() == list.OpenBracketToken;
        SyntaxNode without = owner.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!;
        return isFirst ? without.WithLeadingTrivia(owner.GetLeadingTrivia()) : without;
    }

    private static AttributeListSyntax ListOf(string name) => SyntaxFactory.AttributeList([SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(name))]);
}
