using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Shipped;

/// <summary>The user's lists of kinds: additional files called <c>*.troops.txt</c>.</summary>
internal static class KindFiles
{
    internal static bool IsOne(AdditionalText file) => file.Path.EndsWith(".troops.txt", StringComparison.OrdinalIgnoreCase);

    /// <summary>The user's lines over <paramref name="shipped"/>. Lines that cannot be read are left out here; TROOP014 reports them.</summary>
    internal static KindList Read(ImmutableArray<AdditionalText> files, KindList shipped, CancellationToken cancellation)
    {
        KindList list = shipped;
        foreach (AdditionalText file in files)
        {
            if (IsOne(file) && file.GetText(cancellation) is { } text)
            {
                list = list.With(KindList.Parse(text.ToString(), file.Path));
            }
        }

        return list;
    }
}
