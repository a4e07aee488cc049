using Troops.Roslyn.Shipped;

namespace Troops.Roslyn.Boundaries;

/// <summary>One line of a list of boundaries: what it says, nothing, or what is wrong with it.</summary>
/// <param name="Role">Of the name.</param>
/// <param name="Name">The type, <c>Type.Member</c> or <c>Type.Member(parameter)</c>; null if the line says nothing.</param>
/// <param name="Column">Of the word that is wrong, counted from 1.</param>
/// <param name="Length">Of that word; 0 where one is missing.</param>
/// <param name="Message">What is wrong and what would be right; null if nothing is wrong.</param>
internal readonly record struct ApiLine(ApiRole Role, string? Name, int Column, int Length, string? Message)
{
    private static readonly string Words = string.Join(", ", Enum.GetNames(typeof(ApiRole)).Skip(1));

    internal static ApiLine Read(string line)
    {
        int comment = line.IndexOf('#');
        string content = (comment < 0 ? line : line.Substring(0, comment)).TrimEnd();
        string[] words = content.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return default;
        }

        if (!Enum.TryParse(words[0], ignoreCase: false, out ApiRole role) || role == ApiRole.None || char.IsDigit(words[0][0]))
        {
            return Wrong(words[0], $"'{words[0]}' is none of {Words}");
        }

        if (words.Length == 1)
        {
            return new(default, null, content.Length + 1, 0, $"the name is missing after '{words[0]}', as in: {words[0]} System.Threading.Timer.new");
        }

        if (words.Length > 2)
        {
            return Wrong(words[2], $"'{words[2]}' is too much here: a line is a word and a name, and a comment after '#'");
        }

        string name = words[1];
        int open = name.IndexOf('(');
        string path = open < 0 ? name : name.Substring(0, open);
        if (MetadataName.Mistake(path) is { } mistake)
        {
            return Wrong(name, mistake);
        }

        bool isParameter = open >= 0;
        if (isParameter && (!name.EndsWith(")", StringComparison.Ordinal) || name.Length - open < 3))
        {
            return Wrong(name, $"'{name}' should end with one parameter's name in parentheses, as in: System.Threading.Timer.new(callback)");
        }

        if (role == ApiRole.Send && !isParameter)
        {
            return Wrong(name, $"'Send' is about one parameter: Send {name}(value)");
        }

        return new(role, name, 0, 0, null);

        ApiLine Wrong(string word, string message) => new(default, null, line.IndexOf(word, StringComparison.Ordinal) + 1, word.Length, message);
    }
}
