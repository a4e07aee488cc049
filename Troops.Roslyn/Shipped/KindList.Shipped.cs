using System.Collections.Immutable;
using System.Reflection;

namespace Troops.Roslyn.Shipped;

// The lists that come with the analyzers: resources of this assembly, read once in a compiler's process.
internal sealed partial class KindList
{
    private const string Extension = ".troops.txt";

    private static readonly Lazy<KindList> Ours = new(static () => Parse(ShippedNames().Select(static name => (ReadShipped(name), name))));

    /// <summary>What ships with the analyzers about .NET and common libraries.</summary>
    internal static KindList Shipped => Ours.Value;

    /// <summary>Of the shipped lists, in their order.</summary>
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
