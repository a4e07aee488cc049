using System.Buffers;
using TradeWinds.Common;

namespace TradeWinds.Formulas;

internal ref struct Lexer(ReadOnlySpan<char> text)
{
    private const string Operators = "+-*/^";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private readonly ReadOnlySpan<char> text = text;
    private int position;

    public Token Next()
    {
        SkipBlanks();
        var rest = text[position..];
        return rest switch
        {
            [] => Take(TokenKind.End, 0),
            ['(', ..] => Take(TokenKind.Open, 1),
            [')', ..] => Take(TokenKind.Close, 1),
            [',', ..] => Take(TokenKind.Comma, 1),
            [>= '0' and <= '9' or '.', ..] => Take(TokenKind.Number, LengthOf(rest, Digits)),
            [var c, ..] when Operators.Contains(c) => Take(TokenKind.Operator, 1),
            [var c, ..] when char.IsAsciiLetter(c) => Take(TokenKind.Name, LengthOf(rest, NameLetters)),
            [var c, ..] => throw new SyntaxException($"'{c}' means nothing here", position) { Hint = $"{new string(' ', position)}^" },
        };

        static int LengthOf(ReadOnlySpan<char> span, SearchValues<char> letters) => span.IndexOfAnyExcept(letters) is >= 0 and var end ? end : span.Length;
    }

    private void SkipBlanks()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private Token Take(TokenKind kind, int length)
    {
        Token token = new(kind, text.Slice(position, length), position);
        position += length;
        return token;
    }
}
