using System.Globalization;

namespace Troops.Roslyn.Shipped;

/// <summary>Names of types as metadata writes them: <c>System.Collections.Generic.Dictionary`2+Enumerator</c>.</summary>
internal static class MetadataName
{
    /// <summary>How many type arguments the type and the types around it take.</summary>
    internal static int Arity(string name)
    {
        int arity = 0;
        for (int at = name.IndexOf('`'); at >= 0; at = name.IndexOf('`', at + 1))
        {
            int end = at + 1;
            while (end < name.Length && char.IsDigit(name[end]))
            {
                end++;
            }

            arity += int.TryParse(name.Substring(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int own) ? own : 0;
        }

        return arity;
    }

    /// <summary>Why this is not the name of a type, or of a member of one, and what would be; null if it may be one.</summary>
    internal static string? Mistake(string name)
    {
        if (name.Contains('<'))
        {
            return $"'{name}' is not a metadata name: the number of type parameters goes after a backtick, as in System.Collections.Generic.List`1";
        }

        if (name.Contains('['))
        {
            return $"'{name}' is not a metadata name: arrays are mutable whatever they hold, and need no line";
        }

        int colon = name.IndexOf("::", StringComparison.Ordinal);
        if (colon >= 0)
        {
            return $"'{name}' is not a metadata name: leave out '{name.Substring(0, colon + 2)}'";
        }

        return name.Split('.', '+').All(IsPart)
            ? null
            : $"'{name}' is not a metadata name, as are System.Uri, System.Collections.Generic.List`1 and, nested, System.Collections.Immutable.ImmutableArray`1+Builder";
    }

    /// <summary>Whether a name without <see cref="Mistake"/> may be that of a member: a type, a dot, an identifier.</summary>
    internal static bool IsMember(string name)
    {
        int dot = name.LastIndexOf('.');
        return dot > 0 && name.IndexOfAny(['+', '`'], dot) < 0;
    }

    private static bool IsPart(string part)
    {
        int tick = part.IndexOf('`');
        string identifier = tick < 0 ? part : part.Substring(0, tick);
        return identifier.Length > 0
            && !char.IsDigit(identifier[0])
            && identifier.All(static c => c == '_' || char.IsLetterOrDigit(c))
            && (tick < 0 || (tick + 1 < part.Length && part[tick + 1] is >= '1' and <= '9' && part.Skip(tick + 1).All(static c => c is >= '0' and <= '9')));
    }
}
