using System.Text;

namespace Troops.Diagnostics;

/// <summary>Readable names of bodies: of the methods, lambdas and local functions that the compiler renames.</summary>
internal static class BodyName
{
    /// <summary>What the names of the generator's copies begin with.</summary>
    internal const string CopyPrefix = "__troop_";

    /// <summary>What the name of the member ends with that runs a copy whose task is not awaited at once.</summary>
    private const string Started = "_started";

    /// <summary>For a delegate: the method itself, or the one that the lambda stands in.</summary>
    internal static string Of(Delegate body) => Of(body.Method.Name, body.Method.DeclaringType);

    /// <summary>
    /// The method <c>Fetch</c> of <c>Shop</c> is <c>Shop.Fetch</c>; so is a lambda in it (<c>&lt;Fetch&gt;b__0</c> of <c>&lt;&gt;c__DisplayClass1_0</c>), and the state machine of either
    /// (<c>&lt;Fetch&gt;d__3</c>, <c>&lt;&lt;Fetch&gt;b__0&gt;d</c>). A local function is called by its own name (<c>&lt;Fetch&gt;g__Retry|2_0</c>: <c>Shop.Retry</c>).
    /// </summary>
    internal static string Of(string name, Type? declaring) => OfCopy(Compiled(name, declaring));

    /// <summary>The same, with a copy by the name that the generator gave it.</summary>
    internal static string Compiled(string name, Type? declaring)
    {
        while (declaring is { Name: ['<', ..], DeclaringType: { } outer })
        {
            // A class that holds what a lambda captures.
            declaring = outer;
        }

        string method = Method(name);
        return declaring is null ? method : $"{declaring.Name}.{method}";
    }

    /// <summary><c>Shop.__troop_Sum_1a2b3c4d</c>, a copy of the generator's, is <c>Shop.Sum</c>; other names are themselves. So is that of a lambda in it (<c>..._lambda0</c>).</summary>
    internal static string OfCopy(string name)
    {
        int start = name.IndexOf(CopyPrefix, StringComparison.Ordinal);
        int lambda = name.LastIndexOf("_lambda", StringComparison.Ordinal);
        int end = start < 0 ? -1 : name.AsSpan(0, lambda > start ? lambda : name.Length).LastIndexOf('_');
        return end > start + CopyPrefix.Length ? name[..start] + name[(start + CopyPrefix.Length)..end] : name;
    }

    /// <summary>The same for every copy that a text names.</summary>
    internal static string OfCopies(string text)
    {
        int at = text.IndexOf(CopyPrefix, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        StringBuilder shown = new(text.Length);
        int done = 0;
        for (; at >= 0; at = text.IndexOf(CopyPrefix, done, StringComparison.Ordinal))
        {
            int end = at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            string copy = text[at..end];
            shown.Append(text, done, at - done).Append(OfCopy(copy.EndsWith(Started, StringComparison.Ordinal) ? copy[..^Started.Length] : copy));
            done = end;
        }

        return shown.Append(text, done, text.Length - done).ToString();
    }

    private static string Method(string name)
    {
        int local = name.IndexOf(">g__", StringComparison.Ordinal);
        int bar = name.IndexOf('|', StringComparison.Ordinal);
        if (local > 0 && bar > local)
        {
            return name[(local + 4)..bar];
        }

        int start = name.LastIndexOf('<') + 1;
        int end = start == 0 ? -1 : name.IndexOf('>', start);
        return end > start ? name[start..end] : name;
    }
}
