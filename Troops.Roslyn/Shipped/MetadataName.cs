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
        if (IsName(name))
        {
            return null;
        }

        int colon = name.IndexOf("::", StringComparison.Ordinal);
        string right = name switch
        {
            _ when name.IndexOf('<') >= 0 => ": the number of type parameters goes after a backtick, as in System.Collections.Generic.List`1",
            _ when name.IndexOf('[') >= 0 => ": arrays are mutable whatever they hold, and need no line",
            _ when colon >= 0 => $": leave out '{name.Substring(0, colon + 2)}'",
            _ => ", as are System.Uri, System.Collections.Generic.List`1 and, nested, System.Collections.Immutable.ImmutableArray`1+Builder",
        };
        return $"'{name}' is not a metadata name{right}";
    }

    /// <summary>Whether a name without <see cref="Mistake"/> may be that of a member: a type, a dot, an identifier.</summary>
    internal static bool IsMember(string name)
    {
        int dot = name.LastIndexOf('.');
        return dot > 0 && name.IndexOfAny(['+', '`'], dot) < 0;
    }

    /// <summary>Identifiers between dots and pluses, each perhaps with a backtick and a number: in one pass, for this runs for every line in every compiler's process.</summary>
    private static bool IsName(string name)
    {
        bool isFirst = true;
        bool isNumber = false;
        foreach (char c in name)
        {
            bool isRight = c switch
            {
                '.' or '+' or '`' => !isFirst && !(isNumber && c == '`'),
                >= '1' and <= '9' => isNumber || !isFirst,
                '0' => !isFirst,
                _ => !isNumber && (c == '_' || char.IsLetter(c) || (!isFirst && char.IsDigit(c))),
            };
            if (!isRight)
            {
                return false;
            }

            isNumber = c == '`' || (isNumber && c is not ('.' or '+'));
            isFirst = c is '.' or '+' or '`';
        }

        return !isFirst;
    }
}
