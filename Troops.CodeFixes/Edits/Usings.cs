using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.CodeFixes.Edits;

/// <summary>Using directives.</summary>
internal static class Usings
{
    /// <summary>Among the others, System's first, by name.</summary>
    internal static CompilationUnitSyntax Add(CompilationUnitSyntax unit, string space)
    {
        SyntaxTrivia newLine = NewLineOf(unit);
        UsingDirectiveSyntax added = SyntaxFactory
            .UsingDirective(SyntaxFactory.ParseName(space))
            .WithUsingKeyword(SyntaxFactory.Token(default, SyntaxKind.UsingKeyword, [SyntaxFactory.Space]))
            .WithTrailingTrivia(newLine);
        int index = 0;
        while (index < unit.Usings.Count && StandsBefore(unit.Usings[index], space))
        {
            index++;
        }

        if (index > 0)
        {
            return unit.WithUsings(unit.Usings.Insert(index, added));
        }

        // The first line of a file: what stands above it, a licence or a directive, stays there. A comment right above a declaration is the declaration's.
        SyntaxTriviaList leading = unit.GetLeadingTrivia();
        int header = unit.Usings.Count > 0 ? leading.Count : EndOfHeader(leading);
        CompilationUnitSyntax rest = unit.WithLeadingTrivia(leading.Skip(header));
        added = added.WithLeadingTrivia(leading.Take(header));
        if (unit.Usings.Count == 0 && unit.Externs.Count == 0)
        {
            added = added.WithTrailingTrivia(newLine, newLine);
        }

        return rest.WithUsings(rest.Usings.Insert(0, added));
    }

    internal static SyntaxTrivia NewLineOf(SyntaxNode node)
    {
        foreach (SyntaxTrivia trivia in node.SyntaxTree.GetRoot().DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return trivia;
            }
        }

        return SyntaxFactory.LineFeed;
    }

    private static bool StandsBefore(UsingDirectiveSyntax other, string space)
    {
        if (other.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
        {
            return true;
        }

        if (other.Alias is not null || other.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))
        {
            return false;
        }

        string name = other.NamespaceOrType.ToString();
        return IsSystem(name) == IsSystem(space) ? string.CompareOrdinal(name, space) < 0 : IsSystem(name);
    }

    private static bool IsSystem(string space) => space == "System" || space.StartsWith("System.", StringComparison.Ordinal);

    /// <summary>After the last blank line or directive.</summary>
    private static int EndOfHeader(SyntaxTriviaList leading)
    {
        int end = 0;
        bool isLineEmpty = true;
        for (int i = 0; i < leading.Count; i++)
        {
            if (leading[i].IsKind(SyntaxKind.EndOfLineTrivia))
            {
                end = isLineEmpty ? i + 1 : end;
                isLineEmpty = true;
            }
            else if (leading[i].IsDirective)
            {
                (end, isLineEmpty) = (i + 1, true);
            }
            else if (!leading[i].IsKind(SyntaxKind.WhitespaceTrivia))
            {
                isLineEmpty = false;
            }
        }

        return end;
    }
}
