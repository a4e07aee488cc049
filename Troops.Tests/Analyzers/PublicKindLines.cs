using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Tests.Analyzers;

/// <summary>A <c>PublicKinds.txt</c> that a program carries in comments, a line each: <c>// PublicKinds.txt: Val Shop.Order</c>.</summary>
internal static class PublicKindLines
{
    internal const string FileName = "PublicKinds.txt";

    private const string Mark = $"// {FileName}: ";

    /// <summary>Null if it has none.</summary>
    internal static string? In(string source)
    {
        string[] lines =
        [
            .. source.Split('\n').Where(static line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(static line => line[Mark.Length..].Trim()),
        ];
        return lines.Length == 0 ? null : string.Join('\n', lines) + "\n";
    }

    internal static ImmutableArray<AdditionalText> In(Compilation compilation) =>
        [
            .. compilation
                .SyntaxTrees.Select(static tree => In(tree.GetText().ToString()))
                .OfType<string>()
                .Select(static text => new MemoryText(FileName, text)),
        ];
}
