namespace TradeWinds.Formulas;

internal enum TokenKind : byte
{
    End,
    Number,
    Name,
    Operator,
    Open,
    Close,
    Comma,
}

/// <summary>A piece of the text; it lives no longer than the text does.</summary>
internal readonly ref struct Token(TokenKind kind, ReadOnlySpan<char> text, int position)
{
    public TokenKind Kind { get; } = kind;

    public ReadOnlySpan<char> Text { get; } = text;

    public int Position { get; } = position;

    public bool Is(char c) => Text.Length == 1 && Text[0] == c;

    public void Deconstruct(out TokenKind kind, out ReadOnlySpan<char> text)
    {
        kind = Kind;
        text = Text;
    }
}
