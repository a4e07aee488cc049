using Troops.Roslyn.Shipped;

namespace Troops.Roslyn.Boundaries;

/// <summary>One line of a list of boundaries: what it says, nothing, or what is wrong with it.</summary>
/// <param name="Role">Of the name.</param>
/// <param name="Name">The type, <c>Type.Member</c> or <c>Type.Member(parameter)</c>; null if the line says nothing.</param>
/// <param name="Column">Of the name, or of the word that is wrong; counted from 1.</param>
/// <param name="Length">Of that word; 0 where one is missing.</param>
/// <param name="Message">What is wrong and what would be right; null if nothing is wrong.</param>
internal readonly record struct ApiLine(ApiRole Role, string? Name, int Column, int Length, string? Message)
{
    private const ApiRole AboutParameters = ApiRole.Entry | ApiRole.Inline | ApiRole.Send;

    /// <summary>By their words: numbers and several words with commas, which an enum could be read from, are no roles.</summary>
    private static readonly Dictionary<string, ApiRole> Roles = Enum.GetValues(typeof(ApiRole))
        .Cast<ApiRole>()
        .Where(static role => role != ApiRole.None)
        .ToDictionary(static role => role.ToString(), StringComparer.Ordinal);

    private static readonly string Words = string.Join(", ", Roles.Keys);

    internal static ApiLine Read(string line)
    {
        int comment = line.IndexOf('#');
        int end = comment < 0 ? line.Length : comment;
        (int at, string word) = Next(line, 0, end);
        if (word.Length == 0)
        {
            return default;
        }

        if (!Roles.TryGetValue(word, out ApiRole role))
        {
            return Wrong(at, word, $"'{word}' is none of {Words}");
        }

        (int nameAt, string name) = Next(line, at + word.Length, end);
        if (name.Length == 0)
        {
            string example = role == ApiRole.Send ? "System.Threading.Timer.new(state)" : "System.Threading.Timer.new";
            return Wrong(at + word.Length, "", $"the name is missing after '{word}', as in: {word} {example}");
        }

        (int restAt, string rest) = Next(line, nameAt + name.Length, end);
        return rest.Length > 0 ? Wrong(restAt, rest, $"'{rest}' is too much here: a line is a word and a name, and a comment after '#'")
            : Mistake(role, name) is { } mistake ? Wrong(nameAt, name, mistake)
            : new(role, name, nameAt + 1, name.Length, null);

        static ApiLine Wrong(int at, string word, string message) => new(default, null, at + 1, word.Length, message);
    }

    /// <summary>Why this is not what the word can be said of; null if it may be.</summary>
    private static string? Mistake(ApiRole role, string name)
    {
        int open = name.IndexOf('(');
        string path = open < 0 ? name : name.Substring(0, open);
        if (path.Length > 0 && MetadataName.Mistake(path) is { } mistake)
        {
            return mistake;
        }

        return open < 0
            ? role == ApiRole.Send
                ? $"'Send' is about one parameter: Send {name}(value)"
                : null
            : !MetadataName.IsMember(path) || !IsParameter(name, open)
                ? $"'{name}' should be a type, a dot, a member and one parameter's name in parentheses, as in: System.Threading.Timer.new(callback)"
                : (role & AboutParameters) == 0
                    ? $"'{role}' is about a member, not about one of its parameters: {role} {path}"
                    : null;
    }

    private static bool IsParameter(string name, int open) =>
        name[name.Length - 1] == ')'
        && name.Length - open > 2
        && !char.IsDigit(name[open + 1])
        && name.Skip(open + 1).Take(name.Length - open - 2).All(static c => c == '_' || char.IsLetterOrDigit(c));

    private static (int At, string Word) Next(string line, int from, int end)
    {
        while (from < end && char.IsWhiteSpace(line[from]))
        {
            from++;
        }

        int to = from;
        while (to < end && !char.IsWhiteSpace(line[to]))
        {
            to++;
        }

        return (from, line.Substring(from, to - from));
    }
}
