using System.Text;

namespace WordIndex.Text;

/// <summary>
/// Turns the bytes of one file into text, piece by piece: UTF-8, or UTF-16 where a byte order mark says so. Malformed text and text with a NUL character
/// (which is what gives nearly all binary files away) are refused.
/// </summary>
internal sealed class TextDecoder(int maxBytes)
{
    private const string Binary = "not text: it has a NUL character";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    private readonly char[] text = new char[Utf8.GetMaxCharCount(maxBytes)];
    private Encoding encoding = Utf8;
    private Decoder decoder = Utf8.GetDecoder();

    /// <summary>Looks for a byte order mark at the start of a file, and returns its length in bytes.</summary>
    public int Start(ReadOnlySpan<byte> bytes)
    {
        int mark = 0;
        encoding = Utf8;
        foreach (Encoding candidate in (ReadOnlySpan<Encoding>)[Utf8, Utf16, Utf16BigEndian])
        {
            if (bytes.StartsWith(candidate.Preamble))
            {
                encoding = candidate;
                mark = candidate.Preamble.Length;
            }
        }

        decoder = encoding.GetDecoder();
        return mark;
    }

    /// <summary>Decodes the next piece; a character that is cut waits for the piece after it.</summary>
    /// <param name="bytes">The next piece of the file.</param>
    /// <param name="isLast">Whether the file ends with it.</param>
    /// <param name="decoded">The text, in a buffer that the next call overwrites.</param>
    /// <returns>Why the file is no text, or null.</returns>
    public string? Decode(ReadOnlySpan<byte> bytes, bool isLast, out ReadOnlySpan<char> decoded)
    {
        decoded = default;

        // First, and on the bytes: most binary files end here, without the cost of an exception.
        if (encoding is UTF8Encoding && bytes.Contains((byte)0))
        {
            return Binary;
        }

        try
        {
            decoded = text.AsSpan(0, decoder.GetChars(bytes, text, flush: isLast));
        }
        catch (DecoderFallbackException)
        {
            return $"not text: malformed {encoding.WebName.ToUpperInvariant()}";
        }

        return decoded.Contains('\0') ? Binary : null;
    }
}
