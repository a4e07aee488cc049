using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Roslyn.Shipped;

/// <summary>The kinds of a project's public types as its author last published them: the additional file <c>PublicKinds.txt</c>, written as the lists of kinds are.</summary>
/// <remarks>A memory and no list: what it says is compared with what the types are, and never believed. So its name does not end as theirs do.</remarks>
internal static class PublicKindFile
{
    internal const string FileName = "PublicKinds.txt";

    internal static bool IsOne(AdditionalText file) => IsOne(file.Path);

    internal static bool IsOne(string? path) => string.Equals(Path.GetFileName(path), FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is written about each type, by its metadata name; of two lines the first. Null if the project has no such file.</summary>
    internal static ImmutableDictionary<string, KindEntry>? Read(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        ImmutableDictionary<string, KindEntry>.Builder? entries = null;
        foreach (AdditionalText file in files)
        {
            if (IsOne(file) && file.GetText(cancellation) is { } text)
            {
                entries ??= ImmutableDictionary.CreateBuilder<string, KindEntry>(StringComparer.Ordinal);
                foreach ((KindEntry entry, _) in Lines(text))
                {
                    if (!entries.ContainsKey(entry.Name))
                    {
                        entries.Add(entry.Name, entry);
                    }
                }
            }
        }

        return entries?.ToImmutable();
    }

    /// <summary>With where the name stands. Lines that cannot be read are left out here; TROOP014 reports them.</summary>
    internal static IEnumerable<(KindEntry Entry, TextSpan Name)> Lines(SourceText text)
    {
        string all = text.ToString();
        foreach (TextLine line in text.Lines)
        {
            KindLine read = KindLine.Read(all, line.Start, line.End);
            if (read.Entry is { } entry)
            {
                yield return (entry, new(line.Start + read.Column - 1, read.Length));
            }
        }
    }
}
