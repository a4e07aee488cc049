using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Analyzers.Rules;

/// <summary>One file, to be searched for what is told by a word: where few of many nodes have it, that finds them faster than a look at each.</summary>
internal sealed class FileText(SyntaxTree tree, CancellationToken cancellation)
{
    private const string Async = "async";
    private readonly SyntaxNode root = tree.GetRoot(cancellation);
    private readonly string text = tree.GetText(cancellation).ToString();
    private int[]? escapes;

    /// <summary>Where a letter is written as an escape, whatever letter; nearly no file has any.</summary>
    private int[] Escapes => escapes ??= [.. Places("\\").Where(at => at + 1 < text.Length && text[at + 1] is 'u' or 'U')];

    /// <summary>Each place in which the identifier is written, with an <c>@</c> or with escapes too.</summary>
    internal IEnumerable<SyntaxToken> Identifiers(string word) =>
        Places(word)
            .Concat(Escapes)
            .Select(at => root.FindToken(at))
            .Where(token => token.ValueText == word && token.IsKind(SyntaxKind.IdentifierToken))
            .Distinct();

    /// <summary>Each async lambda and anonymous method. A keyword has no escapes.</summary>
    internal IEnumerable<AnonymousFunctionExpressionSyntax> AsyncLambdas() =>
        Tokens(Places(Async), SyntaxKind.AsyncKeyword).Select(static token => token.Parent).OfType<AnonymousFunctionExpressionSyntax>();

    /// <summary>Each generic name whose identifier is of a kind.</summary>
    internal IEnumerable<GenericNameSyntax> GenericNames(Func<string, bool> concerns) =>
        Tokens(Places("<").Where(at => MayEndName(at, concerns)), SyntaxKind.LessThanToken)
            .Select(static token => token.Parent?.Parent)
            .OfType<GenericNameSyntax>()
            .Where(name => concerns(name.Identifier.ValueText));

    /// <summary>Those that begin there: in a comment the place belongs to a token, too.</summary>
    private IEnumerable<SyntaxToken> Tokens(IEnumerable<int> places, SyntaxKind kind) =>
        places
            .Select(at => (At: at, Token: root.FindToken(at)))
            .Where(found => found.Token.SpanStart == found.At && found.Token.IsKind(kind))
            .Select(static found => found.Token);

    private IEnumerable<int> Places(string part)
    {
        for (int at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    /// <summary>Whether such a name may stand before the place. What cannot be told from a few characters may be one, and has to be asked the syntax.</summary>
    private bool MayEndName(int at, Func<string, bool> concerns)
    {
        int end = at;
        bool isNewLine = false;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
            isNewLine |= text[end] is not (' ' or '\t');
        }

        int start = end;
        while (start > 0 && IsPlain(text[start - 1]))
        {
            start--;
        }

        char before = start > 0 ? text[start - 1] : ' ';
        return isNewLine // There may be a comment before it.
            || before is '\\' or > '\x7f'
            || (start < end ? concerns(text.Substring(start, end - start)) : before == '/' && start > 1 && text[start - 2] == '*');
    }

    private static bool IsPlain(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
