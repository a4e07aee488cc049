using System.Text;

namespace WordIndex.Text;

/// <summary>
/// Splits text into words and tallies them. A word is a maximal run of Unicode letters (general categories Lu, Ll, Lt, Lm and Lo, outside the
/// basic plane too), each lower-cased by the invariant culture's simple mapping: one letter for one letter.
/// </summary>
/// <remarks>The text may come in pieces, cut anywhere but inside a surrogate pair; a word that is cut goes on in the next piece.</remarks>
internal sealed class WordScanner(WordTally tally)
{
    private char[] word = new char[128];
    private int length;

    /// <summary>Takes the next piece of the text.</summary>
    public void Scan(ReadOnlySpan<char> text)
    {
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];

            // Setting bit 5 lower-cases an ASCII letter and makes a letter of nothing else.
            int asciiLetter = (c | 0x20) - 'a';
            if ((uint)asciiLetter <= 'z' - 'a')
            {
                Append((char)('a' + asciiLetter));
                i++;
            }
            else if (char.IsAscii(c))
            {
                EndWord();
                i++;
            }
            else
            {
                Rune.DecodeFromUtf16(text[i..], out Rune rune, out int consumed);
                Append(rune);
                i += consumed;
            }
        }
    }

    /// <summary>Says that the text has ended, and with it the last word.</summary>
    public void EndWord()
    {
        if (length > 0)
        {
            tally.Add(word.AsSpan(0, length));
            length = 0;
        }
    }

    /// <summary>Drops what was taken of a text that is not to be counted.</summary>
    public void Reset()
    {
        length = 0;
        tally.Clear();
    }

    private void Append(Rune rune)
    {
        if (!Rune.IsLetter(rune))
        {
            EndWord();
            return;
        }

        Span<char> units = stackalloc char[2];
        int written = Rune.ToLowerInvariant(rune).EncodeToUtf16(units);
        foreach (char unit in units[..written])
        {
            Append(unit);
        }
    }

    private void Append(char unit)
    {
        if (length == word.Length)
        {
            Array.Resize(ref word, length * 2);
        }

        word[length++] = unit;
    }
}
