using System.Runtime.CompilerServices;
using System.Text;

namespace TradeWinds.Common;

/// <summary>Interpolates in the invariant culture, whatever the machine speaks.</summary>
[InterpolatedStringHandler]
public ref struct InvariantText(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (formattedCount * 8));
    private int parts;

    public readonly int Parts => parts;

    public readonly void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted<T>(T value)
    {
        parts++;
        _ = value is IFormattable formattable ? text.Append(formattable.ToString(format: null, CultureInfo.InvariantCulture)) : text.Append(value);
    }

    public void AppendFormatted(ReadOnlySpan<char> value)
    {
        parts++;
        text.Append(value);
    }

    public readonly string ToText() => text.ToString();
}
