using System.Collections.Immutable;
using System.Reflection;

namespace Troops.Roslyn.Shipped;

// The lists that come with the analyzers: resources of this assembly, read once in a compiler's process.
internal sealed partial class KindList
{
    private const string Extension = ".troops.txt";

    private static readonly Lazy<KindList> Ours = new(static () => ShippedFiles().Aggregate(Parse("", ""), static (all, one) => all.With(one)));

    /// <summary>What ships with the analyzers about .NET and common libraries.</summary>
    internal static KindList Shipped => Ours.Value;

    /// <summary>The shipped lists one by one, by the order of their names.</summary>
    internal static ImmutableArray<KindList> ShippedFiles() => [.. ShippedNames().Select(static name => Parse(ReadShipped(name), name))];

    internal static ImmutableArray<string> ShippedNames() =>
        [
            .. typeof(KindList)
                .Assembly.GetManifestResourceNames()
                .Where(static name => name.EndsWith(Extension, StringComparison.Ordinal))
                .OrderBy(static name => name, StringComparer.Ordinal),
        ];

    internal static string ReadShipped(string name)
    {
        Assembly assembly = typeof(KindList).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
