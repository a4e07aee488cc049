using System.Globalization;
using System.Text;

namespace Troops.Tests.Samples;

/// <summary>Counts words as the definition reads: whole files, one thread, no shortcut. What the sample's counts are compared with.</summary>
internal sealed class NaiveCount
{
    private readonly Dictionary<string, long> counts = [];

    public long Words => counts.Values.Sum();

    public static NaiveCount OfFiles(IEnumerable<string> paths)
    {
        NaiveCount count = new();
        foreach (string path in paths)
        {
            count.Add(File.ReadAllText(path));
        }

        return count;
    }

    public void Add(string text)
    {
        StringBuilder word = new();
        foreach (Rune rune in text.EnumerateRunes().Append(new Rune(' ')))
        {
            if (IsLetter(rune))
            {
                word.Append(rune);
            }
            else if (word.Length > 0)
            {
                string lower = word.ToString().ToLowerInvariant();
                counts[lower] = counts.GetValueOrDefault(lower) + 1;
                word.Clear();
            }
        }
    }

    /// <summary>The first lines that the sample should print.</summary>
    public string Top(int top) =>
        string.Concat(
            counts
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(top)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value}\t{pair.Key}\n"))
        );

    private static bool IsLetter(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter;
}
