using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.CodeFixes.Captures;

/// <summary>Names for new locals, which nothing in the member around them has.</summary>
internal sealed class LocalNames
{
    private readonly HashSet<string> taken;

    internal LocalNames(SyntaxNode place)
    {
        // Top-level statements are one body.
        SyntaxNode body =
            place.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? place.SyntaxTree.GetRoot();
        taken = new(
            body.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText),
            StringComparer.Ordinal
        );
    }

    /// <summary>After the variable or member, as locals are written: <c>_name</c> and <c>Name</c> become <c>name</c>, or <c>name1</c> if there is one.</summary>
    internal string For(ISymbol symbol)
    {
        string name = symbol.Name.TrimStart('_');
        return Free(name.Length == 0 ? "copy" : char.ToLowerInvariant(name[0]) + name.Substring(1));
    }

    internal string Free(string wanted)
    {
        string name = wanted;
        for (int number = 1; taken.Contains(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None; number++)
        {
            name = wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        taken.Add(name);
        return name;
    }
}
