using System.Text;
using WordIndex.Text;

namespace Troops.Tests.Samples;

/// <summary>How the WordIndex sample splits text into words.</summary>
[TestFixture, Category("Unit")]
internal sealed class WordScannerTests
{
    [TestCase("Don't count 3D-words_twice!", "d t don count twice words")]
    [TestCase("ΣΑΣ σας", "σας σασ", Description = "no final sigma: one letter becomes one letter, whatever stands around it")]
    [TestCase("İ I ẞ ǅ", "i ß ǆ İ", Description = "the dotted capital has no lower case of one letter")]
    [TestCase("e\u0301t ªº ⅷ ½", "e t ªº", Description = "marks, numerals and fractions are no letters, ordinals are")]
    [TestCase("𐐀b𐐀 漢字 😀", "𐐨b𐐨 漢字", Description = "surrogate pairs are one letter, or none")]
    [TestCase("", "")]
    public void A_word_is_a_maximal_run_of_letters_in_lower_case(string text, string words) =>
        Assert.That(WordsOf(text).Keys, Is.EquivalentTo(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Test]
    public void It_does_not_matter_where_the_text_is_cut()
    {
        const string Text = "Ein Wörterbuch, 𐐀𐐨 und das wörterbuch; UND\nso weiter";
        Dictionary<string, long> whole = WordsOf(Text);

        for (int i = 0; i <= Text.Length; i++)
        {
            if (i == 0 || !char.IsHighSurrogate(Text[i - 1]))
            {
                Assert.That(WordsOf(Text[..i], Text[i..]), Is.EquivalentTo(whole), $"cut at {i}");
            }
        }
    }

    [Test]
    public void A_word_may_be_longer_than_any_buffer()
    {
        string word = new('x', 1_000_000);

        Assert.That(WordsOf(word, word), Is.EquivalentTo(new Dictionary<string, long> { [word + word] = 1 }));
    }

    [Test]
    public void A_letter_stays_a_letter_in_lower_case_and_nothing_else_becomes_one()
    {
        WordTally tally = new();
        WordScanner scanner = new(tally);
        for (int codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            if (Rune.TryCreate(codePoint, out Rune rune))
            {
                tally.Clear();
                scanner.Scan(rune.ToString());
                scanner.EndWord();
                string expected = Rune.IsLetter(rune) ? Rune.ToLowerInvariant(rune).ToString() : "";
                Assert.That(string.Concat(tally.Counts.Select(count => count.Key)), Is.EqualTo(expected), $"U+{codePoint:X4}");
            }
        }
    }

    private static Dictionary<string, long> WordsOf(params string[] pieces)
    {
        WordTally tally = new();
        WordScanner scanner = new(tally);
        foreach (string piece in pieces)
        {
            scanner.Scan(piece);
        }

        scanner.EndWord();
        return new Dictionary<string, long>(tally.Counts, StringComparer.Ordinal);
    }
}
