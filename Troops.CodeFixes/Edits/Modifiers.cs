using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.CodeFixes.Edits;

/// <summary>Modifiers of a declaration.</summary>
internal static class Modifiers
{
    /// <summary>After those that stand before it by custom; the comments above the declaration stay above it.</summary>
    internal static MemberDeclarationSyntax Add(MemberDeclarationSyntax declaration, SyntaxKind modifier)
    {
        SyntaxTokenList modifiers = declaration.Modifiers;
        if (modifiers.Any(modifier))
        {
            return declaration;
        }

        int index = 0;
        while (index < modifiers.Count && StandsFirst(modifiers[index].Kind()))
        {
            index++;
        }

        SyntaxToken added = SyntaxFactory.Token(default, modifier, [SyntaxFactory.Space]);
        if (index > 0)
        {
            return declaration.WithModifiers(modifiers.Insert(index, added));
        }

        SyntaxToken next = FirstToken(declaration);
        return declaration
            .ReplaceToken(next, next.WithLeadingTrivia())
            .WithModifiers([
                added.WithLeadingTrivia(next.LeadingTrivia),
                .. modifiers.Count == 0 ? modifiers : [modifiers[0].WithLeadingTrivia(), .. modifiers.Skip(1)],
            ]);
    }

    /// <summary>Right before the keyword, where the language wants it.</summary>
    internal static MemberDeclarationSyntax AddPartial(TypeDeclarationSyntax declaration)
    {
        SyntaxTokenList modifiers = declaration.Modifiers;
        return modifiers.Count == 0 ? Add(declaration, SyntaxKind.PartialKeyword)
            : modifiers.Any(SyntaxKind.PartialKeyword) ? declaration
            : declaration.WithModifiers(modifiers.Add(SyntaxFactory.Token(default, SyntaxKind.PartialKeyword, [SyntaxFactory.Space])));
    }

    internal static FieldDeclarationSyntax Remove(FieldDeclarationSyntax declaration, SyntaxKind modifier)
    {
        int index = declaration.Modifiers.IndexOf(modifier);
        if (index < 0)
        {
            return declaration;
        }

        SyntaxTriviaList leading = declaration.Modifiers[index].LeadingTrivia;
        FieldDeclarationSyntax without = declaration.WithModifiers(declaration.Modifiers.RemoveAt(index));
        SyntaxToken next = index < without.Modifiers.Count ? without.Modifiers[index] : without.Declaration.GetFirstToken();
        return without.ReplaceToken(next, next.WithLeadingTrivia(leading.AddRange(next.LeadingTrivia)));
    }

    /// <summary>The one after the attributes.</summary>
    private static SyntaxToken FirstToken(MemberDeclarationSyntax declaration) =>
        declaration.AttributeLists.Count == 0 ? declaration.GetFirstToken() : declaration.AttributeLists.Last().GetLastToken().GetNextToken();

    private static bool StandsFirst(SyntaxKind kind) =>
        kind
            is SyntaxKind.PublicKeyword
                or SyntaxKind.PrivateKeyword
                or SyntaxKind.ProtectedKeyword
                or SyntaxKind.InternalKeyword
                or SyntaxKind.FileKeyword
                or SyntaxKind.StaticKeyword
                or SyntaxKind.NewKeyword
                or SyntaxKind.RequiredKeyword
                or SyntaxKind.UnsafeKeyword;
}
